// Dates and times as lists from other programs write them: 3/4/26, 03-Apr-2026, 2026-04-03, with or without a time. Pure.
import { cleanText, plainDigits } from './typed-text.ts'

/** Which of two numbers is the day: 3/4/26 is the third of April, or the fourth of March. */
export type DayOrder = 'day-first' | 'month-first'

/** A date as it was written: whole, or two numbers of which either may be the day. */
type Written =
  | { readonly iso: string }
  | { readonly day: number; readonly month: number; readonly year: string }
  | { readonly first: number; readonly second: number; readonly year: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})[-/., ]+(\d{4}|\d{2})$/
const NAME_AND_DAY = /^([a-z]{3,9})[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})$/
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+/
/** What stands behind a date in one cell with it: ` 10:30`, `T10:30:00Z`. */
const TIME_BEHIND = /[ t](\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?)(?:z|[+-]\d{2}:?\d{2})?$/

const two = (count: number | string) => String(count).padStart(2, '0')
const plain = (cell: string) => plainDigits(cleanText(cell)).trim().toLowerCase().replace(/\s+/g, ' ')

/** The date's part and the time's part of a cell. */
function parts(cell: string): { date: string; time: string } {
  const text = plain(cell).replace(WEEKDAY, '')
  const time = TIME_BEHIND.exec(text)
  return { date: time ? text.slice(0, time.index).trim() : text, time: time?.[1] ?? '' }
}

function written(cell: string): Written | null {
  const { date } = parts(cell)
  const whole = YEAR_FIRST.exec(date)
  if (whole) return { iso: `${whole[1]}-${two(whole[2] ?? '')}-${two(whole[3] ?? '')}` }
  const numbers = NUMBERS.exec(date)
  if (numbers) return { first: Number(numbers[1]), second: Number(numbers[2]), year: numbers[3] ?? '' }
  const dayFirst = DAY_AND_NAME.exec(date)
  const nameFirst = NAME_AND_DAY.exec(date)
  const [day, name, year] = dayFirst ? dayFirst.slice(1) : [nameFirst?.[2], nameFirst?.[1], nameFirst?.[3]]
  const month = MONTHS.indexOf(name?.slice(0, 3) ?? '') + 1
  return month > 0 && day && year ? { day: Number(day), month, year } : null
}

/**
 * What the cells of a list say about the order of its dates; null when they do not tell: each could be read either way, and
 * that would be another day. Whoever has the list must be asked then.
 */
export function dayOrderOf(cells: readonly string[]): DayOrder | null {
  let asks = false
  for (const cell of cells) {
    const date = written(cell)
    if (!date || !('first' in date)) continue
    if (date.first > 12) return 'day-first'
    if (date.second > 12) return 'month-first'
    if (date.first !== date.second) asks = true
  }
  return asks ? null : 'day-first'
}

/**
 * A cell's date as ISO; empty when it is no date. Two digits of a year are this century's, unless that would be later than
 * `latest` (an ISO date): somebody born in 52 was not born in 2052.
 */
export function listDate(cell: string, order: DayOrder, latest: string): string {
  const date = written(cell)
  if (!date) return ''
  if ('iso' in date) return date.iso
  const [day, month] =
    'day' in date
      ? [date.day, date.month]
      : order === 'day-first'
        ? [date.first, date.second]
        : [date.second, date.first]
  const iso = (year: string) => `${year}-${two(month)}-${two(day)}`
  if (date.year.length === 4) return iso(date.year)
  return iso(`20${date.year}`) > latest ? iso(`19${date.year}`) : iso(`20${date.year}`)
}

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/

/** A cell's time as `09:05`; empty when it is none. It may stand behind a date. */
export function listTime(cell: string): string {
  const text = parts(cell).time || plain(cell).replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
  const found = CLOCK.exec(text)
  if (!found || (found[2] === undefined && found[3] === undefined)) return ''
  const half = found[3]
  const hour = half ? (Number(found[1]) % 12) + (half === 'p' ? 12 : 0) : Number(found[1])
  const minute = Number(found[2] ?? 0)
  const right = hour < 24 && minute < 60 && !(half && Number(found[1]) > 12)
  return right ? `${two(hour)}:${two(minute)}` : ''
}
