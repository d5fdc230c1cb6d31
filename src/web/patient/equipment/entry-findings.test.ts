import { expect, it } from 'vitest'
import { entryFindings } from './entry-findings.ts'

const WELL = { picture: 'works', sound: 'works', heard: true, spoke: true } as const
const ON = { camera: 'on', microphone: 'on', canFlip: false } as const

it('[EC47] what was proved at the door is found: seen, heard, and hearing', () => {
  expect(entryFindings(WELL, ON)).toMatchObject({
    device: null,
    camera: { state: 'works', lines: null },
    microphone: { state: 'works', peakDb: null },
    speaker: { heard: true },
    connection: null,
  })
})

it('[EC47] a voice that was not heard and a bell that was not heard are told as that', () => {
  const found = entryFindings({ ...WELL, spoke: false, heard: false }, ON)
  expect(found).toMatchObject({ microphone: { state: 'silent' }, speaker: { heard: false } })
})

it('[EC47] what was not proved is not known, and trouble is told by its reason', () => {
  const quiet = { ...WELL, spoke: null, heard: null }
  expect(entryFindings(quiet, ON)).toMatchObject({ microphone: null, speaker: null })
  expect(entryFindings(quiet, { ...ON, camera: 'off', microphone: 'refused' })).toMatchObject({
    camera: null,
    microphone: { state: 'refused' },
  })
})
