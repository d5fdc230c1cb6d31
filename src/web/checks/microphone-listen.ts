// Takes the figures of a running microphone, window by window. Keeps no sound, only its loudness.
import { soundContext } from '../media/sound-context.ts'
import { type SoundWindow, windowOf } from './microphone.ts'

export interface Listening {
  /** What was heard so far; null while the browser gives no sound at all. */
  windows(): readonly SoundWindow[] | null
  close(): void
}

/** Samples of a window: 85 ms at 48 kHz, the length of a syllable's middle. */
const WINDOW = 4096
const EVERY_MS = 90

const DEAF: Listening = { windows: () => null, close() {} }

export function listenTo(track: MediaStreamTrack): Listening {
  const context = soundContext()
  if (!context) return DEAF
  let source: MediaStreamAudioSourceNode
  try {
    source = context.createMediaStreamSource(new MediaStream([track]))
  } catch {
    // Firefox refuses a microphone whose sample rate is not the context's.
    return DEAF
  }
  const analyser = context.createAnalyser()
  analyser.fftSize = WINDOW
  source.connect(analyser)
  const samples = new Float32Array(WINDOW)
  const windows: SoundWindow[] = []
  const timer = setInterval(() => {
    // A context that waits for a touch gives zeros: those are not silence.
    if (context.state !== 'running' || track.muted) return
    analyser.getFloatTimeDomainData(samples)
    windows.push(windowOf(samples))
  }, EVERY_MS)
  return {
    windows: () => (windows.length > 0 ? windows : null),
    close() {
      clearInterval(timer)
      source.disconnect()
      analyser.disconnect()
    },
  }
}
