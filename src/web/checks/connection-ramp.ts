// How fast to send next while looking for what the line carries: up by steps until what arrives no longer grows with what
// is sent. Decides from counts alone; it sends nothing.
import { bestReceived, type Count, countAt, rateOf } from './connection-figures.ts'

/** A call needs 3 Mbit/s at most; a line that carries this much has nothing left to prove. */
export const TOP_KBPS = 12_000
/** A rate from here on means "at least this". */
export const TOP_MBPS = 11
export const FIRST_KBPS = 96
export const STEP_MS = 200
const STEP = 1.6
/** Arrivals are judged over this long: at the slowest rate still a handful of packets. */
const WINDOW_MS = 300
/** A busy old telephone has its first frame out by then. */
const STARTED_MS = 1000
/** Even a line that loses a tenth each way passes on more than two thirds: less is a line that is full. */
const FULL = 1.5
/** Above what arrived, so that the line is full all the time it is held, and no more above than that takes. */
const HOLD = 1.5

export const nextRate = (kbps: number): number => Math.min(TOP_KBPS, kbps * STEP)

/** Whether the line is full: `tripMs` ago more was sent than has ever arrived. */
export function isFull(counts: readonly Count[], tripMs: number): boolean {
  const last = counts.at(-1)
  const first = counts[0]
  if (!last || !first || last.at - first.at < tripMs + WINDOW_MS) return false
  const to = countAt(counts, last.at - tripMs)
  const from = to && countAt(counts, to.at - WINDOW_MS)
  if (!to || !from) return false
  return rateOf(from, to, 'sent') > FULL * bestReceived(counts, WINDOW_MS)
}

/** Whether this page does not get out what it was told to send: then what it measures is itself. */
export function isSpent(counts: readonly Count[], askedKbps: number): boolean {
  const last = counts.at(-1)
  const first = counts[0]
  if (!last || !first || last.at - first.at < STARTED_MS) return false
  const from = countAt(counts, last.at - WINDOW_MS)
  return from !== undefined && rateOf(from, last, 'sent') < askedKbps / 3
}

/** The rate at which to hold the line full and measure it. */
export const holdRate = (counts: readonly Count[]): number =>
  Math.min(TOP_KBPS, Math.max(FIRST_KBPS, HOLD * bestReceived(counts, WINDOW_MS)))

/** Whether the line was full between two counts of a hold: else nearly all that was sent came round. */
export const wasFull = (from: Count, to: Count): boolean =>
  rateOf(from, to, 'received') < NEARLY_ALL * rateOf(from, to, 'sent')
/** Between a full line (1 / HOLD comes round) and one that loses a tenth each way (0.81 does). */
const NEARLY_ALL = 0.74

/** How many streams of sound fit beside nothing else: each takes 42 kbit/s with all its headers, so not half of the line. */
export const voicesFor = (kbps: number): number => Math.min(MOST_VOICES, Math.floor(kbps / 100))
export const MOST_VOICES = 8
