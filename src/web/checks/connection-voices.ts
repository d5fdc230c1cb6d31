// Streams of the smallest sound, fifty packets a second each, by which loss is counted as a call's sound would feel it.
// They are made up and are never played to anybody.
import { MOST_VOICES } from './connection-ramp.ts'

export interface Voices {
  /** How many speak from now on. */
  speak(count: number): void
  close(): void
}

const SMALLEST = 6000

/** Before the connection's first offer. They stay silent in a browser that allows no sound before a press. */
export function openVoices(connection: RTCPeerConnection): Voices {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const out = context.createMediaStreamDestination()
  tone.connect(out)
  tone.start()
  void context.resume().catch(() => undefined)
  const [first] = out.stream.getAudioTracks()
  const senders = Array.from({ length: MOST_VOICES }, () => {
    const sendEncodings = [{ maxBitrate: SMALLEST }]
    return connection.addTransceiver('audio', { direction: 'sendonly', sendEncodings }).sender
  })
  return {
    speak(count) {
      senders.forEach((sender, i) => {
        const wanted = i < count ? (first ?? null) : null
        if (sender.track !== wanted) void sender.replaceTrack(wanted).catch(() => undefined)
      })
    },
    close() {
      first?.stop()
      void context.close().catch(() => undefined)
    },
  }
}
