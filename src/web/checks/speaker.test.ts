// The sweep found again in made-up sound, what its loudness means, and names that tell a headset.
import { describe, expect, it } from 'vitest'
import { type Echo, echoOf, isHeadset, LIKE_FROM, speakerFinding } from './speaker.ts'
import { findSweep, SWEEP, sweepAt } from './sweep.ts'

const RATE = 48_000
const LENGTH = 32_768

/** Noise that is the same in every run. */
function noise(rms: number, seed = 1): Float32Array {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  return Float32Array.from({ length: LENGTH }, () => next() * rms * Math.sqrt(12))
}
/** The sweep as a microphone hears it: later, quieter, and again from the wall. */
function withSweep(sound: Float32Array, gainDb: number, atSeconds: number, rate = RATE): Float32Array {
  const gain = 10 ** (gainDb / 20)
  const sweep = sweepAt(rate)
  const at = Math.floor(atSeconds * rate)
  sweep.forEach((value, i) => {
    if (at + i < sound.length) sound[at + i] = (sound[at + i] ?? 0) + gain * value
    const wall = at + i + Math.floor(0.007 * rate)
    if (wall < sound.length) sound[wall] = (sound[wall] ?? 0) + 0.3 * gain * value
  })
  return sound
}
/** A voice: a gliding tone with its overtones, in syllables. */
function voice(): Float32Array {
  return Float32Array.from({ length: LENGTH }, (_, i) => {
    const t = i / RATE
    const pitch = 2 * Math.PI * (120 * t + 40 * t * t)
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t))
    let sum = 0
    for (let overtone = 1; overtone <= 20; overtone++) sum += Math.sin(overtone * pitch) / overtone
    return 0.1 * syllable * sum
  })
}

describe('[EC30] the sweep is found wherever it comes back', () => {
  it.each([
    ['loud and at once', -6, 0],
    ['late, as over Bluetooth', -20, 0.25],
    ['quiet', -40, 0.1],
  ])('%s', (_, gainDb, at) => {
    const match = findSweep(withSweep(noise(0.0002), gainDb, at), RATE)
    expect(match.likeness).toBeGreaterThan(0.6)
    expect(match.gainDb).toBeGreaterThan(gainDb - 3)
    expect(match.gainDb).toBeLessThan(gainDb + 3)
  })

  it('at another sample rate', () => {
    const match = findSweep(withSweep(noise(0.0002), -20, 0.2, 44_100), 44_100)
    expect(Math.abs(match.gainDb + 20)).toBeLessThan(3)
  })

  it('turned over, as some sound cards do', () => {
    const turned = withSweep(noise(0.0002), -20, 0.1).map((value) => -value)
    expect(findSweep(turned, RATE).likeness).toBeGreaterThan(0.6)
  })

  it('a quarter turn late, as some filters make it', () => {
    const sound = noise(0.0002)
    sweepAt(RATE, 'quarter').forEach((value, i) => {
      sound[i + 3000] = (sound[i + 3000] ?? 0) + 0.1 * value
    })
    expect(findSweep(sound, RATE).likeness).toBeGreaterThan(0.8)
  })

  it.each([
    ['noise', () => noise(0.1)],
    ['other noise', () => noise(0.02, 77)],
    ['a voice', voice],
    [
      'a steady tone',
      () => Float32Array.from({ length: LENGTH }, (_, i) => 0.2 * Math.sin((2 * Math.PI * 1000 * i) / RATE)),
    ],
    ['nothing', () => new Float32Array(LENGTH)],
  ])('and not in %s', (_, sound) => {
    expect(findSweep(sound(), RATE).likeness).toBeLessThan(LIKE_FROM * 0.8)
  })

  it('is soft, and begins and ends in silence', () => {
    const sweep = sweepAt(RATE)
    expect(Math.max(...sweep)).toBeLessThanOrEqual(SWEEP.amplitude + 1e-6)
    expect([sweep[0], Math.abs(sweep.at(-1) ?? 1)].every((value) => value !== undefined && value < 0.001)).toBe(true)
  })
})

