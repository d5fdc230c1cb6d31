// Hands each signal from a patient's page to the engine of that call. Signals that come before their engine is open wait
// here for it: an answer of the server and a signal may arrive in one breath.
import type { SignalPayload } from '#contract/call'
import type { CallEngine } from '../media/engine.ts'
import type { Connection } from '../net/socket.ts'

type Signalled = Pick<CallEngine, 'callId' | 'receive'>

export interface SignalDesk {
  /** Signals for this engine go to it from now on, those that waited first. */
  attach(engine: Signalled): void
  /** The engine has another keeper now, or is closed. */
  detach(callId: string): void
  close(): void
}

/** A call begins with one description and a dozen candidates; more than this is not a call that will be. */
const MOST_WAITING = 64

export function createSignalDesk(connection: Pick<Connection, 'hear'>): SignalDesk {
  const engines = new Map<string, Signalled>()
  const waiting: { callId: string; payload: SignalPayload }[] = []
  const stop = connection.hear('call.signal', ({ callId, payload }) => {
    const engine = engines.get(callId)
    if (engine) engine.receive(payload)
    else waiting.push({ callId, payload })
    if (waiting.length > MOST_WAITING) waiting.shift()
  })
  return {
    attach(engine) {
      engines.set(engine.callId, engine)
      const mine = waiting.filter((signal) => signal.callId === engine.callId)
      for (const signal of mine) {
        waiting.splice(waiting.indexOf(signal), 1)
        engine.receive(signal.payload)
      }
    },
    detach: (callId) => {
      engines.delete(callId)
    },
    close() {
      stop()
      engines.clear()
      waiting.length = 0
    },
  }
}
