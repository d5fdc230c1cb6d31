import { expect, test } from 'vitest'
import { isLocked } from './idle.ts'

const MINUTE = 60_000

test('[LK1] a sign-in is locked once nobody has touched it for the organisation’s time, and not before', () => {
  const untouched = { lastActiveAt: 0, lockedAt: null }
  expect(isLocked(untouched, 15, 15 * MINUTE - 1)).toBe(false)
  expect(isLocked(untouched, 15, 15 * MINUTE)).toBe(true)
  expect(isLocked(untouched, 60, 15 * MINUTE)).toBe(false)
})

test('[LK1] locked by hand it is locked, whoever was just there', () => {
  expect(isLocked({ lastActiveAt: 5, lockedAt: 5 }, 15, 6)).toBe(true)
})
