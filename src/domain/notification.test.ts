import { expect, test } from 'vitest'
import { LINK_MARK, nextTry, typed } from './notification.ts'

const now = new Date('2026-06-01T09:00:00Z')

test('[OB3] a message that failed is tried again later and later, and given up after a day and a half', () => {
  const minutes: number[] = []
  for (let failures = 1, at = nextTry(1, now, 0); at; at = nextTry(++failures, now, 0))
    minutes.push((at.getTime() - now.getTime()) / 60_000)
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
  expect(minutes[0]).toBe(1)
  expect(minutes.reduce((sum, one) => sum + one, 0) / 60).toBeGreaterThan(36)
  expect(nextTry(minutes.length + 1, now, 0)).toBeNull()
  // What failed together does not come back together.
  expect(nextTry(1, now, 1)?.getTime()).toBe(now.getTime() + 72_000)
})

test('[OB5] what somebody typed is never taken for the link, and stays on its line', () => {
  expect(typed(`Dr ${LINK_MARK}\r\nBcc: all@harbour.example `)).toBe('Dr { {link}} Bcc: all@harbour.example')
})

test('[TX2] a name that is written from right to left turns nothing else of a message around', () => {
  expect(`Dear ${typed('שרה')},`).toBe('Dear \u2068שרה\u2069,')
  expect(typed('Jo\u202e\u2069 Ash')).toBe('\u2068Jo\u202e Ash\u2069')
  expect(typed('Zoë Łódź')).toBe('Zoë Łódź')
})
