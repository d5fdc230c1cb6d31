import { expect, test } from 'vitest'
import { sendAt } from './quiet-hours.ts'

const at = (now: string, startsAt: string, timeZone = 'Europe/London') =>
  sendAt(new Date(now), timeZone, new Date(startsAt)).toISOString()

test('[AP15] from nine in the evening to eight in the morning nothing goes, by the clock of the waiting area', () => {
  expect(at('2026-06-01T19:59:00Z', '2026-06-09T09:00:00Z')).toBe('2026-06-01T19:59:00.000Z')
  expect(at('2026-06-01T20:00:00Z', '2026-06-09T09:00:00Z')).toBe('2026-06-02T07:00:00.000Z')
  expect(at('2026-06-02T06:59:00Z', '2026-06-09T09:00:00Z')).toBe('2026-06-02T07:00:00.000Z')
  expect(at('2026-06-02T07:00:00Z', '2026-06-09T09:00:00Z')).toBe('2026-06-02T07:00:00.000Z')
  expect(at('2026-06-01T20:00:00Z', '2026-06-09T09:00:00Z', 'America/New_York')).toBe('2026-06-01T20:00:00.000Z')
  // The clocks change in that night.
  expect(at('2026-10-24T21:00:00Z', '2026-11-09T09:00:00Z')).toBe('2026-10-25T08:00:00.000Z')
})

test('[AP15] what would be too late in the morning goes at once', () => {
  expect(at('2026-06-01T20:00:00Z', '2026-06-02T07:59:00Z')).toBe('2026-06-01T20:00:00.000Z')
  expect(at('2026-06-01T20:00:00Z', '2026-06-02T08:00:00Z')).toBe('2026-06-02T07:00:00.000Z')
})
