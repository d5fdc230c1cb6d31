import { describe, expect, test } from 'vitest'
import { feedName, feedWindow } from './calendar-feed.ts'

test('[CF2] from 30 days back to 90 ahead', () => {
  const { from, until } = feedWindow(new Date('2026-06-01T09:00:00Z'))
  expect([from.toISOString(), until.toISOString()]).toEqual(['2026-05-02T09:00:00.000Z', '2026-08-30T09:00:00.000Z'])
})

describe('[CF4] the name', () => {
  test.each([
    ['Jean', 'Ellis', 'J. E.'],
    ['jean', 'van der Berg', 'J. V.'],
    ['Suharto', '', 'S.'],
    [' Zoë ', ' Ångström', 'Z. Å.'],
    // A letter of two characters, one with a mark of its own, and a script without capitals.
    ['𝒜da', 'e\u0301mile', '𝒜. E\u0301.'],
    ['小明', '王', '小. 王.'],
    ['عائشة', '', 'ع.'],
  ])('%s %s is %s', (firstName, lastName, initials) => {
    expect(feedName({ firstName, lastName }, false)).toBe(initials)
  })

  test('is whole where that is allowed, and none once it is deleted', () => {
    expect(feedName({ firstName: 'Jean', lastName: 'Ellis' }, true)).toBe('Jean Ellis')
    expect(feedName({ firstName: 'Suharto', lastName: '' }, true)).toBe('Suharto')
    expect([feedName(null, true), feedName(null, false)]).toEqual([null, null])
  })
})
