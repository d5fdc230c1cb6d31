import { describe, expect, test } from 'vitest'
import { dayOrderOf, listDate, listTime } from './list-dates.ts'

describe('[CI3] a date of a list', () => {
  test.each([
    ['2026-04-03', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['3/4/26', '2026-04-03'],
    ['03.04.2026', '2026-04-03'],
    ['03-Apr-2026', '2026-04-03'],
    ['3rd April 2026', '2026-04-03'],
    ['April 3, 2026', '2026-04-03'],
    ['Fri 3 Apr 26', '2026-04-03'],
    ['3/4/2026 09:30', '2026-04-03'],
    ['2026-04-03T09:30:00Z', '2026-04-03'],
    ['٣/٤/٢٠٢٦', '2026-04-03'],
    ['29-Feb-1952', '1952-02-29'],
    ['soon', ''],
    ['', ''],
    ['3/4', ''],
    ['12345678', ''],
  ])('%s is %s', (cell, iso) => {
    expect(listDate(cell, 'day-first', '2100-01-01')).toBe(iso)
  })

  test('is read in the other order where the list is of another country', () => {
    expect(listDate('4/3/26', 'month-first', '2100-01-01')).toBe('2026-04-03')
    expect(listDate('03-Apr-2026', 'month-first', '2100-01-01')).toBe('2026-04-03')
  })

  test('of birth is not ahead', () => {
    expect(listDate('1/2/52', 'day-first', '2026-12-01')).toBe('1952-02-01')
    expect(listDate('1/2/26', 'day-first', '2026-12-01')).toBe('2026-02-01')
    expect(listDate('2/12/26', 'day-first', '2026-12-01')).toBe('1926-12-02')
  })

  test.each([
    [['3/4/26', '25/10/26'], 'day-first'],
    [['3/4/26', '10/25/26'], 'month-first'],
    [['3/4/26', '5/6/1950'], null],
    [['3/3/26'], 'day-first'],
    [['2026-04-03', '3 Apr 2026'], 'day-first'],
    [[], 'day-first'],
  ])('%j is in order %s', (cells, order) => {
    expect(dayOrderOf(cells)).toBe(order)
  })
})

test.each([
  ['9:05', '09:05'],
  ['09.05', '09:05'],
  ['0905', '09:05'],
  ['905', '09:05'],
  ['9:05:00', '09:05'],
  ['9 am', '09:00'],
  ['12 am', '00:00'],
  ['12:30 p.m.', '12:30'],
  ['2:15PM', '14:15'],
  ['25/10/2026 00:30', '00:30'],
  ['2026-04-03T14:30:00+01:00', '14:30'],
  ['14h30', '14:30'],
  ['9', ''],
  ['24:00', ''],
  ['9:65', ''],
  ['15 pm', ''],
  ['noon', ''],
])('[CI3] the time %s is %s', (cell, time) => {
  expect(listTime(cell)).toBe(time)
})
