// The test over the path a call takes: finds which ways to the relay are open, makes a loop through it over the best one,
// and learns from that what a call would have.
import type { Transport } from '#domain/equipment'
import { median, tenths, toMbps } from './connection-figures.ts'
import { fillLine } from './connection-fill.ts'
import { countLosses, restTrips } from './connection-line.ts'
import { type Loop, openLoop } from './connection-loop.ts'
import type { Test } from './connection-progress.ts'
import { isOpen, type Way } from './connection-ways.ts'

const MOST_BYTES = 8_000_000

/** Whether a loop told anything. False: what is known is at most which ways are open. */
export async function byRelay(ways: readonly Way[], test: Test): Promise<boolean> {
  const [best, ...others] = ways as [Way, ...Way[]]
  const asked = others.map(async (way) => ({ way, open: await isOpen(way, test.signal) }))
  // The best way's own loop tells soonest whether that way is open.
  const first = await openLoop(best.servers, test.signal)
  const answers = [{ way: best, open: first.answered }, ...(await Promise.all(asked))]
  const open: Transport[] = answers.filter((answer) => answer.open).map(({ way }) => way.transport)
  test.learn({ open })
  const second = answers.find((answer) => answer.open && answer.way !== best)
  const loop = first.loop ?? (second ? (await openLoop(second.way.servers, test.signal)).loop : null)
  if (!loop) return false
  test.used(() => loop.moved)
  try {
    return await overLoop(loop, test)
  } finally {
    await loop.close()
  }
}

async function overLoop(loop: Loop, test: Test): Promise<boolean> {
  const { signal, endsAt } = test
  const trip = median(await restTrips(loop, signal))
  if (trip === null) return false
  test.learn({ via: 'relay', roundTripMs: tenths(trip) })
  const kbps = await fillLine(loop, trip, { mostBytes: MOST_BYTES, endsAt }, signal)
  // What comes round is the smaller of up and down.
  if (kbps !== null) test.learn({ upMbps: toMbps(kbps), downMbps: toMbps(kbps) })
  const { roundTripMs, jitterMs, lossPercent } = await countLosses(loop, kbps, endsAt, signal)
  test.learn({
    // A busy moment of this device makes trips longer, never shorter.
    roundTripMs: tenths(Math.min(trip, roundTripMs ?? trip)),
    jitterMs: jitterMs && tenths(jitterMs),
    lossPercent: lossPercent && tenths(lossPercent),
  })
  return true
}
