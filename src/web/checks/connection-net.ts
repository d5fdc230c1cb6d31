// The requests that a measurement of the connection makes, as bare as they must be to be timed.
import type { CheckPath, CheckPing } from '#contract/check'
import type { ServerNow } from './device.ts'

/** `ours`: this product answered. `other`: something in between did. `none`: nothing did. */
export type PingAnswer =
  | { readonly from: 'ours'; readonly tripMs: number; readonly serverMs: number }
  | { readonly from: 'other' }
  | { readonly from: 'none' }

export interface ConnectionNet {
  ping(signal: AbortSignal): Promise<PingAnswer>
  /** Servers for the loop through the relay; none where there is no relay, or none is given now. */
  path(signal: AbortSignal): Promise<RTCIceServer[]>
  /** Bytes that arrive until `signal` says stop; `take` gets the size of each piece. */
  down(take: (bytes: number) => void, signal: AbortSignal): Promise<void>
  /** Resolves when the server has it all. */
  up(body: Blob, signal: AbortSignal): Promise<void>
  /** Whether the browser believes that there is a network at all. */
  readonly online: boolean
}

const PING_MS = 4000
const ADDRESS = '/api/open/check'

/** Requests to the server that this page came from. */
export function connectionNet(): ConnectionNet {
  return {
    ping,
    async path(signal) {
      const reply = await post(`${ADDRESS}/path`, '{}', 'application/json', signal)
      const value = (await reply.json().catch(() => null)) as CheckPath | null
      return reply.ok && value ? value.iceServers : []
    },
    async down(take, signal) {
      const reply = await fetch(`${ADDRESS}/down`, { cache: 'no-store', redirect: 'error', signal })
      const reader = reply.ok ? reply.body?.getReader() : undefined
      for (;;) {
        const piece = await reader?.read()
        if (!piece || piece.done) return
        take(piece.value.length)
      }
    },
    async up(body, signal) {
      const reply = await post(`${ADDRESS}/up`, body, 'application/octet-stream', signal)
      if (!reply.ok) throw new Error('not taken')
      await reply.arrayBuffer()
    },
    get online() {
      return navigator.onLine
    },
  }
}

/** One question for the server's clock, for whoever compares it with this machine's. Rejects without an answer of ours. */
export async function serverNow(): Promise<ServerNow> {
  const sentMs = Date.now()
  const answer = await ping(AbortSignal.timeout(PING_MS))
  if (answer.from !== 'ours') throw new Error('no clock')
  return { serverMs: answer.serverMs, sentMs, receivedMs: Date.now() }
}

async function ping(signal: AbortSignal): Promise<PingAnswer> {
  const patience = new AbortController()
  const stop = () => patience.abort()
  const timer = setTimeout(stop, PING_MS)
  signal.addEventListener('abort', stop)
  const begun = performance.now()
  try {
    // A portal's redirect to its own page is told by not being followed.
    const wish = { cache: 'no-store', redirect: 'manual', signal: patience.signal } as const
    const reply = await fetch(`${ADDRESS}/ping`, wish)
    // Our own proxy says 5xx while our server is away: that is nobody's portal.
    if (reply.status >= 500 && reply.status !== 511) return { from: 'none' }
    const value = (await reply.json().catch(() => null)) as CheckPing | null
    if (reply.ok && value?.service === 'bedside')
      return { from: 'ours', tripMs: performance.now() - begun, serverMs: value.at }
    return patience.signal.aborted ? { from: 'none' } : { from: 'other' }
  } catch {
    return { from: 'none' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

function post(url: string, body: BodyInit, type: string, signal: AbortSignal): Promise<Response> {
  const headers = { 'x-bedside': '1', 'content-type': type }
  return fetch(url, { method: 'POST', headers, body, redirect: 'error', credentials: 'same-origin', signal })
}
