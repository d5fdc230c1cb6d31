// The sounds Bedside makes, drawn with oscillators: no file to load, nothing to license. Soft onsets and a modest volume,
// because they reach people who wear headphones or are anxious.
import { soundContext } from './sound-context.ts'

/** `bell` proves the speaker; `arrival` tells staff of somebody new; `on-hold` reminds a person on hold that they are. */
export type Chime = 'bell' | 'arrival' | 'joined' | 'left' | 'on-hold'

interface Note {
  /** Hertz, and seconds from the beginning. */
  readonly pitch: number
  readonly at: number
  readonly lasts: number
}

const C5 = 523.25
const E5 = 659.26
const G5 = 783.99
const C6 = 1046.5
const A4 = 440

const CHIMES: Readonly<Record<Chime, { readonly loud: number; readonly notes: readonly Note[] }>> = {
  bell: {
    loud: 0.3,
    notes: [
      { pitch: G5, at: 0, lasts: 1.2 },
      { pitch: C6, at: 0.25, lasts: 1.4 },
    ],
  },
  arrival: {
    loud: 0.16,
    notes: [
      { pitch: E5, at: 0, lasts: 0.5 },
      { pitch: G5, at: 0.14, lasts: 0.8 },
    ],
  },
  joined: {
    loud: 0.18,
    notes: [
      { pitch: C5, at: 0, lasts: 0.35 },
      { pitch: G5, at: 0.12, lasts: 0.6 },
    ],
  },
  left: {
    loud: 0.18,
    notes: [
      { pitch: G5, at: 0, lasts: 0.35 },
      { pitch: C5, at: 0.12, lasts: 0.6 },
    ],
  },
  'on-hold': {
    loud: 0.1,
    notes: [
      { pitch: A4, at: 0, lasts: 0.9 },
      { pitch: E5, at: 0.3, lasts: 1.2 },
    ],
  },
}

/**
 * Plays a chime and resolves when it has ended; also where no sound is possible, so that nobody waits for it. With a
 * `speakerId` it comes from that speaker, where the browser can choose.
 */
export async function playChime(speakerId: string | null = null, chime: Chime = 'bell'): Promise<void> {
  const context = soundContext()
  if (!context) return
  await context.resume().catch(() => undefined)
  if (context.state !== 'running') return
  const { loud, notes } = CHIMES[chime]
  const { output, release } = await outputOf(context, speakerId)
  const begins = context.currentTime + 0.02
  for (const note of notes) strike(context, output, note, begins, loud)
  const length = Math.max(...notes.map((note) => note.at + note.lasts))
  await new Promise((resolve) => setTimeout(resolve, length * 1000 + 60))
  release()
}

/** One struck tone: a fundamental and a faint overtone, quick to sound and slow to fade. */
function strike(context: AudioContext, output: AudioNode, note: Note, begins: number, loud: number): void {
  for (const [times, share] of [
    [1, 1],
    [2.76, 0.18],
  ] as const) {
    const tone = context.createOscillator()
    const gain = context.createGain()
    const start = begins + note.at
    tone.frequency.value = note.pitch * times
    gain.gain.setValueAtTime(0.0001, start)
    gain.gain.exponentialRampToValueAtTime(loud * share, start + 0.015)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + note.lasts)
    tone.connect(gain).connect(output)
    tone.start(start)
    tone.stop(start + note.lasts)
  }
}

/** The loudspeaker asked for, through an audio element, or else the context's own. */
export async function outputOf(
  context: AudioContext,
  speakerId: string | null,
): Promise<{ output: AudioNode; release: () => void }> {
  const own = { output: context.destination, release() {} }
  if (!speakerId || !('setSinkId' in HTMLMediaElement.prototype)) return own
  const stream = context.createMediaStreamDestination()
  const element = new Audio()
  element.srcObject = stream.stream
  try {
    await element.setSinkId(speakerId)
    await element.play()
  } catch {
    // That speaker is gone, or the browser wants a touch first: the usual one will do.
    return own
  }
  return {
    output: stream,
    release() {
      element.pause()
      element.srcObject = null
    },
  }
}
