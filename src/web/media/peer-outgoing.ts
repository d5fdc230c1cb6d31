// Puts this side's tracks on the connection's two senders and takes them off, without negotiating. The offering side lays
// out sound and picture beforehand, empty; the answering side finds them in the offer.
import type { SourceTracks } from './engine.ts'

export interface OutgoingTracks {
  /** Lays out sound and picture for the first offer. */
  layOut(): void
  /** Lays out what there is to send before an offer comes: less is left to do before its answer. `send` comes after it. */
  expect(outgoing: SourceTracks): void
  /** Adopts what the offer laid out, before it is answered. */
  adopt(): void
  /** Sends these tracks from now on; null sends nothing. */
  send(outgoing: SourceTracks | null): void
  readonly video: RTCRtpSender | null
  readonly sounding: MediaStreamTrack | null
  readonly showing: MediaStreamTrack | null
}

export const NOTHING: SourceTracks = { audio: null, video: null }
const over = (transceiver: RTCRtpTransceiver) => transceiver.currentDirection === 'stopped'

export function outgoingTracks(pc: RTCPeerConnection, onReceiver: (receiver: RTCRtpReceiver) => void): OutgoingTracks {
  let audio: RTCRtpTransceiver | null = null
  let video: RTCRtpTransceiver | null = null
  let sending = NOTHING
  // One stream for both, so that the far side keeps lips and words together.
  const together = new MediaStream()

  // What was asked for last: the sender itself tells it only once the browser has done it, and asking twice restarts it.
  const asked = new Map<RTCRtpTransceiver, MediaStreamTrack | null>()

  const put = (transceiver: RTCRtpTransceiver | null, track: MediaStreamTrack | null) => {
    if (!transceiver || (asked.get(transceiver) ?? null) === track || over(transceiver)) return
    asked.set(transceiver, track)
    // It fails only for a connection or a transceiver that is over.
    transceiver.sender.replaceTrack(track).catch(() => undefined)
  }
  const putAll = () => {
    // The picture first: a browser makes ready one after the other, and sound is there long before a picture.
    put(video, sending.video)
    put(audio, sending.audio)
  }
  const claim = (kind: 'audio' | 'video', transceiver: RTCRtpTransceiver) => {
    if (kind === 'audio') {
      audio = transceiver
      protectSound(transceiver)
    } else video = transceiver
  }
  const received = new Set<RTCRtpReceiver>()
  const receive = ({ receiver }: RTCRtpTransceiver) => {
    if (!received.has(receiver)) onReceiver(receiver)
    received.add(receiver)
  }

  return {
    layOut() {
      for (const kind of ['audio', 'video'] as const) {
        const transceiver = pc.addTransceiver(kind, { direction: 'sendrecv', streams: [together] })
        claim(kind, transceiver)
        receive(transceiver)
      }
    },
    expect(outgoing) {
      for (const kind of ['audio', 'video'] as const) {
        const track = outgoing[kind]
        if (!track || (kind === 'audio' ? audio : video)) continue
        // Only what was added as a track finds its place in an offer by itself (JSEP, RFC 9429, 5.10).
        const sender = pc.addTrack(track, together)
        const transceiver = pc.getTransceivers().find((each) => each.sender === sender)
        if (!transceiver) continue
        asked.set(transceiver, track)
        claim(kind, transceiver)
      }
    },
    adopt() {
      // What the offer had no place for is none of this call.
      if (audio?.mid === null) audio = null
      if (video?.mid === null) video = null
      for (const transceiver of pc.getTransceivers()) {
        if (over(transceiver) || transceiver.mid === null) continue
        const kind = transceiver.receiver.track.kind as 'audio' | 'video'
        const claimed = kind === 'audio' ? audio : video
        if (claimed !== null && claimed !== transceiver) continue
        if (claimed === null) {
          transceiver.direction = 'sendrecv'
          transceiver.sender.setStreams?.(together)
          claim(kind, transceiver)
        }
        receive(transceiver)
      }
      putAll()
    },
    send(outgoing) {
      sending = outgoing ?? NOTHING
      putAll()
    },
    get video() {
      return video?.sender ?? null
    },
    get sounding() {
      return sending.audio
    },
    get showing() {
      return sending.video
    },
  }
}

/** Every packet carries the one before it as well (RED, RFC 2198), where the browser can: one loss is then not heard. */
function protectSound(transceiver: RTCRtpTransceiver) {
  const codecs = RTCRtpReceiver.getCapabilities?.('audio')?.codecs ?? []
  const red = codecs.filter((codec) => codec.mimeType.toLowerCase() === 'audio/red')
  if (red.length === 0 || !transceiver.setCodecPreferences) return
  try {
    transceiver.setCodecPreferences([...red, ...codecs.filter((codec) => !red.includes(codec))])
  } catch {
    // The browser's own order is good too.
  }
}
