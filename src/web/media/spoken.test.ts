import { expect, it } from 'vitest'
import { voiceFor } from './spoken.ts'

const voice = (lang: string, localService = true, usual = false) => ({ lang, localService, default: usual })

it('[P74] speaks with a voice of this device, in this language, the usual one first', () => {
  expect(voiceFor([voice('de-DE'), voice('en-GB'), voice('en-US', true, true)], 'en')).toBe(2)
  expect(voiceFor([voice('de-DE'), voice('en_GB')], 'en')).toBe(1)
})

it('[P74] a voice that is fetched from elsewhere is not used', () => {
  expect(voiceFor([voice('en-GB', false, true)], 'en')).toBeNull()
  expect(voiceFor([], 'en')).toBeNull()
})
