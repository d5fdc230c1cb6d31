import { expect, test } from 'vitest'
import { holdSound, holdSoundMs } from './peer-sound.ts'

test.each([
  [null, 120],
  [20, 120],
  [100, 100],
  [200, 50],
  [300, 40],
  [900, 40],
] as const)('[C28] with a round trip of %s ms sound is held for %s ms', (roundTripMs, ms) => {
  expect(holdSoundMs(roundTripMs)).toBe(ms)
})

test('[C28] only sound is held, and only a change worth hearing is made', () => {
  const receiver = (kind: string) => ({ track: { kind }, jitterBufferTarget: null as number | null })
  const [sound, picture] = [receiver('audio'), receiver('video')]
  const all = [sound, picture] as never as RTCRtpReceiver[]
  holdSound(all, null)
  expect([sound.jitterBufferTarget, picture.jitterBufferTarget]).toEqual([120, null])
  holdSound(all, 100)
  expect(sound.jitterBufferTarget).toBe(120)
  holdSound(all, 250)
  expect(sound.jitterBufferTarget).toBe(40)
})

test('[C28] a browser that cannot is left alone', () => {
  const receiver = { track: { kind: 'audio' } }
  holdSound([receiver as never], 100)
  expect(receiver).toEqual({ track: { kind: 'audio' } })
})
