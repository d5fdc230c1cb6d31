// Runs in a worker: makes the frames of a tiny picture as large as the rate asked for, so that a page sends exactly as
// much as it wants without encoding anything large. The picture is never shown to anybody.

/** What the page says to this worker. Browsers before `RTCRtpScriptTransform` hand the frames over by hand. */
export type InflateOrder =
  /** What to send from now on, kbit/s on the line; 0 sends nothing. */
  { readonly kbps: number } | FrameStreams

export interface FrameStreams {
  readonly readable: ReadableStream<Frame>
  readonly writable: WritableStream<Frame>
}
interface Frame {
  data: ArrayBuffer
}

/** RTP, its extensions, SRTP, TURN, UDP and IP around each packet. */
const AROUND_BYTES = 85
const PACKET_BYTES = 1150
/** Smaller frames are left out, and what they would have carried goes with the next. */
const LEAST_BYTES = 150
/** After a pause nothing is made good that is older than this. */
const MEMORY_MS = 100
const MOST_BYTES = 400_000

let kbps = 0
let budget = 0
let last = 0

function inflate(frame: Frame, pass: (frame: Frame) => void): void {
  const now = performance.now()
  budget = Math.min(budget + (kbps * (now - last)) / 8, Math.max(2 * LEAST_BYTES, (kbps * MEMORY_MS) / 8))
  last = now
  const size = Math.min(MOST_BYTES, Math.floor(budget) - AROUND_BYTES)
  if (kbps === 0 || size < LEAST_BYTES) return
  budget -= size + Math.ceil(size / PACKET_BYTES) * AROUND_BYTES
  const bytes = new Uint8Array(size)
  bytes.set(new Uint8Array(frame.data).subarray(0, size))
  frame.data = bytes.buffer
  pass(frame)
}

function stand({ readable, writable }: FrameStreams): void {
  const inflating = new TransformStream<Frame, Frame>({
    transform: (frame, controller) => inflate(frame, (passed) => controller.enqueue(passed)),
  })
  // The connection ends the stream when it is closed; there is nobody to tell.
  readable
    .pipeThrough(inflating)
    .pipeTo(writable)
    .catch(() => undefined)
}

addEventListener('message', ({ data }: MessageEvent<InflateOrder>) => {
  if ('kbps' in data) kbps = data.kbps
  else stand(data)
})
addEventListener('rtctransform', (event) => {
  stand((event as Event & { transformer: FrameStreams }).transformer)
})
