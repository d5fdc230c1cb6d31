import { describe, expect, it, test } from 'vitest'
import { found } from '../../test/made-up-equipment.ts'
import type { EquipmentFindings } from './equipment.ts'
import type { About, Item, LiveFindings } from './equipment-judged.ts'
import { judgeLive } from './equipment-verdict.ts'

const ABOUT: About = { role: 'patient', participants: 2, view: 'face' }
const CALM: LiveFindings = {
  lines: 1080,
  fps: 30,
  upMbps: 1.2,
  downMbps: 1.2,
  roundTripMs: 40,
  lossPercent: 0,
  path: 'direct',
  picture: 'showing',
  sound: 'on',
}
const judge = (live: Partial<LiveFindings>, before: EquipmentFindings | null = found()) =>
  judgeLive({ ...CALM, ...live }, before, ABOUT)
function item(name: Item, live: Partial<LiveFindings>, before?: EquipmentFindings | null) {
  const one = judge(live, before).items.find((each) => each.item === name)
  return one && { verdict: one.verdict, step: one.step }
}

test('[EQ11] what a call carries is shown and never judged', () => {
  const { overall, items } = judge({ upMbps: 0.3, downMbps: 0.2 })
  expect(overall).toBe('good')
  expect(items.find((each) => each.item === 'connection')?.figures).toMatchObject({ downMbps: 0.2, path: 'direct' })
})

describe('[EQ12] during a call', () => {
  it.each([
    [1080, 'good'],
    [1079, 'ok'],
    [720, 'ok'],
    [719, 'poor'],
  ] as const)('%i lines that arrive from a camera that gives no more: %s', (lines, verdict) =>
    expect(item('camera', { lines }, found({ camera: { lines: 480 } }))?.verdict).toBe(verdict),
  )
  it('asks for another device only when the camera gives too little', () => {
    const small = found({ camera: { lines: 480 } })
    expect([item('camera', { lines: 480 }, small)?.step, item('camera', {}, small)?.step]).toEqual([
      'use-other-device',
      null,
    ])
  })
  it('a small picture of a good camera is the line, not the camera', () => {
    expect(item('camera', { lines: 360 })).toEqual({ verdict: 'ok', step: null })
    expect(item('connection', { lines: 360 })).toEqual({ verdict: 'poor', step: 'move-nearer-wifi' })
    const just = found({ camera: { lines: 720 } })
    expect([item('camera', { lines: 719 }, just)?.verdict, item('connection', { lines: 719 }, just)?.verdict]).toEqual([
      'ok',
      'poor',
    ])
    expect(item('connection', { lines: 720 }, just)?.verdict).toBe('good')
    expect(item('connection', { lines: null })?.verdict).toBe('good')
  })
  it('a picture paused for the sound is sound first', () => {
    expect(item('camera', { picture: 'paused-for-sound' })?.verdict).toBe('poor')
    const { means, overall } = judge({ picture: 'paused-for-sound', lines: null })
    expect({ means, overall }).toEqual({ means: 'sound-first', overall: 'not-suitable' })
  })
  it.each([
    [5, 'good'],
    [5.1, 'poor'],
  ] as const)('%f in a hundred lost: %s', (lossPercent, verdict) =>
    expect(item('connection', { lossPercent })?.verdict).toBe(verdict),
  )
  it.each([
    [99, 'good'],
    [100, 'ok'],
    [800, 'ok'],
  ] as const)('%i ms: %s', (roundTripMs, verdict) => expect(item('connection', { roundTripMs })?.verdict).toBe(verdict))
  it('says what is off or muted', () => {
    expect(item('camera', { picture: 'off' })).toEqual({ verdict: 'poor', step: 'switch-on-camera' })
    expect(item('microphone', { sound: 'muted' })).toEqual({ verdict: 'ok', step: 'switch-on-microphone' })
    expect(item('microphone', { sound: 'none' })).toEqual({ verdict: 'not-suitable', step: 'connect-microphone' })
  })
  it('a picture that stands still is poor, whatever its lines', () =>
    expect(item('camera', { picture: 'frozen' })?.verdict).toBe('poor'))
})

describe('[EQ13] what the call does not tell', () => {
  it('stands as the check found it', () => {
    const before = found({ device: { batteryPercent: 10 }, camera: { light: 'behind' }, speaker: { heard: false } })
    expect(item('power', {}, before)?.verdict).toBe('poor')
    expect(item('light', {}, before)?.step).toBe('turn-light-to-face')
    expect(item('speaker', {}, before)?.step).toBe('turn-sound-up')
  })
  it('and so does everything before the first figure', () => {
    const nothingYet = { roundTripMs: null, lines: null, picture: 'none', sound: 'none', lossPercent: null } as const
    expect(judge(nothingYet).overall).toBe('good')
    expect(judge(nothingYet, null).overall).toBe('unknown')
    expect(item('camera', { picture: 'none' }, found({ camera: { state: 'refused' } }))?.step).toBe('allow-camera')
    expect(item('camera', { picture: 'none' }, null)).toEqual({ verdict: 'poor', step: 'switch-on-camera' })
  })
})
