import { expect, test } from 'vitest'
import type { ReceivedTotals } from './peer-channel.ts'
import { remoteStats } from './peer-remote-stats.ts'

/** What the far side would tell `ms` into a call: 50 packets a second, all heard. */
const heard = (ms: number, change: Partial<ReceivedTotals> = {}) => ({
  at: ms,
  said: {
    sound: 'on' as const,
    picture: 'showing' as const,
    heard: { packets: ms / 20, lost: 0, playedMs: ms, concealedMs: 0, frames: 0, ...change },
  },
})

test('[C18] shares are those of the last half second, whatever was lost before', () => {
  const far = remoteStats()
  for (let ms = 0; ms <= 2000; ms += 200) far.note(ms, heard(ms, { lost: Math.min(ms, 1000) / 20 }))
  expect(far.loss).toBe(0)
  far.note(2200, heard(2200, { lost: 60, packets: 110 }))
  expect(far.loss).toBeCloseTo(10 / 50, 1)
})

test('[C18] a lost message loses no count', () => {
  const far = remoteStats()
  far.note(0, heard(0))
  far.note(600, heard(600, { concealedMs: 60 }))
  expect(far.concealed).toBeCloseTo(0.1)
})

test('[C12] one word says nothing yet', () => {
  const far = remoteStats()
  far.note(0, heard(0))
  expect([far.loss, far.concealed]).toEqual([null, null])
})

test('[C11] what was lost in an outage does not count against the path that carries again', () => {
  const far = remoteStats()
  for (let ms = 0; ms <= 1000; ms += 200) far.note(ms, heard(ms))
  for (let ms = 7000; ms <= 9000; ms += 200) {
    far.note(ms, heard(ms, { lost: ms > 7100 ? 300 : 0 }))
    expect(far.loss ?? 0).toBe(0)
  }
  expect(far.loss).toBe(0)
})

test('[C18] the least round trip is that of the path in use', () => {
  const far = remoteStats()
  expect(far.floorMs(40, 'wifi')).toBe(40)
  expect(far.floorMs(90, 'wifi')).toBe(40)
  expect(far.floorMs(90, 'mobile')).toBe(90)
  expect(far.floorMs(null, 'mobile')).toBe(90)
})
