// Keeps the one engine of a consultation: opens it from a ticket, takes over one that was prepared, carries signals both
// ways, and holds back picture and sound until told. It decides nothing about the visit.
import type { CallTicket, SignalPayload } from '#contract/call'
import type { CallEngine, OpenEngine } from '../../media/engine.ts'
import type { LocalMedia } from '../../media/local.ts'
import type { Connection } from '../../net/socket.ts'
import { createStore, type Readable } from '../../store.ts'

export interface CallLine {
  readonly engine: Readable<CallEngine | null>
  /** Uses this ticket from now on. The engine that already has its call is kept; any other is closed. */
  adopt(ticket: CallTicket, prepared?: CallEngine): void
  setFlowing(flowing: boolean): void
  /** Tries a lost or never finished path again. */
  mend(): void
  drop(): void
  close(): void
}

/** A call begins with one description and a dozen candidates a side. */
const MOST_WAITING = 64

export function createCallLine(connection: Connection, local: LocalMedia, openEngine: OpenEngine): CallLine {
  const engine = createStore<CallEngine | null>(null)
  // A server's answer and the first signals may arrive in one breath: those wait for their engine.
  let waiting: { callId: string; payload: SignalPayload }[] = []
  let flowing = false

  const outgoing = () => {
    const { audio, video } = local.state.get()
    return { audio, video }
  }
  const ways = [
    connection.hear('call.signal', ({ callId, payload }) => {
      const now = engine.get()
      if (now?.callId === callId) return now.receive(payload)
      waiting = [...waiting, { callId, payload }].slice(-MOST_WAITING)
    }),
    local.state.subscribe(() => engine.get()?.setOutgoing(outgoing())),
  ]

  function drop(): void {
    const now = engine.get()
    engine.set(null)
    now?.close()
  }

  return {
    engine,
    adopt(ticket, prepared) {
      const { callId } = ticket
      if (engine.get()?.callId === callId) return
      const say = (payload: SignalPayload) => {
        // A signal that is lost with the server is made up for by `mend` when it is back.
        connection.say({ type: 'call.signal', callId, payload }).catch(() => {})
      }
      const next = prepared ?? openEngine(ticket, say)
      drop()
      next.setOutgoing(outgoing())
      next.setFlowing(flowing)
      engine.set(next)
      const mine = waiting.filter((signal) => signal.callId === callId)
      waiting = []
      for (const signal of mine) next.receive(signal.payload)
    },
    setFlowing(next) {
      if (flowing === next) return
      flowing = next
      engine.get()?.setFlowing(next)
    },
    mend() {
      const now = engine.get()
      if (now && now.state.get().link !== 'ready') now.restart()
    },
    drop,
    close() {
      for (const way of ways) way()
      drop()
    },
  }
}
