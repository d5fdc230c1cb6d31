// What a loop through the relay tells of the line: times it at rest, fills it to see how much it carries, and counts what
// it loses. Bounded in time and in data whatever the line does.
import { jitterOf, lossEachWay, median } from './connection-figures.ts'
import { type Loop, pause, until } from './connection-loop.ts'
import { voicesFor } from './connection-ramp.ts'

/** Enough for a median, at a pace that fills no line. */
const REST_TRIPS = 20
const REST_MS = 800
const GAP_MS = 40
/** On the slowest lines the datagrams themselves would fill it. */
const SLOW_KBPS = 200
const SLOW_GAP_MS = 125
/** Nothing that comes later than this would be of use in a call. */
const LATEST_MS = 1500
const COUNT_MS = 3000
const LEAST_COUNT_MS = 500

/** Trips of datagrams over a line at rest, ms; none when nothing comes round. */
export async function restTrips(loop: Loop, signal: AbortSignal): Promise<number[]> {
  const trips: number[] = []
  loop.onCame = (_, trip) => trips.push(trip)
  const begun = performance.now()
  const stop = sendEvery(loop, GAP_MS)
  await until(
    () => trips.length >= REST_TRIPS || (trips.length > 0 && performance.now() - begun > REST_MS),
    LATEST_MS,
    signal,
  )
  stop()
  return trips
}

export interface Losses {
  /** Beside the sound; at rest it can only be shorter. */
  readonly roundTripMs: number | null
  readonly jitterMs: number | null
  readonly lossPercent: number | null
}

/** Sound on an otherwise quiet line, until `endsAt` at the latest. `kbps`: what the line carries, where that is known. */
export async function countLosses(
  loop: Loop,
  kbps: number | null,
  endsAt: number,
  signal: AbortSignal,
): Promise<Losses> {
  const trips = new Map<number, number>()
  loop.onCame = (number, trip) => trips.set(number, trip)
  let sent = 0
  const stop = sendEvery(loop, kbps !== null && kbps < SLOW_KBPS ? SLOW_GAP_MS : GAP_MS, (number) => {
    sent = number + 1
  })
  // What the flood left in the queues has gone when a datagram has come round after it.
  await until(() => trips.size > 0, LATEST_MS, signal)
  const voices = kbps === null ? 0 : voicesFor(kbps)
  loop.voices?.speak(voices)
  const firstTrip = median([...trips.values()]) ?? 0
  const firstNumber = sent
  const before = (await loop.read()).sound
  await pause(Math.min(COUNT_MS, Math.max(LEAST_COUNT_MS, endsAt - performance.now())), signal)
  const after = (await loop.read()).sound
  const lastNumber = sent
  stop()
  loop.voices?.speak(0)
  const heard = after.received - before.received
  const ofSound = lossEachWay(heard + after.lost - before.lost, heard)
  // The last datagrams are still on their way; they are counted only where there was no sound to count.
  if (ofSound === null) await pause(Math.min(LATEST_MS, 2 * firstTrip), signal)
  const counted = [...trips].filter(([number]) => number >= firstNumber && number < lastNumber).map(([, trip]) => trip)
  return {
    roundTripMs: median(counted),
    jitterMs: ofSound === null ? jitterOf(counted) : after.jitterMs,
    lossPercent: ofSound ?? lossEachWay(lastNumber - firstNumber, counted.length),
  }
}

function sendEvery(loop: Loop, gapMs: number, sent: (number: number) => void = () => {}): () => void {
  let number = 0
  const timer = setInterval(() => {
    loop.send(number)
    sent(number++)
  }, gapMs)
  return () => clearInterval(timer)
}
