import { expect, test } from 'vitest'
import type { CallTicket } from '#contract/call'
import { type FakeEngine, fakeEngine, fakeLocal } from '../../../test/call/fake-call.ts'
import { fakeConnection } from '../../../test/staff/fake-connection.ts'
import { createCallRegistry } from './call-registry.ts'

const ticket = (visitId: string, callId: string): CallTicket => ({
  visitId,
  callId,
  engine: 'peer',
  participantId: 'own',
  remoteId: 'remote',
  polite: false,
  iceServers: [],
  iceTransportPolicy: 'all',
})
const candidate = { candidate: null }
const signal = (visitId: string, callId: string, to = 'own') =>
  ({ type: 'call.signal', visitId, callId, from: 'remote', to, payload: candidate }) as const
const offered = (visitId: string, callId: string) =>
  ({ type: 'call.offered', ticket: ticket(visitId, callId), prepared: false }) as const

function setUp() {
  const connection = fakeConnection()
  const local = fakeLocal()
  const opened: FakeEngine[] = []
  const calls = createCallRegistry(connection, local, (of, send) => {
    const engine = fakeEngine(of, {} as MediaStream, send)
    opened.push(engine)
    return engine
  })
  return { connection, local, opened, calls }
}

test('[RT26] what is about another visit reaches nobody, and is counted', () => {
  const { connection, calls } = setUp()
  const heard: string[] = []
  const follower = calls.follow('anna')
  follower.on('call.offered', ({ ticket: { callId } }) => heard.push(callId))
  follower.on('taken-over', () => heard.push('taken over'))
  connection.tell(offered('bert', 'b1'))
  connection.tell({ type: 'taken-over', visitId: 'bert' })
  connection.tell(signal('bert', 'b1'))
  expect(heard).toEqual([])
  expect(calls.dropped()).toBe(3)
  connection.tell(offered('anna', 'a1'))
  connection.tell({ type: 'taken-over', visitId: 'anna' })
  expect(heard).toEqual(['a1', 'taken over'])
})

test('[RT32] what is for another participant is dropped, also where it came before the engine', () => {
  const { connection, opened, calls } = setUp()
  const asked: string[] = []
  const follower = calls.follow('anna')
  follower.on('call.camera-request', ({ ask }) => asked.push(ask.id))
  const request = (id: string, to: string) =>
    ({
      type: 'call.camera-request',
      visitId: 'anna',
      callId: 'a1',
      from: 'remote',
      to,
      ask: { id, kind: 'still' },
    }) as const
  connection.tell(signal('anna', 'a1', 'somebody'))
  connection.tell(signal('anna', 'a1'))
  calls.open(ticket('anna', 'a1'), false)
  connection.tell(signal('anna', 'a1', 'somebody'))
  connection.tell(request('theirs', 'somebody'))
  connection.tell(request('ours', 'own'))
  expect(opened[0]?.heard).toEqual([candidate])
  expect(asked).toEqual(['ours'])
  expect(calls.dropped()).toBe(2)
})

test('[RT26] a signal reaches the engine of that call of that visit only', () => {
  const { connection, opened, calls } = setUp()
  calls.follow('anna')
  calls.follow('bert')
  calls.open(ticket('anna', 'a1'), false)
  calls.open(ticket('bert', 'b1'), false)
  connection.tell(signal('bert', 'a1'))
  expect(opened.flatMap(({ heard }) => heard)).toEqual([])
  expect(calls.dropped()).toBe(1)
  connection.tell(signal('bert', 'b1'))
  expect(opened.map(({ heard }) => heard.length)).toEqual([0, 1])
})

test('[RT26] whoever follows a visit no more hears no more, and its engines are closed', () => {
  const { connection, opened, calls } = setUp()
  const [console, page] = [calls.follow('anna'), calls.follow('anna')]
  let heard = 0
  page.on('taken-over', () => heard++)
  calls.open(ticket('anna', 'a1'), true)
  console.close()
  expect(opened[0]?.told.closed).toBe(false)
  page.close()
  expect(opened[0]?.told).toMatchObject({ closed: true, flowing: false })
  connection.tell({ type: 'taken-over', visitId: 'anna' })
  expect([heard, calls.dropped()]).toEqual([0, 1])
})

test('[RT26] early signals wait for the engine of their call, and for no other', () => {
  const { connection, opened, calls } = setUp()
  calls.follow('anna')
  connection.tell(signal('anna', 'a1'))
  connection.tell(signal('anna', 'a2'))
  calls.open(ticket('anna', 'a1'), false)
  expect(opened[0]?.heard).toEqual([candidate])
})

test('[C1] every engine has the own picture and sound, now and when they change', () => {
  const { local, opened, calls } = setUp()
  calls.follow('anna')
  const audio = { kind: 'audio' } as MediaStreamTrack
  calls.open(ticket('anna', 'a1'), false)
  local.state.update((now) => ({ ...now, audio }))
  expect(opened[0]?.told.outgoing).toEqual({ camera: { audio, video: null } })
  // The same call is the same engine.
  calls.open(ticket('anna', 'a1'), true)
  expect(opened.map(({ told }) => told.flowing)).toEqual([true])
})
