// What is said of a microphone, from made-up sound at each edge.
import { describe, expect, it } from 'vitest'
import { isEnough, microphoneFinding, type SoundWindow, windowOf } from './microphone.ts'

/** 85 ms of a tone whose loudest sample is `peak`, cut off at full scale as a microphone does. */
const tone = (peak: number) =>
  windowOf(Float32Array.from({ length: 4096 }, (_, i) => Math.max(-1, Math.min(1, peak * Math.sin(i / 7)))))
/** Root mean square of a tone in dBFS. */
const toneAt = (db: number) => tone(10 ** (db / 20) * Math.SQRT2)
const QUIET = toneAt(-70)
const times = (count: number, window: SoundWindow): SoundWindow[] => Array.from({ length: count }, () => window)
const find = (windows: readonly SoundWindow[] | null) => microphoneFinding({ microphone: 'on' }, windows)

describe('[EC20] a voice', () => {
  it('its loudest, and the quiet between words', () => {
    const found = find([...times(15, QUIET), ...times(15, toneAt(-25))])
    expect(found).toMatchObject({ state: 'works', clipped: 0 })
    expect(found.peakDb).toBeCloseTo(-22, 0)
    expect(found.noiseDb).toBeCloseTo(-70, 0)
  })

  it('noise is what never stops', () => {
    const found = find([...times(15, toneAt(-42)), ...times(15, toneAt(-20))])
    expect(found.noiseDb).toBeCloseTo(-42, 0)
  })

  it('the click of opening is no voice', () => {
    expect(find([tone(1), tone(1), ...times(20, QUIET)])).toMatchObject({ state: 'silent', clipped: 0 })
  })
})

describe('[EC21] silent', () => {
  it.each([
    ['just heard', -48.8, 'works'],
    ['just not heard', -49.2, 'silent'],
    ['nothing but zeros', -200, 'silent'],
  ])('%s', (_, db, state) => {
    expect(find([...times(10, QUIET), ...times(5, toneAt(db))]).state).toBe(state)
  })

  it.each([
    ['a word', 3, 'works'],
    ['a click', 2, 'silent'],
  ])('%s', (_, windows, state) => {
    expect(find([...times(10, QUIET), ...times(windows, toneAt(-30))]).state).toBe(state)
  })

  it('zeros have a figure that can be sent', () => {
    expect(find(times(20, tone(0)))).toMatchObject({ state: 'silent', peakDb: -100, noiseDb: -100 })
  })
})

describe('[EC22] clipped', () => {
  it('a tone far too loud is cut off most of the time', () => {
    expect(find(times(20, tone(6))).clipped).toBeGreaterThan(0.5)
  })
  it('a tone just below full scale is not', () => {
    expect(find(times(20, tone(0.94))).clipped).toBe(0)
    expect(find(times(20, tone(0.98))).clipped).toBeGreaterThan(0)
  })
  it('the share is over everything that was heard', () => {
    const { clipped } = find([...times(2, QUIET), ...times(15, QUIET), ...times(15, tone(6))])
    expect(clipped).toBeCloseTo(tone(6).clipped / 2, 3)
  })
})

describe('[EC23] not heard at all is not silent', () => {
  it.each([
    ['the browser waits for a touch', null],
    ['nothing but the first click', times(2, QUIET)],
  ])('%s', (_, windows) => {
    expect(find(windows)).toEqual({ state: 'works', peakDb: null, noiseDb: null, clipped: null })
  })

  it.each([
    ['off', 'off'],
    ['refused', 'refused'],
    ['lost', 'lost'],
    ['busy', 'busy'],
    ['none', 'none'],
    ['not-asked', 'off'],
  ] as const)('%s is %s, with no figure', (microphone, state) => {
    expect(microphoneFinding({ microphone }, times(20, toneAt(-20)))).toEqual({
      state,
      peakDb: null,
      noiseDb: null,
      clipped: null,
    })
  })
})

it('[EC24] listening ends early once a voice and the quiet around it were heard', () => {
  expect(isEnough(times(60, QUIET))).toBe(false)
  expect(isEnough([...times(16, QUIET), ...times(3, toneAt(-20))])).toBe(false)
  expect(isEnough([...times(17, QUIET), ...times(3, toneAt(-20))])).toBe(true)
})
