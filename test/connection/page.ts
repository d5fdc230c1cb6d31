// Runs inside the browser: the product's own measurement of a connection on a page with nothing else, beside the simplest
// one there is. Expects nothing.
import type { ConnectionFinding } from '#domain/equipment'
import { measureConnection } from '../../src/web/checks/connection.ts'

export interface Told {
  readonly share: number
  readonly sofar: ConnectionFinding
}

export interface Naive {
  readonly mbps: number
  readonly roundTripMs: number
}

const told: Told[] = []
let stop = new AbortController()

function measure(): Promise<ConnectionFinding> {
  told.length = 0
  stop = new AbortController()
  return measureConnection()((share, sofar) => told.push({ share, sofar }), stop.signal)
}

/** One download, and one request before it: what a page can do in five lines. */
async function naive(): Promise<Naive> {
  const asked = performance.now()
  await (await fetch('/api/open/check/ping', { cache: 'no-store' })).text()
  const begun = performance.now()
  const reader = (await fetch('/api/open/check/down', { cache: 'no-store' })).body?.getReader()
  let bytes = 0
  while (performance.now() - begun < 3000) {
    const piece = await reader?.read()
    if (!piece || piece.done) break
    bytes += piece.value.length
  }
  const ms = performance.now() - begun
  await reader?.cancel()
  return { mbps: (bytes * 8) / ms / 1000, roundTripMs: begun - asked }
}

const check = { measure, naive, told, stop: () => stop.abort() }

declare global {
  interface Window {
    check: typeof check
  }
}

Object.assign(window, { check })
