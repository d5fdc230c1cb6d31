// Reads what two joined ends of one page have sent and received. The only place of the measurement that knows the
// browsers' names for it.
import type { Count, SoundCount } from './connection-figures.ts'

type Entry = Record<string, string | number | boolean | undefined>

/** UDP and IP, and the relay's channel header: what the counters leave out of each packet. */
const AROUND_BYTES = 32
/** Where packets are not counted: filled ones, nearly. */
const USUAL_PACKET_BYTES = 1100

const num = (value: Entry[string]): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

export interface Reading {
  readonly line: Count
  readonly sound: SoundCount
}

/** Both ends together: what comes back as feedback needs room on the same line. */
export async function readCounts(ends: readonly RTCPeerConnection[]): Promise<Reading> {
  const reports = await Promise.all(ends.map((end) => end.getStats()))
  const entries = reports.map((report) => [...(report as unknown as Map<string, Entry>).values()])
  const carried = entries.flatMap((each) => carriers(each))
  const sum = (bytes: string, packets: string) =>
    carried.reduce((total, entry) => {
      const size = num(entry[bytes])
      return total + size + AROUND_BYTES * (num(entry[packets]) || size / USUAL_PACKET_BYTES)
    }, 0)
  const sounds = entries.flat().filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
  const heard = sounds.filter(({ packetsReceived }) => num(packetsReceived) > 0)
  return {
    line: {
      at: num(carried[0]?.timestamp) || performance.now(),
      sent: sum('bytesSent', 'packetsSent'),
      received: sum('bytesReceived', 'packetsReceived'),
    },
    sound: {
      lost: sounds.reduce((total, { packetsLost }) => total + num(packetsLost), 0),
      received: sounds.reduce((total, { packetsReceived }) => total + num(packetsReceived), 0),
      jitterMs:
        heard.length > 0 ? (1000 * heard.reduce((all, { jitter }) => all + num(jitter), 0)) / heard.length : null,
    },
  }
}

/** The transport counts it all; Firefox has the pair alone. */
function carriers(entries: readonly Entry[]): Entry[] {
  const transports = entries.filter(({ type, bytesSent }) => type === 'transport' && bytesSent !== undefined)
  if (transports.length > 0) return transports
  return entries.filter(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded')
}
