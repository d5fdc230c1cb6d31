import { describe, expect, it } from 'vitest'
import { breakGlassEndsAt, isReason } from './break-glass.ts'

describe('[BG2] a reason', () => {
  it.each(['A colleague fell ill in clinic', 'Notfall, Ärztin fehlt', '同僚が急病で診察できないため対応'])(
    '%s',
    (reason) => {
      expect(isReason(reason)).toBe(true)
    },
  )
  it.each(['', 'urgent', 'aaaaaaaaaaaaaaa', '12345678901234567890', '. . . . . . . . . . .', '   x y z   '])(
    'not: %j',
    (reason) => {
      expect(isReason(reason)).toBe(false)
    },
  )
})

it('[BG3] lasts an hour', () => {
  expect(breakGlassEndsAt(new Date('2026-06-01T09:00:00Z')).toISOString()).toBe('2026-06-01T10:00:00.000Z')
})
