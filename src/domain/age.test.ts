import { expect, test } from 'vitest'
import { ageOn } from './age.ts'
import { dateIn } from './area.ts'

test.each([
  ['2009-03-01', '2027-03-01', 18],
  ['2009-03-02', '2027-03-01', 17],
  ['2009-02-28', '2027-03-01', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2027-03-01', '2027-03-01', 0],
  ['2027-03-02', '2027-03-01', null],
  ['', '2027-03-01', null],
  ['not a date', '2027-03-01', null],
])('[CS29] [CL4] born on %s, on %s: %s', (born, today, age) => expect(ageOn(born, today)).toBe(age))

test('[CL4] a birthday begins at midnight where the service is, wherever the reader is', () => {
  const at = Date.parse('2026-06-01T12:30:00Z')
  const ageIn = (zone: string) => ageOn('1948-06-02', dateIn(at, zone))
  expect(dateIn(at, 'Pacific/Auckland')).toBe('2026-06-02')
  expect([ageIn('Pacific/Auckland'), ageIn('Europe/London'), ageIn('America/New_York')]).toEqual([78, 77, 77])
  // Half an hour after midnight in London is still yesterday in UTC.
  expect(dateIn(Date.parse('2026-06-01T23:30:00Z'), 'Europe/London')).toBe('2026-06-02')
})
