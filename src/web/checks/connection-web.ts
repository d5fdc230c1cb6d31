// Round trip and rates over HTTP: all there is without a relay, and the look at each direction by itself beside one. A line
// that loses packets carries more than this can show, so its rates are never above the truth.
import type { ConnectionNet } from './connection-net.ts'

/** Browsers give one site six connections; one stays free for the page itself. */
const STREAMS = 4
const TRIPS = 10
/** IP, TCP and what a browser adds, of a full packet. */
const WITH_HEADERS = 1500 / 1448
const FIRST_UP_BYTES = 2048
const MOST_UP_BYTES = 512 * 1024
/** Shorter uploads say more of the round trip than of the line. */
const TELLING_MS = 600
/** What arrives within it tells how fast this page reads, not how fast the line is. */
const HANDED_MS = 100

export interface WebLimits {
  /** For each direction. */
  readonly mostMs: number
  readonly mostBytes: number
}

export interface WebRate {
  /** kbit/s on the line; null when nothing came through. */
  readonly kbps: number | null
  readonly bytes: number
}

/** Trips over a connection that is already open, ms. */
export async function webTrips(net: ConnectionNet, withinMs: number, signal: AbortSignal): Promise<number[]> {
  const trips: number[] = []
  const end = performance.now() + withinMs
  while (trips.length < TRIPS && !signal.aborted && (trips.length === 0 || performance.now() < end)) {
    const answer = await net.ping(signal)
    if (answer.from !== 'ours') break
    trips.push(answer.tripMs)
  }
  return trips
}

export async function webDown(net: ConnectionNet, limits: WebLimits, signal: AbortSignal): Promise<WebRate> {
  const begun = performance.now()
  const arrivals: { at: number; bytes: number }[] = []
  let bytes = 0
  const stop = new AbortController()
  const end = () => stop.abort()
  const timer = setTimeout(end, limits.mostMs)
  signal.addEventListener('abort', end)
  const take = (size: number) => {
    bytes += size
    arrivals.push({ at: performance.now() - begun, bytes: size })
    if (bytes >= limits.mostBytes) end()
  }
  await Promise.all(Array.from({ length: STREAMS }, () => net.down(take, stop.signal).catch(() => undefined)))
  clearTimeout(timer)
  signal.removeEventListener('abort', end)
  return { kbps: steadyRate(arrivals), bytes: bytes * WITH_HEADERS }
}

/**
 * kbit/s of what arrived after the first third of the time: until then the senders are still finding their pace. `at` is in
 * ms since the request. Null for no arrivals.
 */
export function steadyRate(arrivals: readonly { at: number; bytes: number }[]): number | null {
  const [first, last] = [arrivals[0], arrivals.at(-1)]
  if (!first || !last || last.at <= 0) return null
  // A page that was busy is handed at once what had come meanwhile. Counted from the request, that is less than the line
  // carries, never more.
  if (last.at - first.at < HANDED_MS) return rate(arrivals, last.at)
  const warm = first.at + (last.at - first.at) / 3
  // What a piece holds came before it was handed over: the first one counted only marks the beginning.
  const from = arrivals.findLast(({ at }) => at < warm) ?? first
  return rate(
    arrivals.filter(({ at }) => at >= warm),
    last.at - from.at,
  )
}

function rate(arrivals: readonly { bytes: number }[], ms: number): number {
  const bytes = arrivals.reduce((sum, piece) => sum + piece.bytes, 0)
  return (bytes * WITH_HEADERS * 8) / ms
}

/** Uploads that grow until one takes long enough to tell. */
export async function webUp(
  net: ConnectionNet,
  tripMs: number,
  limits: WebLimits,
  signal: AbortSignal,
): Promise<WebRate> {
  const begun = performance.now()
  let kbps: number | null = null
  let used = 0
  const stop = new AbortController()
  const end = () => stop.abort()
  const timer = setTimeout(end, limits.mostMs)
  signal.addEventListener('abort', end)
  for (let size = FIRST_UP_BYTES; ; size = Math.min(MOST_UP_BYTES, size * 4)) {
    const all = size * STREAMS * WITH_HEADERS
    if (used + all > limits.mostBytes) break
    const from = performance.now()
    used += all
    const body = new Blob([noise(size)])
    const sent = await Promise.all(Array.from({ length: STREAMS }, () => net.up(body, stop.signal))).catch(() => null)
    if (!sent) break
    const took = performance.now() - from
    // The first piece's way there and the answer's way back are no part of it.
    kbps = Math.max(kbps ?? 0, (all * 8) / (took > 2 * tripMs ? took - tripMs : took))
    // The first ones open the connections: their time tells little of the line.
    const tells = size > FIRST_UP_BYTES && took - tripMs >= TELLING_MS
    if (tells || performance.now() - begun > limits.mostMs / 2) break
  }
  clearTimeout(timer)
  signal.removeEventListener('abort', end)
  return { kbps, bytes: used }
}

/** Bytes that nothing on the way can make smaller. */
function noise(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)))
  return bytes
}
