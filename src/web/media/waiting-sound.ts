// The sound that somebody may play while they wait: slow, soft chords without a tune, drawn with oscillators, so that there is
// no file to load and nothing to license. Decides nothing of when it plays.
import { outputOf } from './chime.ts'
import { soundContext } from './sound-context.ts'

export interface WaitingSound {
  /** At once enough for a bell that rings now, and without a click. */
  stop(): void
}

/** Hertz: chords that lead nowhere, so that none is missed when it ends. */
const CHORDS: readonly (readonly number[])[] = [
  [130.81, 196, 293.66, 329.63],
  [110, 164.81, 261.63, 329.63],
  [87.31, 174.61, 261.63, 349.23],
  [98, 196, 246.94, 293.66],
]
const CHORD_SECONDS = 7
/** The next begins before the last has faded. */
const OVERLAP_SECONDS = 2.5
/** Well below a voice. */
const LOUD = 0.05
const FADE_IN_SECONDS = 3
const FADE_OUT_SECONDS = 0.15

/** Begins to play; silent where no sound is possible. Needs a press of the person. */
export function playWaitingSound(speakerId: string | null): WaitingSound {
  const context = soundContext()
  if (!context) return { stop() {} }
  const volume = context.createGain()
  const dull = context.createBiquadFilter()
  dull.type = 'lowpass'
  dull.frequency.value = 1100
  volume.gain.setValueAtTime(0, context.currentTime)
  volume.gain.linearRampToValueAtTime(1, context.currentTime + FADE_IN_SECONDS)
  dull.connect(volume)
  let stopped = false
  let release = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined

  void (async () => {
    await context.resume().catch(() => undefined)
    const to = await outputOf(context, speakerId)
    if (stopped) return to.release()
    release = to.release
    volume.connect(to.output)
    let begins = context.currentTime + 0.05
    let next = 0
    // One chord ahead of what is heard: a page out of sight gets its turn once in a second only.
    const ahead = () => {
      if (begins < context.currentTime) begins = context.currentTime + 0.05
      playChord(context, dull, CHORDS[next++ % CHORDS.length] ?? [], begins)
      begins += CHORD_SECONDS - OVERLAP_SECONDS
      timer = setTimeout(ahead, Math.max(500, (begins - context.currentTime - 2) * 1000))
    }
    ahead()
  })()

  return {
    stop() {
      if (stopped) return
      stopped = true
      clearTimeout(timer)
      volume.gain.cancelScheduledValues(context.currentTime)
      volume.gain.setTargetAtTime(0, context.currentTime, FADE_OUT_SECONDS / 3)
      setTimeout(() => {
        volume.disconnect()
        release()
      }, FADE_OUT_SECONDS * 2000)
    },
  }
}

function playChord(context: AudioContext, to: AudioNode, chord: readonly number[], begins: number): void {
  const ends = begins + CHORD_SECONDS
  chord.forEach((pitch, index) => {
    const tone = context.createOscillator()
    const gain = context.createGain()
    tone.type = index < 2 ? 'triangle' : 'sine'
    tone.frequency.value = pitch
    // One voice after the other, as a hand that rolls a chord.
    const enters = begins + index * 0.35
    gain.gain.setValueAtTime(0.0001, enters)
    gain.gain.exponentialRampToValueAtTime(LOUD, enters + 2)
    gain.gain.exponentialRampToValueAtTime(0.0001, ends)
    tone.connect(gain).connect(to)
    tone.start(enters)
    tone.stop(ends)
    tone.onended = () => gain.disconnect()
  })
}
