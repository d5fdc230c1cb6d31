import { expect, test } from 'vitest'
import type { Heard, Said } from '#contract/realtime'
import { fakeEngine } from '../../../test/call/fake-call.ts'
import type { VisitFollower } from '../call/call-registry.ts'
import { createStore } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'
import type { Connection } from '../net/socket.ts'
import { createAskDesk } from './ask-desk.ts'

function world() {
  const said: Said[] = []
  const listeners = new Set<(heard: Heard) => void>()
  const live = createStore<CallEngine | null>(fakeEngine({ visitId: 'visit', callId: 'live' }, {} as MediaStream))
  const connection: Pick<Connection, 'say'> = {
    async say(message) {
      said.push(message)
      return null as never
    },
  }
  const follower: VisitFollower = {
    hear(type, listener) {
      listeners.add((heard) => {
        if (heard.type === type) listener(heard as never)
      })
    },
    close() {},
  }
  const desk = createAskDesk(connection, follower, live)
  const hear = (callId: string, id: string) => {
    for (const listener of listeners)
      listener({ type: 'call.ask', visitId: 'visit', callId, ask: { id, kind: 'zoom-in' } })
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
  expect(said).toEqual([{ type: 'call.ask-answer', visitId: 'visit', callId: 'live', askId: 'b', answer: 'refused' }])
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
