// Fills the loop through the relay to see how much the line carries: quickly up to where it is full, then a second of just
// too much. Bounded in time and in data whatever the line does.
import { type Count, rateOf } from './connection-figures.ts'
import { type Loop, pause } from './connection-loop.ts'
import { FIRST_KBPS, holdRate, isFull, isSpent, nextRate, STEP_MS, TOP_KBPS, wasFull } from './connection-ramp.ts'

export interface FillLimits {
  readonly mostBytes: number
  /** When it must be over, by `performance.now()`. */
  readonly endsAt: number
}

const POLL_MS = 100
const HOLD_MS = 1000

/** kbit/s that come round: the smaller of up and down. Null when it could not be filled. */
export async function fillLine(
  loop: Loop,
  tripMs: number,
  limits: FillLimits,
  signal: AbortSignal,
): Promise<number | null> {
  const { flood } = loop
  if (!flood) return null
  const counts: Count[] = [(await loop.read()).line]
  let last = counts[0] as Count
  const mayGoOn = () =>
    !signal.aborted && loop.alive && performance.now() < limits.endsAt && last.sent + last.received < limits.mostBytes
  const look = async () => {
    await pause(POLL_MS, signal)
    last = (await loop.read()).line
    counts.push(last)
  }

  const lookFor = async (ms: number) => {
    const end = performance.now() + ms
    while (mayGoOn() && performance.now() < end) await look()
  }

  /** Up by steps until the line is full; false when this page itself is the limit. */
  const climb = async (from: number): Promise<boolean> => {
    let rate = from
    let since = performance.now()
    flood.setRate(rate)
    while (mayGoOn() && !isFull(counts, tripMs)) {
      await look()
      const waited = performance.now() - since
      if (isSpent(counts, rate)) {
        // What was asked for last is given time to get going.
        if (waited > tripMs + 2 * STEP_MS) return false
      } else if (waited >= STEP_MS) {
        if (rate === TOP_KBPS && waited > tripMs + STEP_MS) return true
        if (rate === TOP_KBPS) continue
        rate = nextRate(rate)
        since = performance.now()
        flood.setRate(rate)
      }
    }
    return true
  }

  /** What the line carries while it is kept full, and whether it was. */
  const hold = async (): Promise<{ kbps: number; rate: number; full: boolean }> => {
    // Only now is all that was sent too much on its way round, and the most that arrives is what the line carries.
    await lookFor(tripMs + STEP_MS)
    const rate = holdRate(counts)
    flood.setRate(rate)
    const first = last
    await lookFor(HOLD_MS)
    return { kbps: rateOf(first, last, 'received'), rate, full: wasFull(first, last) }
  }

  let kbps = 0
  for (let rate = FIRST_KBPS; ; ) {
    const climbed = await climb(rate)
    const held = await hold()
    kbps = Math.max(kbps, held.kbps)
    // Else an unlucky moment looked like the end of the line: on from here.
    if (!climbed || !mayGoOn() || held.full || held.rate === TOP_KBPS) break
    rate = held.rate
    counts.splice(0, counts.length, last)
  }
  flood.setRate(0)
  return kbps > 0 ? kbps : null
}
