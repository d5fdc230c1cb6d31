// Plays the sweep and listens for it with a running microphone. Keeps no sound. Changes nothing about the microphone: who
// calls this has chosen whether echo is cancelled.
import { outputOf } from '../media/chime.ts'
import { soundContext } from '../media/sound-context.ts'
import { LIKE_FROM } from './speaker.ts'
import { findSweep, SWEEP, type SweepMatch, sweepAt } from './sweep.ts'

/** The most a browser gives at once: 0.68 s at 48 kHz, in which a whole sweep has room. */
const LOOK_SAMPLES = 32_768
/** Each look overlaps the last by more than a sweep, so one of them has it whole. */
const LOOK_EVERY_MS = 120
/** Bluetooth plays up to a third of a second late, and some of that again is the way back. */
const LATEST_SECONDS = 0.7

/** A browser that wants a touch first, or has no way out for sound, never starts. */
const STARTS_WITHIN_MS = 800

/** The best match, or null where nothing could be played or listened to. Ends early with the signal. Never rejects. */
export async function playSweep(
  speakerId: string | null,
  microphone: MediaStreamTrack | null,
  signal: AbortSignal,
): Promise<SweepMatch | null> {
  const context = soundContext()
  if (!context) return null
  const tooLate = new Promise<void>((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))
  await Promise.race([context.resume().catch(() => undefined), tooLate, aborted(signal)])
  if (context.state !== 'running' || signal.aborted) return null
  const speaker = await outputOf(context, speakerId)
  const ear = microphone && isWideEnough(context) ? listen(context, microphone) : null
  const buffer = context.createBuffer(1, Math.floor(SWEEP.seconds * context.sampleRate), context.sampleRate)
  buffer.copyToChannel(sweepAt(context.sampleRate), 0)
  const player = context.createBufferSource()
  player.buffer = buffer
  player.connect(speaker.output)
  const starts = context.currentTime + 0.05
  player.start(starts)
  const match = await new Promise<SweepMatch | null>((resolve) => {
    let best: SweepMatch | null = null
    let lookedAt = 0
    let gap = 0
    const end = () => {
      clearInterval(timer)
      // A page that was too busy to look in time may have missed it: that is not the same as no echo.
      const missed = gap > LOOK_SAMPLES / context.sampleRate - SWEEP.seconds
      resolve(missed && (best?.likeness ?? 0) < LIKE_FROM ? null : best)
    }
    const timer = setInterval(() => {
      const since = context.currentTime - starts - SWEEP.seconds
      // Before it can have come back whole there is nothing to find.
      if (since < 0) return
      gap = Math.max(gap, since - lookedAt)
      lookedAt = since
      const found = ear?.look() ?? null
      const better = found !== null && found.likeness > (best?.likeness ?? 0)
      // Once it is found and the next look finds no better, it need not be waited for.
      if (best !== null && best.likeness >= LIKE_FROM && !better) return end()
      if (better) best = found
      if (since > (ear ? LATEST_SECONDS : 0.1)) end()
    }, LOOK_EVERY_MS)
    signal.addEventListener('abort', end)
  })
  if (signal.aborted) player.stop()
  player.disconnect()
  speaker.release()
  ear?.close()
  // A microphone that went meanwhile heard nothing, which is not the same as no echo.
  const lost = microphone?.readyState !== 'live' || microphone.muted
  // Neither did one that gives nothing but zeros: somebody has switched it off.
  return signal.aborted || lost || match?.likeness === 0 ? null : match
}

/** Sound cards for studios take so many samples that a sweep does not fit into one look. */
function isWideEnough({ sampleRate }: AudioContext): boolean {
  return LOOK_SAMPLES / sampleRate > SWEEP.seconds + (1.5 * LOOK_EVERY_MS) / 1000
}

function listen(context: AudioContext, track: MediaStreamTrack) {
  let source: MediaStreamAudioSourceNode
  try {
    source = context.createMediaStreamSource(new MediaStream([track]))
  } catch {
    return null
  }
  const analyser = context.createAnalyser()
  analyser.fftSize = LOOK_SAMPLES
  source.connect(analyser)
  const samples = new Float32Array(LOOK_SAMPLES)
  return {
    look(): SweepMatch {
      analyser.getFloatTimeDomainData(samples)
      return findSweep(samples, context.sampleRate)
    },
    close() {
      source.disconnect()
      analyser.disconnect()
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}
