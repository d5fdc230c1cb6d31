// What a few seconds of sound say about a microphone: how loud the voice, how loud the quiet, clipped, silent. Decides from
// figures alone; microphone-listen takes them from the running microphone.
import type { MicrophoneFinding } from '#domain/equipment'
import type { LocalState } from '../media/local.ts'
import { troubleOf } from './trouble.ts'

/** A short stretch of sound in figures. Levels in dBFS: 0 is the loudest there is, a square wave at full scale. */
export interface SoundWindow {
  readonly rmsDb: number
  readonly peakDb: number
  /** Share of samples at full scale. */
  readonly clipped: number
}

/** Silence as a figure: 16-bit sound cannot be quieter than -96. */
export const FLOOR_DB = -100
/** Whatever is louder was cut off, by the microphone or by the browser's own limiter, which stops at -0.2 dB. */
const FULL_SCALE = 0.95
/** A speaking voice at arm's length, as the moving bars show it (a quarter of their height). */
export const VOICE_FROM_DB = -49
/** So many windows with a voice are a word and not a click. */
const WINDOWS_FOR_VOICE = 3
/** Opening a device clicks. */
const FIRST_IGNORED = 2
/** With so many windows the quiet between the words is among them. */
const ENOUGH_WINDOWS = 18
const QUIET_SHARE = 0.1

export function windowOf(samples: ArrayLike<number>): SoundWindow {
  let squares = 0
  let peak = 0
  let clipped = 0
  for (let i = 0; i < samples.length; i++) {
    const value = Math.abs(samples[i] ?? 0)
    squares += value * value
    if (value > peak) peak = value
    if (value >= FULL_SCALE) clipped++
  }
  const count = Math.max(1, samples.length)
  return { rmsDb: decibels(Math.sqrt(squares / count)), peakDb: decibels(peak), clipped: clipped / count }
}

/** Whether more listening would tell nothing new: a voice was heard, and the quiet around it. */
export function isEnough(windows: readonly SoundWindow[]): boolean {
  return windows.length >= FIRST_IGNORED + ENOUGH_WINDOWS && hasVoice(windows.slice(FIRST_IGNORED))
}

/** Windows are null where the sound could not be listened to: the browser wants a touch first, or cannot. */
export function microphoneFinding(
  local: Pick<LocalState, 'microphone'>,
  windows: readonly SoundWindow[] | null,
): MicrophoneFinding {
  const trouble = troubleOf(local.microphone)
  const heard = windows?.slice(FIRST_IGNORED) ?? []
  if (trouble !== null || heard.length === 0)
    return { state: trouble ?? 'works', peakDb: null, noiseDb: null, clipped: null }
  const byLoudness = heard.map(({ rmsDb }) => rmsDb).sort((a, b) => a - b)
  return {
    state: hasVoice(heard) ? 'works' : 'silent',
    peakDb: tenth(Math.max(...heard.map(({ peakDb }) => peakDb))),
    noiseDb: tenth(byLoudness[Math.floor(byLoudness.length * QUIET_SHARE)] ?? FLOOR_DB),
    clipped: heard.reduce((sum, window) => sum + window.clipped, 0) / heard.length,
  }
}

function hasVoice(windows: readonly SoundWindow[]): boolean {
  return windows.filter(({ rmsDb }) => rmsDb >= VOICE_FROM_DB).length >= WINDOWS_FOR_VOICE
}

function decibels(amplitude: number): number {
  // Resampling may lift a cut-off sample above full scale.
  return Math.max(FLOOR_DB, 20 * Math.log10(Math.min(1, Math.max(amplitude, 1e-9))))
}

const tenth = (value: number) => Math.round(value * 10) / 10
