// Sends exactly as much as it is told to over one side of a connection: a tiny picture whose frames a worker makes large. It
// measures nothing.
import type { FrameStreams, InflateOrder } from './connection-inflate.ts'

export interface Flood {
  /** kbit/s on the line; 0 sends nothing. */
  setRate(kbps: number): void
  close(): void
}

/** Chromium before it had `RTCRtpScriptTransform`. */
interface OldSender {
  createEncodedStreams?(): FrameStreams
}

const FRAMES_A_SECOND = 60
/** Drawing takes this page's time, and trips are timed by this page. */
const FRAMES_AT_REST = 5

/** What to open a connection with, so that it can be flooded. */
export const FLOODABLE: object = 'RTCRtpScriptTransform' in globalThis ? {} : { encodedInsertableStreams: true }

/** Before the connection's first offer. Null where the browser gives no hand on its frames. */
export function openFlood(connection: RTCPeerConnection): Flood | null {
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs.filter(({ mimeType }) => mimeType === 'video/VP8') ?? []
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const brush = canvas.getContext('2d')
  if (codecs.length === 0 || !brush || !('captureStream' in canvas)) return null
  const stream = canvas.captureStream(FRAMES_A_SECOND)
  const [track] = stream.getVideoTracks()
  if (!track) return null
  const sendEncodings = [{ maxFramerate: FRAMES_A_SECOND }]
  const transceiver = connection.addTransceiver(track, { direction: 'sendonly', streams: [stream], sendEncodings })
  // One codec alone: no repeats (RTX) and no redundancy beside it.
  transceiver.setCodecPreferences(codecs)
  const worker = new Worker(new URL('./connection-inflate.ts', import.meta.url), { type: 'module' })
  const say = (order: InflateOrder, transfer: Transferable[] = []) => worker.postMessage(order, transfer)
  if (!stand(transceiver.sender, worker, say)) {
    worker.terminate()
    track.stop()
    return null
  }
  let drawn = 0
  const draw = () => {
    brush.fillStyle = `hsl(${(drawn++ * 37) % 360} 50% 50%)`
    brush.fillRect(0, 0, canvas.width, canvas.height)
  }
  // Never quite still: an encoder that has to begin takes half a second of its own.
  let drawing = setInterval(draw, 1000 / FRAMES_AT_REST)
  return {
    setRate(kbps) {
      say({ kbps })
      clearInterval(drawing)
      drawing = setInterval(draw, 1000 / (kbps > 0 ? FRAMES_A_SECOND : FRAMES_AT_REST))
    },
    close() {
      clearInterval(drawing)
      track.stop()
      worker.terminate()
    },
  }
}

function stand(sender: RTCRtpSender, worker: Worker, say: (order: InflateOrder, transfer: Transferable[]) => void) {
  if ('RTCRtpScriptTransform' in globalThis) {
    sender.transform = new RTCRtpScriptTransform(worker)
    return true
  }
  const streams = (sender as OldSender).createEncodedStreams?.()
  if (!streams) return false
  const { readable, writable } = streams
  say({ readable, writable }, [readable, writable])
  return true
}
