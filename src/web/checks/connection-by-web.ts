// The test over HTTP: all there is without a relay, and the look at each direction by itself beside one.
import { median, tenths, toMbps } from './connection-figures.ts'
import type { ConnectionNet } from './connection-net.ts'
import type { Test } from './connection-progress.ts'
import { TOP_MBPS } from './connection-ramp.ts'
import { type WebLimits, webDown, webTrips, webUp } from './connection-web.ts'

/** Of each direction: beside a relay, and alone. */
const BESIDE: WebLimits = { mostMs: 1200, mostBytes: 1_500_000 }
const ALONE: WebLimits = { mostMs: 4000, mostBytes: 4_500_000 }
const TRIPS_MS = 2500

export async function byWeb(net: ConnectionNet, test: Test): Promise<void> {
  test.learn({ via: 'web' })
  const trip = median(await webTrips(net, TRIPS_MS, test.signal))
  if (trip !== null) test.learn({ roundTripMs: tenths(trip) })
  await lookDown(net, test, ALONE)
  await lookUp(net, test, ALONE)
}

/** Both ways of looking are this far apart on one line: less is no larger direction. */
const APART = 1.15

/** A loop knows the smaller of up and down alone; where HTTP gets clearly more through, that direction is the larger. */
export async function besideRelay(net: ConnectionNet, test: Test): Promise<void> {
  if ((test.known.upMbps ?? 0) >= TOP_MBPS) return
  // A loop that could not be filled told no rates: then HTTP is all that does.
  const wanted = test.known.upMbps == null ? ALONE : BESIDE
  for (const look of [lookDown, lookUp]) {
    const left = test.endsAt - performance.now()
    if (left > BESIDE.mostMs) await look(net, test, { ...wanted, mostMs: Math.min(wanted.mostMs, left) })
  }
}

async function lookDown(net: ConnectionNet, test: Test, limits: WebLimits): Promise<void> {
  const { kbps, bytes } = await webDown(net, limits, test.signal)
  test.used(() => bytes)
  if (isMore(kbps, test.known.downMbps)) test.learn({ downMbps: toMbps(kbps) })
}

async function lookUp(net: ConnectionNet, test: Test, limits: WebLimits): Promise<void> {
  const { kbps, bytes } = await webUp(net, test.known.roundTripMs ?? 0, limits, test.signal)
  test.used(() => bytes)
  if (isMore(kbps, test.known.upMbps)) test.learn({ upMbps: toMbps(kbps) })
}

const isMore = (kbps: number | null, knownMbps: number | null | undefined): kbps is number =>
  kbps !== null && toMbps(kbps) > APART * (knownMbps ?? 0)
