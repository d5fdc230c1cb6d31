// How loud a microphone is now, for the bars that move when somebody speaks. Listens to the track only; nothing is kept.
import { createStore, type Readable } from '../kit/store.ts'
import { soundContext } from './sound-context.ts'

export interface LevelWatch {
  /** 0 silent to 1 loud. */
  readonly level: Readable<number>
  close(): void
}

/** Ten times a second is smooth for the eye and light for a phone. */
const LOOK_EVERY_MS = 100
/** A quiet place and a raised voice at arm's length (dB below the loudest): the ends of the scale. */
const QUIET_DB = -60
const LOUD_DB = -15

export function watchLevel(track: MediaStreamTrack): LevelWatch {
  const level = createStore(0)
  const context = soundContext()
  if (!context) return { level, close() {} }
  const source = context.createMediaStreamSource(new MediaStream([track]))
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    // It falls slower than it rises, so that a short word can be seen.
    level.set(Math.max(loudnessOf(samples), Math.round(level.get() * 70) / 100))
  }, LOOK_EVERY_MS)
  return {
    level,
    close() {
      clearInterval(timer)
      source.disconnect()
      analyser.disconnect()
      level.set(0)
    },
  }
}

/** Loudness of samples from -1 to 1, on a scale from 0 to 1. */
export function loudnessOf(samples: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < samples.length; i++) sum += (samples[i] ?? 0) ** 2
  const rms = Math.sqrt(sum / Math.max(1, samples.length))
  const db = 20 * Math.log10(Math.max(rms, 1e-6))
  return Math.round(Math.min(1, Math.max(0, (db - QUIET_DB) / (LOUD_DB - QUIET_DB))) * 100) / 100
}
