// The engine of a call that this browser cannot make: WebRTC is switched off, or one more connection is refused. It carries
// nothing and its state says so. Every screen can show that, and no step waits for media that will never come.
import type { CallTicket } from '#contract/call'
import { createStore } from '../kit/store.ts'
import type { CallEngine, EngineState } from './engine.ts'
import { NOTHING_MEASURED } from './peer-stats.ts'

export function impossibleEngine(ticket: CallTicket): CallEngine {
  const state = createStore<EngineState>({
    link: 'impossible',
    remotes: new Map(),
    ownPicture: 'full',
    quality: 'unknown',
    measured: NOTHING_MEASURED,
  })
  const nothing = () => {}
  return {
    visitId: ticket.visitId,
    callId: ticket.callId,
    participantId: ticket.participantId,
    state,
    setMediaEnabled: nothing,
    setOutgoing: nothing,
    setDegradationPreference: nothing,
    tellCamera: nothing,
    stills: () => Promise.reject(new Error('no call can be made here')),
    receive: nothing,
    restart: nothing,
    close: nothing,
  }
}