const NO_NAMES = { microphone: null, speaker: null }
const find = (
  echo: Echo,
  heard: boolean | null = null,
  names: { microphone: string | null; speaker: string | null } = NO_NAMES,
) => speakerFinding({ heard, echo, names, canChoose: false })
const sweep = (gainDb: number, cancelled = false): Echo => ({ heard: 'sweep', gainDb, cancelled })

describe('[EC31] how much echo', () => {
  it.each([
    ['barely there', -46.1, 'none'],
    ['what a canceller takes away', -46, 'some'],
    ['as much as a canceller takes away', -16.1, 'some'],
    ['more than a canceller takes away', -16, 'strong'],
  ])('%s', (_, gainDb, echo) => {
    expect(find(sweep(gainDb))).toMatchObject({ echo, echoDb: gainDb })
  })

  it('what is left although it was cancelled is strong', () => {
    expect(find(sweep(-40, true)).echo).toBe('strong')
    expect(find(sweep(-50, true)).echo).toBe('none')
  })

  it('nothing alike is no echo, and not listening is no finding', () => {
    expect(find(echoOf({ likeness: LIKE_FROM - 0.01, gainDb: -10 }, false))).toMatchObject({
      echo: 'none',
      echoDb: null,
    })
    expect(find(echoOf({ likeness: LIKE_FROM, gainDb: -10.04 }, false))).toMatchObject({ echo: 'strong', echoDb: -10 })
    expect(find(echoOf(null, false))).toMatchObject({ echo: null, echoDb: null })
  })
})

describe('[EC32] a headset', () => {
  it.each([
    'Headset Microphone (Jabra Evolve2 40)',
    'Default - Headphones (Realtek(R) Audio)',
    'AirPods Pro',
    'EarPods',
    'Bluetooth headset',
    'Wired headset',
    'Hands-Free AG Audio (WH-1000XM4)',
    'Galaxy Buds2 Pro',
    'Poly Blackwire 3220 Stereo',
    'Anna’s earbuds',
    'WH-1000XM4',
    'Jabra Evolve2 40',
  ])('%s is one', (name) => {
    expect(isHeadset(name)).toBe(true)
  })

  it.each([
    'Headset earpiece',
    'Speakerphone',
    'Jabra Speak 510',
    'Jabra PanaCast 20',
    'Jabra SPEAK 510 USB Hands-Free',
    'Bluetooth Hands-Free Speakerphone',
    'Bose Mini II SoundLink',
    'MacBook Pro Speakers',
    'iPhone Microphone',
    'Default - Speakers (Realtek(R) Audio)',
    'Microphone Array (Intel® Smart Sound Technology)',
    'Built-in Audio Analog Stereo',
    'Fake Default Audio Output',
    'HD Pro Webcam C920',
  ])('%s is none', (name) => {
    expect(isHeadset(name)).toBe(false)
  })

  const headphones = { microphone: 'Internal Microphone', speaker: 'Headphones' }
  const built = { microphone: 'Internal Microphone', speaker: 'Speakers' }
  it.each([
    ['named', sweep(-60), null, headphones, true],
    ['named, although its sound leaks into the microphone', sweep(-30), null, headphones, true],
    [
      'its microphone named, where the browser does not name the speaker',
      { heard: 'not-measured' },
      null,
      { microphone: 'AirPods', speaker: null },
      true,
    ],
    [
      'its microphone used while the speakers play',
      sweep(-20),
      null,
      { microphone: 'Headset', speaker: 'Speakers' },
      false,
    ],
    ['heard by the person and not by the microphone', { heard: 'nothing' }, true, NO_NAMES, true],
    ['heard by nobody: perhaps only turned down', { heard: 'nothing' }, false, NO_NAMES, null],
    ['heard by the microphone', sweep(-20), true, built, false],
    ['not known', { heard: 'not-measured' }, null, built, null],
  ] satisfies [string, Echo, boolean | null, { microphone: string | null; speaker: string | null }, boolean | null][])(
    '%s',
    (_, echo, heard, names, headset) => {
      expect(find(echo, heard, names).headset).toBe(headset)
    },
  )
})
