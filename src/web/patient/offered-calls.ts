// The calls that a patient's page was offered, of which one may become live. Nothing flows through any other.
import type { CallTicket } from '#contract/call'
import type { CallRegistry } from '../call/call-registry.ts'
import { remoteStream } from '../call/stage/one-remote.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'

/** Practitioners who may read a confirmation at the same time and have a path ready; one more joins without. */
const MOST_PREPARED = 3

export interface OfferedCalls {
  readonly live: Readable<CallEngine | null>
  /** The stream of the call that was offered last: what will be seen if it becomes live. */
  readonly awaited: Readable<MediaStream | null>
  /** `prepared`: for a confirmation that is being read. Any other is the call of a join. */
  offered(ticket: CallTicket, prepared: boolean): void
  released(callId: string): void
  /** Names the call of the consultation; it may be named before it is offered. Null: there is none. */
  goLive(callId: string | null): void
  setMediaEnabled(flowing: boolean): void
  /** Tries the path of the live call again when it is not standing. */
  mend(): void
  closeAll(): void
}

export function createOfferedCalls(visitId: string, calls: CallRegistry): OfferedCalls {
  const live = createStore<CallEngine | null>(null)
  const awaited = createStore<MediaStream | null>(null)
  let liveCallId: string | null = null
  let flowing = false

  const engineOf = (callId: string | null) =>
    calls.enginesOf(visitId).find((engine) => engine.callId === callId) ?? null

  function close(callId: string, tell = false): void {
    const engine = engineOf(callId)
    if (!engine) return
    if (live.get() === engine) live.set(null)
    if (remoteStream(engine.state.get()) === awaited.get()) awaited.set(null)
    calls.close(callId, tell)
  }

  function settle(): void {
    const engine = engineOf(liveCallId)
    // First: what is shown for it can be built while the camera's next picture is on its way.
    engine?.setMediaEnabled(flowing)
    live.set(engine)
  }

  return {
    live,
    awaited,
    offered(ticket, prepared) {
      if (engineOf(ticket.callId)) return
      const others = calls.enginesOf(visitId).filter(({ callId }) => callId !== liveCallId)
      if (prepared && others.length >= MOST_PREPARED) {
        // Those that were there first keep their path; one whose other page is gone is of use to nobody.
        const gone = others.find((engine) => engine.state.get().link === 'reconnecting')
        if (!gone) return calls.decline(ticket)
        close(gone.callId, true)
      }
      awaited.set(remoteStream(calls.open(ticket, false).state.get()))
      settle()
    },
    released: (callId) => close(callId),
    goLive(callId) {
      if (callId !== null)
        for (const other of calls.enginesOf(visitId)) if (other.callId !== callId) close(other.callId)
      if (callId === null && liveCallId !== null) close(liveCallId)
      liveCallId = callId
      settle()
    },
    setMediaEnabled(next) {
      flowing = next
      live.get()?.setMediaEnabled(next)
    },
    mend() {
      const engine = live.get()
      if (engine && engine.state.get().link !== 'ready') engine.restart()
    },
    closeAll() {
      liveCallId = null
      for (const { callId } of calls.enginesOf(visitId)) close(callId)
    },
  }
}
