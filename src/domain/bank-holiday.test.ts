import { describe, expect, test } from 'vitest'
import { isOpenAt, nextOpening, type OpeningHours } from './area.ts'
import { bankHolidaysIn, isBankHoliday } from './bank-holiday.ts'

describe('[HD8] bank holidays, as gov.uk lists them', () => {
  test.each([
    [
      'england-and-wales',
      2026,
      '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
    ],
    [
      'england-and-wales',
      2027,
      '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28',
    ],
    [
      'scotland',
      2026,
      '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-08-03 2026-11-30 2026-12-25 2026-12-28',
    ],
    [
      'scotland',
      2022,
      '2022-01-03 2022-01-04 2022-04-15 2022-05-02 2022-05-30 2022-08-01 2022-11-30 2022-12-26 2022-12-27',
    ],
    [
      'northern-ireland',
      2026,
      '2026-01-01 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-31 2026-12-25 2026-12-28',
    ],
  ] as const)('%s %i', (of, year, dates) => expect([...bankHolidaysIn(of, year)]).toEqual(dates.split(' ')))

  test('none where none are kept', () => {
    expect(isBankHoliday('none', '2026-12-25')).toBe(false)
    expect(isBankHoliday('scotland', '2026-08-31')).toBe(false)
  })
})

describe('[HD8] closed days', () => {
  const weekdays: OpeningHours = {
    timeZone: 'Europe/London',
    blocks: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1020 })),
    bankHolidays: 'england-and-wales',
    closedDates: ['2026-12-24', '2026-12-29'],
    opensEarlyMinutes: 20,
  }
  const next = (hours: OpeningHours, at: string) => nextOpening(hours, new Date(at))?.toISOString() ?? null

  test.each([
    ['2026-12-23T10:00:00Z', true],
    ['2026-12-24T10:00:00Z', false],
    ['2026-12-25T10:00:00Z', false],
    ['2026-12-28T10:00:00Z', false],
    ['2026-12-30T08:39:00Z', false],
    ['2026-12-30T08:40:00Z', true],
  ])('%s: open is %s', (at, open) => expect(isOpenAt(weekdays, new Date(at))).toBe(open))

  test('the next opening is after all of them', () => {
    expect(next(weekdays, '2026-12-23T18:00:00Z')).toBe('2026-12-30T09:00:00.000Z')
  })

  test('a summer long, and further than any', () => {
    const summer = Array.from({ length: 60 }, (_, day) =>
      new Date(Date.UTC(2026, 6, 1 + day)).toISOString().slice(0, 10),
    )
    expect(next({ ...weekdays, closedDates: summer }, '2026-07-02T10:00:00Z')).toBe('2026-09-01T08:00:00.000Z')
    expect(next({ timeZone: 'UTC', blocks: [], closedDates: ['2026-07-02'] }, '2026-07-02T10:00:00Z')).toBe(
      '2026-07-03T00:00:00.000Z',
    )
  })

  test('one that is always open is closed on them alone', () => {
    const hours: OpeningHours = { timeZone: 'Europe/London', blocks: [], bankHolidays: 'england-and-wales' }
    expect(isOpenAt(hours, new Date('2026-12-25T12:00:00Z'))).toBe(false)
    expect(isOpenAt(hours, new Date('2026-12-26T00:00:00Z'))).toBe(true)
    expect(isOpenAt(hours, new Date('2026-12-27T03:00:00Z'))).toBe(true)
  })

  test('no doors open the evening before a day that is closed, nor stay open into it', () => {
    const midnight: OpeningHours = {
      timeZone: 'Europe/London',
      blocks: [{ weekday: 5, from: 0, to: 60 }],
      bankHolidays: 'england-and-wales',
    }
    expect(isOpenAt(midnight, new Date('2026-12-24T23:55:00Z'))).toBe(false)
    expect(isOpenAt({ ...midnight, bankHolidays: 'none' }, new Date('2026-12-24T23:55:00Z'))).toBe(true)
  })

  test('as early as the area says, also not at all', () => {
    const early = (opensEarlyMinutes: number) =>
      isOpenAt({ ...weekdays, opensEarlyMinutes }, new Date('2026-12-30T08:59:00Z'))
    expect([early(0), early(1)]).toEqual([false, true])
  })
})
