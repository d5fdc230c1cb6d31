// A loop through the relay: two ends in this one page that may meet at the relay only, so that whatever one sends goes up
// the line and comes down again, and is timed by one clock. Opens and closes; what it is used for is decided elsewhere.
import { type Reading, readCounts } from './connection-counts.ts'
import { FLOODABLE, type Flood, openFlood } from './connection-flood.ts'
import { withoutBrakes } from './connection-sdp.ts'
import { openVoices, type Voices } from './connection-voices.ts'

export interface Loop {
  /** Null where the browser cannot be told how much to send. */
  readonly flood: Flood | null
  readonly voices: Voices | null
  read(): Promise<Reading>
  /** Sends one small datagram that is never repeated. */
  send(number: number): void
  /** Heard for each that came round: its number, and how long it took, ms. */
  onCame: (number: number, tripMs: number) => void
  readonly alive: boolean
  /** Bytes both ways together, when it was last read. */
  readonly moved: number
  close(): Promise<void>
}

export interface Opened {
  readonly loop: Loop | null
  /** The relay gave an address. */
  readonly answered: boolean
}

const POLL_MS = 20
/** A relay that has not answered by then would not carry a call either. */
export const ANSWER_MS = 3000
/** Then the two ends have met, on a line that loses one packet in twenty half a second away. */
const MEET_MS = 8000
/** Number and time. */
const DATAGRAM_BYTES = 12

/** No loop when the relay does not answer, the two ends do not meet, or `signal` says stop. */
export async function openLoop(iceServers: RTCIceServer[], signal: AbortSignal): Promise<Opened> {
  const settings = { iceServers, iceTransportPolicy: 'relay' } as const
  const near = new RTCPeerConnection({ ...settings, ...FLOODABLE })
  const far = new RTCPeerConnection(settings)
  const ends = [near, far]
  const flood = orNull(() => openFlood(near))
  const voices = orNull(() => openVoices(near))
  const [out, back] = ends.map((end) =>
    end.createDataChannel('trip', { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 }),
  ) as [RTCDataChannel, RTCDataChannel]
  back.binaryType = 'arraybuffer'
  let answered = false
  let moved = 0
  near.addEventListener('icecandidate', ({ candidate }) => {
    answered ||= Boolean(candidate?.candidate)
  })
  const closeAll = () => {
    flood?.close()
    voices?.close()
    for (const end of ends) end.close()
  }
  const loop: Loop = {
    flood,
    voices,
    async read() {
      const reading = await readCounts(ends)
      moved = reading.line.sent + reading.line.received
      return reading
    },
    send(number) {
      if (out.readyState !== 'open') return
      const view = new DataView(new ArrayBuffer(DATAGRAM_BYTES))
      view.setUint32(0, number)
      view.setFloat64(4, performance.now())
      out.send(view)
    },
    onCame: () => {},
    get alive() {
      return ends.every(({ connectionState }) => connectionState === 'connected')
    },
    get moved() {
      return moved
    },
    async close() {
      await loop.read()
      closeAll()
    },
  }
  back.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    const view = new DataView(data)
    loop.onCame(view.getUint32(0), performance.now() - view.getFloat64(4))
  }
  try {
    await join(near, far)
    const open = () => loop.alive && out.readyState === 'open' && back.readyState === 'open'
    if ((await until(() => answered, ANSWER_MS, signal)) && (await until(open, MEET_MS, signal)))
      return { loop, answered }
  } catch {
    // A description that this browser does not take is a loop that cannot be made: the measurement goes another way.
  }
  closeAll()
  return { loop: null, answered }
}

/** A browser that throws at one part of this is measured with the rest. */
function orNull<T>(open: () => T | null): T | null {
  try {
    return open()
  } catch {
    return null
  }
}

async function join(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  let agreed = () => {}
  // A candidate that comes before the description it belongs to would be refused.
  const agreement = new Promise<void>((resolve) => {
    agreed = resolve
  })
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const)
    from.onicecandidate = ({ candidate }) =>
      void agreement.then(() => to.addIceCandidate(candidate ?? undefined)).catch(() => undefined)
  const offer = await near.createOffer()
  await near.setLocalDescription(offer)
  await far.setRemoteDescription({ type: 'offer', sdp: withoutBrakes(offer.sdp ?? '') })
  const answer = await far.createAnswer()
  await far.setLocalDescription(answer)
  await near.setRemoteDescription({ type: 'answer', sdp: withoutBrakes(answer.sdp ?? '') })
  agreed()
}

/** Whether `holds` came true within `ms`, before `signal` said stop. */
export async function until(holds: () => boolean, ms: number, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + ms
  while (!holds()) {
    if (signal.aborted || performance.now() > end) return false
    await pause(POLL_MS, signal)
  }
  return true
}

/** Resolves after `ms`, or at once when `signal` says stop. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
