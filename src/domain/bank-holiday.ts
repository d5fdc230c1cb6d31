// The bank holidays of the United Kingdom, reckoned from the rules that make them. A day that is given once, by
// proclamation, is a closed day of one's own.

export const BANK_HOLIDAYS = ['none', 'england-and-wales', 'scotland', 'northern-ireland'] as const
export type BankHolidays = (typeof BANK_HOLIDAYS)[number]

/** Days since the epoch: whole days need no time zone. */
type Day = number

const DAY_MS = 24 * 60 * 60 * 1000
const SUNDAY = 0
const MONDAY = 1
const SATURDAY = 6

const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / DAY_MS
const weekdayOf = (day: Day) => new Date(day * DAY_MS).getUTCDay()
const isoOf = (day: Day) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

function firstMonday(year: number, month: number): Day {
  const first = dayOf(year, month, 1)
  return first + ((MONDAY - weekdayOf(first) + 7) % 7)
}

function lastMonday(year: number, month: number): Day {
  const last = dayOf(year, month + 1, 1) - 1
  return last - ((weekdayOf(last) - MONDAY + 7) % 7)
}

/** Those that fall on a week-end are kept on the next working day that is no holiday itself. */
function substituted(days: readonly Day[]): Day[] {
  const kept: Day[] = []
  const fixed = days.filter((day) => weekdayOf(day) !== SUNDAY && weekdayOf(day) !== SATURDAY)
  for (const day of days) {
    let on = day
    if (!fixed.includes(day))
      while (weekdayOf(on) === SUNDAY || weekdayOf(on) === SATURDAY || fixed.includes(on) || kept.includes(on)) on += 1
    kept.push(on)
  }
  return kept
}

function ofYear(of: BankHolidays, year: number): Day[] {
  if (of === 'none') return []
  const sunday = easter(year)
  const everywhere = [
    sunday - 2,
    firstMonday(year, 5),
    lastMonday(year, 5),
    ...substituted([dayOf(year, 12, 25), dayOf(year, 12, 26)]),
  ]
  const newYear = dayOf(year, 1, 1)
  if (of === 'scotland')
    return [
      ...everywhere,
      ...substituted([newYear, newYear + 1]),
      firstMonday(year, 8),
      ...substituted([dayOf(year, 11, 30)]),
    ]
  const south = [...everywhere, ...substituted([newYear]), sunday + 1, lastMonday(year, 8)]
  if (of === 'england-and-wales') return south
  return [...south, ...substituted([dayOf(year, 3, 17)]), ...substituted([dayOf(year, 7, 12)])]
}

const known = new Map<string, ReadonlySet<string>>()

/** The bank holidays of a year as ISO dates. */
export function bankHolidaysIn(of: BankHolidays, year: number): ReadonlySet<string> {
  const key = `${of} ${year}`
  const found =
    known.get(key) ??
    new Set(
      ofYear(of, year)
        .sort((a, b) => a - b)
        .map(isoOf),
    )
  known.set(key, found)
  return found
}

/** Whether an ISO date is one. */
export function isBankHoliday(of: BankHolidays, date: string): boolean {
  return of !== 'none' && bankHolidaysIn(of, Number(date.slice(0, 4))).has(date)
}
