// What the practitioner asks of this patient's camera: the newest question of the live call, until it is answered or the
// call is over. Touches no camera; the screen asks the person.
import type { CameraRequest, CameraRequestAnswer } from '#contract/consultation'
import type { VisitFollower } from '../call/call-registry.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'
import type { Connection } from '../net/socket.ts'

export interface CameraRequests {
  readonly ask: Readable<CameraRequest | null>
  answer(cameraRequestId: string, answer: CameraRequestAnswer): void
  close(): void
}

export function createCameraRequests(
  connection: Pick<Connection, 'send'>,
  follower: VisitFollower,
  live: Readable<CallEngine | null>,
): CameraRequests {
  const ask = createStore<CameraRequest | null>(null)
  let askedBy = ''
  follower.on('call.camera-request', (heard) => {
    if (live.get()?.callId !== heard.callId) return
    askedBy = heard.from
    ask.set(heard.ask)
  })
  const stop = live.subscribe(() => ask.set(null))
  return {
    ask,
    answer(cameraRequestId, answer) {
      const engine = live.get()
      if (ask.get()?.id !== cameraRequestId || !engine) return
      const { visitId, callId } = engine
      ask.set(null)
      // When the answer is lost, the question stays open on the practitioner's page, where it can be asked again.
      connection
        .send({ type: 'call.camera-answer', visitId, callId, to: askedBy, cameraRequestId, answer })
        .catch(() => {})
    },
    close: stop,
  }
}
