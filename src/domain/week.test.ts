import { expect, test } from 'vitest'
import { dateAfter, mondayOf } from './week.ts'

test('[AP26] a week begins on its Monday, over the ends of months and years and over clock changes', () => {
  expect(['2027-03-01', '2027-03-04', '2027-03-07'].map(mondayOf)).toEqual(Array(3).fill('2027-03-01'))
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(mondayOf('2028-03-01')).toBe('2028-02-28')
  // The clocks of London change on the Sunday.
  expect(dateAfter('2027-03-22', 7)).toBe('2027-03-29')
  expect(dateAfter('2026-10-26', -7)).toBe('2026-10-19')
})
