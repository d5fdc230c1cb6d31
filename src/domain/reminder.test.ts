import { describe, expect, test } from 'vitest'
import { startOf } from './appointment.ts'
import type { OpeningHours } from './area.ts'
import { messageTimes } from './reminder.ts'

const LONDON = 'Europe/London'
const hours = (change: Partial<OpeningHours> = {}): OpeningHours => ({ timeZone: LONDON, blocks: [], ...change })
const BOOKED = new Date('2026-01-01T00:00:00Z')
const times = (date: string, time: string, change: Partial<OpeningHours> = {}, now = BOOKED, timeZone = LONDON) =>
  messageTimes(startOf(date, time, timeZone), timeZone, hours(change), now)
const day = (...args: Parameters<typeof times>) => times(...args).remindDayAt?.toISOString()

describe('[AP17] the reminder of the working day before', () => {
  test('is at the time of day of the appointment, on Friday for a Monday', () => {
    expect(day('2026-06-10', '10:30')).toBe('2026-06-09T09:30:00.000Z')
    expect(day('2026-06-08', '10:30')).toBe('2026-06-05T09:30:00.000Z')
  })

  test('passes over days on which it is closed', () => {
    // Easter 2026: Good Friday is 3 April, Easter Monday 6 April.
    expect(day('2026-04-07', '10:30', { bankHolidays: 'england-and-wales' })).toBe('2026-04-02T09:30:00.000Z')
    expect(day('2026-06-10', '10:30', { closedDates: ['2026-06-09'] })).toBe('2026-06-08T09:30:00.000Z')
    const saturdays = { blocks: [{ weekday: 6, from: 540, to: 720 }] }
    expect(day('2026-06-13', '10:00', saturdays)).toBe('2026-06-06T09:00:00.000Z')
  })

  test('is neither early in the morning nor late in the evening', () => {
    expect(day('2026-06-10', '06:15')).toBe('2026-06-09T07:00:00.000Z')
    expect(day('2026-06-10', '21:30')).toBe('2026-06-09T19:00:00.000Z')
  })

  test('is right by the clock on the wall when the clocks change in between', () => {
    // They go forward on Sunday 29 March, and back on Sunday 25 October 2026.
    const always = { blocks: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })) }
    expect(day('2026-03-29', '10:30', always)).toBe('2026-03-28T10:30:00.000Z')
    expect(day('2026-03-30', '10:30', always)).toBe('2026-03-29T09:30:00.000Z')
    expect(day('2026-10-25', '10:30', always)).toBe('2026-10-24T09:30:00.000Z')
    expect(day('2026-10-26', '10:30', always)).toBe('2026-10-25T10:30:00.000Z')
  })

  test('is none where a clinic has no working day', () => {
    const never = { blocks: [{ weekday: 1, from: 0, to: 60 }], closedDates: ['2026-06-01', '2026-05-25'] }
    expect(day('2026-06-08', '00:30', never)).toBeUndefined()
  })
})

test('[AP17] the reminder of the hour before is an hour before, and the link again ten minutes after', () => {
  expect(times('2026-06-10', '10:30')).toMatchObject({
    remindHourAt: new Date('2026-06-10T08:30:00Z'),
    linkAgainAt: new Date('2026-06-10T09:40:00Z'),
  })
})

test('[AP18] what would be due when it is booked is not sent', () => {
  const now = new Date('2026-06-10T09:00:00Z')
  expect(times('2026-06-10', '10:30', {}, now)).toMatchObject({ remindDayAt: null, remindHourAt: null })
})
