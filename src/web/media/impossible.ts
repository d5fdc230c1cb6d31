// The engine of a call that this browser cannot make: WebRTC is switched off in it, or it refuses one more connection. It
// carries nothing and says so, so that every screen has a face for it and no step waits for what will never come.
import type { CallTicket } from '#contract/call'
import { createStore } from '../kit/store.ts'
import type { CallEngine, EngineState } from './engine.ts'
import { NOTHING_MEASURED } from './peer-stats.ts'

export function impossibleEngine(ticket: CallTicket): CallEngine {
  const state = createStore<EngineState>({
    link: 'impossible',
    remoteStream: new MediaStream(),
    remotePicture: 'none',
    lastFrameAt: null,
    remoteSound: 'none',
    remoteCamera: null,
    ownPicture: 'full',
    quality: 'unknown',
    measured: NOTHING_MEASURED,
  })
  const nothing = () => {}
  return {
    // Named as its ticket is.
    ...ticket,
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
