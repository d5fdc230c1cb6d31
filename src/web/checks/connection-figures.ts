// From counts to figures: rates, round trip, jitter and loss. Arithmetic alone; no clock and no network.

/** What has gone over the line so far, in bytes as the line carries them (with the headers of IP and UDP). */
export interface Count {
  /** ms. */
  readonly at: number
  readonly sent: number
  readonly received: number
}

/** Packets of sound at the far end, so far. */
export interface SoundCount {
  readonly lost: number
  readonly received: number
  /** As RFC 3550 counts it; null where the browser does not say. */
  readonly jitterMs: number | null
}

/** kbit/s between two counts; 0 when no time has passed. */
export function rateOf(from: Count, to: Count, what: 'sent' | 'received'): number {
  const ms = to.at - from.at
  return ms > 0 ? ((to[what] - from[what]) * 8) / ms : 0
}

/** The last of `counts` at or before `at`; the first when all are later. */
export function countAt(counts: readonly Count[], at: number): Count | undefined {
  return counts.findLast((count) => count.at <= at) ?? counts[0]
}

/** The highest rate of arrival over any stretch of `windowMs` or little more, kbit/s. */
export function bestReceived(counts: readonly Count[], windowMs: number): number {
  const rates = counts.map((count) => {
    const from = countAt(counts, count.at - windowMs)
    return from && count.at - from.at >= windowMs ? rateOf(from, count, 'received') : 0
  })
  return Math.max(0, ...rates)
}

/** Null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** How much one trip differs from the next, on average, ms. */
export function jitterOf(trips: readonly number[]): number | null {
  if (trips.length < 2) return null
  const steps = trips.slice(1).map((trip, i) => Math.abs(trip - (trips[i] ?? trip)))
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}

/** Too few packets tell nothing of loss: one in a hundred would be luck. */
const ENOUGH_PACKETS = 60

/**
 * Loss one way, percent, of packets that went up and came down again. Which way lost them cannot be seen from here, so
 * both are taken to lose alike. Null when too few were sent.
 */
export function lossEachWay(sent: number, arrived: number): number | null {
  if (sent < ENOUGH_PACKETS) return null
  return 100 * (1 - Math.sqrt(Math.min(1, Math.max(0, arrived / sent))))
}

export const toMbps = (kbps: number): number => Math.round(kbps / 10) / 100
export const tenths = (value: number): number => Math.round(value * 10) / 10
