// What waits to be sent to each page. A page that reads more slowly than it is sent to is cut off before its backlog harms
// the others; it opens again and gets everything. If all backlogs together grow too long, the longest is cut off first.
import type { ServerResponse } from 'node:http'

/** One page's. The largest snapshot is about one; a message that finds nothing before it is sent whatever its size. */
export const MOST_UNSENT = 4 * 1024 * 1024
/** All pages' together. */
const MOST_ALTOGETHER = 64 * 1024 * 1024

/** What of an engine.io connection is looked at. */
export interface Connection {
  readonly transport: {
    readonly name: string
    /** WebSocket. */
    readonly socket?: { readonly bufferedAmount: number; terminate(): void }
    /** Long polling: the request that is to be answered. */
    readonly res?: ServerResponse | null
  }
  on(event: 'packetCreate', listener: (packet: { data?: unknown }) => void): unknown
  on(event: 'flush' | 'close' | 'packet', listener: () => void): unknown
  close(discard: boolean): void
}

interface Watched {
  readonly connection: Connection
  unsent(): number
  /** When it was last looked at. */
  known: number
}

export interface Unsent {
  watch(connection: Connection): void
  /** Bytes of all pages. */
  total(): number
}

export function watchUnsent(most = MOST_UNSENT, altogether = MOST_ALTOGETHER): Unsent {
  const all = new Set<Watched>()
  let total = 0

  const look = (one: Watched) => {
    const now = one.unsent()
    total += now - one.known
    one.known = now
    return now
  }
  const lookAtAll = () => {
    for (const one of all) look(one)
    return total
  }
  const forget = (one: Watched) => {
    if (!all.delete(one)) return
    total -= one.known
  }
  const cut = (one: Watched) => {
    forget(one)
    // A closing handshake would wait behind all that is not read.
    one.connection.transport.socket?.terminate()
    one.connection.transport.res?.destroy()
    one.connection.close(true)
  }
  /** What was sent since is not known until it is looked at: only when the sum seems too large. */
  const relieve = () => {
    if (total <= altogether) return
    lookAtAll()
    const longest = [...all].sort((a, b) => b.known - a.known)
    for (const one of longest) {
      if (total <= altogether) return
      cut(one)
    }
  }

  return {
    watch(connection) {
      /** With socket.io, until the transport takes it. */
      let queued = 0
      /** Answers of long polling that nobody has taken yet. */
      let untaken = 0
      const one: Watched = {
        connection,
        known: 0,
        unsent: () => queued + untaken + (connection.transport.socket?.bufferedAmount ?? 0),
      }
      all.add(one)
      connection.on('packetCreate', ({ data }) => {
        if (look(one) > most) return cut(one)
        queued += typeof data === 'string' ? data.length : 0
        look(one)
        relieve()
      })
      connection.on('flush', () => {
        const { res } = connection.transport
        if (res) {
          const bytes = queued
          untaken += bytes
          res.once('close', () => {
            untaken -= bytes
          })
        }
        queued = 0
      })
      connection.on('close', () => forget(one))
    },
    total: lookAtAll,
  }
}
