// The patient's halves of calls: one engine for each call that was offered, of which one may become live. Nothing flows
// through any other. Knows no screen and no socket.
import type { CallTicket, SignalPayload } from '#contract/call'
import type { CallEngine, OpenEngine, Outgoing } from '../media/engine.ts'
import { createStore, type Readable } from '../store.ts'

/** Practitioners who may read a confirmation at the same time; a fourth replaces the oldest. */
const MOST_PREPARED = 3

export interface CallDesk {
  readonly live: Readable<CallEngine | null>
  /** The stream of the call that was offered last: what will be seen if it becomes live. */
  readonly awaited: Readable<MediaStream | null>
  offered(ticket: CallTicket): void
  released(callId: string): void
  signalled(callId: string, payload: SignalPayload): void
  /** Names the call of the consultation; it may be named before it is offered. Null: there is none. */
  goLive(callId: string | null): void
  setFlowing(flowing: boolean): void
  setOutgoing(outgoing: Outgoing): void
  /** Tries the path of the live call again when it is not standing. */
  mend(): void
  closeAll(): void
}

export function createCallDesk(open: OpenEngine, send: (callId: string, payload: SignalPayload) => void): CallDesk {
  const engines = new Map<string, CallEngine>()
  const live = createStore<CallEngine | null>(null)
  const awaited = createStore<MediaStream | null>(null)
  let liveCallId: string | null = null
  let flowing = false
  let outgoing: Outgoing = { audio: null, video: null }

  function close(callId: string): void {
    const engine = engines.get(callId)
    engines.delete(callId)
    if (live.get() === engine) live.set(null)
    if (engine?.state.get().remoteStream === awaited.get()) awaited.set(null)
    engine?.close()
  }

  function settle(): void {
    const engine = (liveCallId !== null && engines.get(liveCallId)) || null
    // First: what is shown for it can be built while the camera's next picture is on its way.
    engine?.setFlowing(flowing)
    live.set(engine)
  }

  return {
    live,
    awaited,
    offered(ticket) {
      if (engines.has(ticket.callId)) return
      const oldest = [...engines.keys()].filter((callId) => callId !== liveCallId)
      while (engines.size >= MOST_PREPARED && oldest.length > 0) close(oldest.shift() ?? '')
      const engine = open(ticket, (payload) => send(ticket.callId, payload))
      engine.setOutgoing(outgoing)
      engine.setFlowing(false)
      engines.set(ticket.callId, engine)
      awaited.set(engine.state.get().remoteStream)
      settle()
    },
    released: close,
    signalled: (callId, payload) => engines.get(callId)?.receive(payload),
    goLive(callId) {
      if (callId !== null) for (const other of [...engines.keys()]) if (other !== callId) close(other)
      if (callId === null && liveCallId !== null) close(liveCallId)
      liveCallId = callId
      settle()
    },
    setFlowing(next) {
      flowing = next
      live.get()?.setFlowing(next)
    },
    setOutgoing(next) {
      outgoing = next
      for (const engine of engines.values()) engine.setOutgoing(next)
    },
    mend() {
      const engine = live.get()
      if (engine && engine.state.get().link !== 'ready') engine.restart()
    },
    closeAll() {
      liveCallId = null
      for (const callId of [...engines.keys()]) close(callId)
    },
  }
}
