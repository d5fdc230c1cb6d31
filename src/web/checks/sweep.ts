// A soft rising tone, and how much of it is found again in what a microphone heard. Arithmetic alone.

/** Low and high enough for the speaker of a telephone; short enough to lie whole in one look at the sound. */
export const SWEEP = { fromHz: 400, toHz: 2000, seconds: 0.4, amplitude: 0.16 } as const
const FADE_SECONDS = 0.03

/** Samples of the sweep, 0 at both ends. `quarter` is the same a quarter turn later. */
export function sweepAt(rate: number, turn: 'sweep' | 'quarter' = 'sweep'): Float32Array<ArrayBuffer> {
  const { fromHz, toHz, seconds, amplitude } = SWEEP
  const samples = new Float32Array(Math.floor(seconds * rate))
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate
    const phase = 2 * Math.PI * (fromHz * t + ((toHz - fromHz) / (2 * seconds)) * t * t)
    const fade = Math.min(1, t / FADE_SECONDS, (seconds - t) / FADE_SECONDS)
    samples[i] = amplitude * fade * (turn === 'sweep' ? Math.sin(phase) : Math.cos(phase))
  }
  return samples
}

export interface SweepMatch {
  /** 0 nothing alike, 1 the sweep and nothing else. */
  readonly likeness: number
  /** How loud it came back against how loud it was played, dB. */
  readonly gainDb: number
}

/** Correlating needs no more than this: twice the highest tone, and some. */
const LEAST_RATE = 5000

/** Looks for the whole sweep anywhere in `heard`. */
export function findSweep(heard: ArrayLike<number>, rate: number): SweepMatch {
  const step = Math.max(1, Math.floor(rate / LEAST_RATE))
  const sound = thinned(heard, step)
  const sweep = thinned(sweepAt(rate), step)
  const quarter = thinned(sweepAt(rate, 'quarter'), step)
  const energy = energyOf(sweep, 0, sweep.length)
  let best: SweepMatch = { likeness: 0, gainDb: Number.NEGATIVE_INFINITY }
  let heardEnergy = energyOf(sound, 0, sweep.length)
  for (let lag = 0; lag + sweep.length <= sound.length; lag++) {
    let inPhase = 0
    let turned = 0
    for (let i = 0; i < sweep.length; i++) {
      const value = sound[lag + i] ?? 0
      inPhase += value * (sweep[i] ?? 0)
      turned += value * (quarter[i] ?? 0)
    }
    const match = Math.hypot(inPhase, turned)
    const likeness = heardEnergy > 0 ? match / Math.sqrt(energy * heardEnergy) : 0
    if (likeness > best.likeness) best = { likeness: Math.min(1, likeness), gainDb: 20 * Math.log10(match / energy) }
    heardEnergy += (sound[lag + sweep.length] ?? 0) ** 2 - (sound[lag] ?? 0) ** 2
  }
  return best
}

function energyOf(samples: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += (samples[i] ?? 0) ** 2
  return sum
}

/** Every `step` samples one, their mean: keeps the sweep's tones and drops what lies above them. */
function thinned(samples: ArrayLike<number>, step: number): Float32Array {
  const fewer = new Float32Array(Math.floor(samples.length / step))
  for (let i = 0; i < fewer.length; i++) {
    let sum = 0
    for (let j = 0; j < step; j++) sum += samples[i * step + j] ?? 0
    fewer[i] = sum / step
  }
  return fewer
}
