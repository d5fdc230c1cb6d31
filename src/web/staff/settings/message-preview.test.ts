import { expect, test } from 'vitest'
import { smsLength } from '#domain/sms-length'
import { SHIPPED_TEXTS } from '#domain/template-texts'
import { previewOf } from './message-preview.ts'

test('[TP7] the drawn phone shows a text filled in, with a link as long as a real one', () => {
  const shown = previewOf(SHIPPED_TEXTS.invitation.sms, 'https://video.harbour.example')
  expect(shown).toMatch(/^You have been invited to a video appointment with .+ on Monday 8 June at 10:30\.\n/)
  expect(shown).toMatch(/https:\/\/video\.harbour\.example\/v\/x{43}\n/)
  expect(smsLength(shown).parts).toBe(2)
})
