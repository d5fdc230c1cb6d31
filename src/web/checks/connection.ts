// Measures this page's connection the way a call would use it: over the deployment's relay where there is one, else over
// HTTP. It judges nothing and stores nothing, and ends within `MOST_SECONDS` whatever the line does.
import type { ConnectionFinding } from '#domain/equipment'
import { byRelay } from './connection-by-relay.ts'
import { besideRelay, byWeb } from './connection-by-web.ts'
import { type ConnectionNet, connectionNet } from './connection-net.ts'
import { openTest, type Test } from './connection-progress.ts'
import { waysOf } from './connection-ways.ts'

/** The most that one test moves, both ways together: said to the person before it starts. */
export const MOST_MB = 12
export const MOST_SECONDS = 15

/** `share`: 0 to 1 of the test is done. `sofar` holds what is known by then. Never rejects. */
export type MeasureConnection = (
  report: (share: number, sofar: ConnectionFinding) => void,
  signal: AbortSignal,
) => Promise<ConnectionFinding>

/** How long it takes on an everyday line: what its progress is told by. */
const USUAL_MS = 11_000
const REPORT_MS = 250
/** The steps end themselves at the first; what does not is left behind at the second. */
const STEPS_MS = MOST_SECONDS * 1000 - 700
const LEFT_BEHIND_MS = MOST_SECONDS * 1000 - 200

export function measureConnection(net: ConnectionNet = connectionNet()): MeasureConnection {
  return async (report, signal) => {
    const stop = new AbortController()
    const end = () => stop.abort()
    let gone = false
    const lose = () => {
      gone = true
      end()
    }
    const begun = performance.now()
    const tell = () => {
      const share = Math.min(0.98, (performance.now() - begun) / USUAL_MS)
      if (!stop.signal.aborted) report(share, test.finding('measured'))
    }
    const test = openTest(stop.signal, STEPS_MS, tell)
    const stopped = new Promise<null>((resolve) => stop.signal.addEventListener('abort', () => resolve(null)))
    const late = setTimeout(end, LEFT_BEHIND_MS)
    const ticking = setInterval(tell, REPORT_MS)
    signal.addEventListener('abort', end)
    globalThis.addEventListener?.('offline', lose)
    if (signal.aborted) end()
    try {
      const ended = await Promise.race([wholeTest(net, test), stopped]).catch(() => null)
      return test.finding(ended ?? (isWhole(test) && !gone ? 'measured' : 'interrupted'))
    } finally {
      clearInterval(ticking)
      clearTimeout(late)
      signal.removeEventListener('abort', end)
      globalThis.removeEventListener?.('offline', lose)
      end()
    }
  }
}

async function wholeTest(net: ConnectionNet, test: Test): Promise<ConnectionFinding['state'] | null> {
  const { signal } = test
  if (signal.aborted) return null
  if (!net.online) return 'offline'
  const path = net.path(signal).catch((): RTCIceServer[] => [])
  const answer = await net.ping(signal)
  if (signal.aborted) return null
  if (answer.from === 'none') return 'offline'
  if (answer.from === 'other') return 'captive-portal'
  const ways = waysOf(await path)
  // Whatever a browser or an address of a relay makes of it: HTTP is still there.
  if (ways.length > 0 && (await byRelay(ways, test).catch(() => false))) await besideRelay(net, test)
  else await byWeb(net, test)
  // A network that has gone in the middle is no slow network.
  return (await net.ping(signal)).from === 'ours' || signal.aborted ? 'measured' : 'interrupted'
}

/** Stopped early, a test is worth what it says of rates and round trip. */
const isWhole = ({ known }: Test): boolean =>
  known.upMbps != null && known.downMbps != null && known.roundTripMs != null
