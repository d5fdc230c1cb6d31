import { expect, test } from 'vitest'
import type { ClientMessage, ServerMessage } from '#contract/realtime'
import { fakeEngine } from '../../../test/call/fake-call.ts'
import type { VisitFollower } from '../call/call-registry.ts'
import { createStore } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'
import type { Connection } from '../net/socket.ts'
import { createCameraRequests } from './camera-requests.ts'

function world() {
  const said: ClientMessage[] = []
  const listeners = new Set<(heard: ServerMessage) => void>()
  const live = createStore<CallEngine | null>(fakeEngine({ visitId: 'visit', callId: 'live' }, {} as MediaStream))
  const connection: Pick<Connection, 'send'> = {
    async send(message) {
      said.push(message)
      return null as never
    },
  }
  const follower: VisitFollower = {
    on(type, listener) {
      listeners.add((heard) => {
        if (heard.type === type) listener(heard as never)
      })
    },
    close() {},
  }
  const desk = createCameraRequests(connection, follower, live)
  const hear = (callId: string, id: string) => {
    for (const listener of listeners)
      listener({
        type: 'call.camera-request',
        visitId: 'visit',
        callId,
        from: 'remote',
        to: 'own',
        ask: { id, kind: 'zoom-in' },
      })
  }
  return { said, live, desk, hear }
}

test('[CS37] only the live call may ask, and its answer goes back to it', () => {
  const { said, desk, hear } = world()
  hear('another', 'a')
  expect(desk.ask.get()).toBeNull()
  hear('live', 'b')
  expect(desk.ask.get()).toEqual({ id: 'b', kind: 'zoom-in' })
  desk.answer('a', 'done')
  expect(said).toEqual([])
  desk.answer('b', 'refused')
  expect(said).toEqual([
    {
      type: 'call.camera-answer',
      visitId: 'visit',
      callId: 'live',
      to: 'remote',
      cameraRequestId: 'b',
      answer: 'refused',
    },
  ])
  expect(desk.ask.get()).toBeNull()
})

test('[CS37] the end of the call takes what is asked', () => {
  const { live, desk, hear, said } = world()
  hear('live', 'a')
  live.set(null)
  expect(desk.ask.get()).toBeNull()
  desk.answer('a', 'done')
  expect(said).toEqual([])
})
