// The confirmation before a join, for tests: everything around it is played by hand.
import type { CallTicket } from '#contract/call'
import type { ConsultationView, JoinReply, QueueVisit } from '#contract/visit'
import { createCallRegistry } from '../../src/web/call/call-registry.ts'
import { createStore } from '../../src/web/kit/store.ts'
import type { Refusal } from '../../src/web/net/api.ts'
import { createJoin, type JoinPorts } from '../../src/web/staff/join/join-model.ts'
import { type FakeEngine, fakeEngine, fakeLocal } from '../call/fake-call.ts'
import { fakeAsk, fakeConnection, idOf, someVisit } from './fake-connection.ts'

export const VISIT = idOf(1)
export const JOIN = `POST /api/staff/visits/${VISIT}/join`
export const ticket = (callId: string): CallTicket => ({
  visitId: VISIT,
  callId,
  engine: 'peer',
  participantId: 'own',
  remoteId: 'remote',
  polite: false,
  iceServers: [],
  iceTransportPolicy: 'all',
})
export const view = { visitId: VISIT } as ConsultationView
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

/** The confirmation with the server, its engines and its clock in the test's hands. */
export function setUp(
  visit: QueueVisit | null = someVisit(1),
  prepare: Refusal | null = null,
  later: JoinPorts['later'] = undefined,
  atOnce = false,
) {
  const connection = fakeConnection()
  connection.answers['call.prepare'] = prepare ?? { ticket: ticket(idOf(50)), patientThere: true }
  const server = fakeAsk({ [JOIN]: { view, ticket: ticket(idOf(50)) } })
  const engines: FakeEngine[] = []
  const joined: JoinReply[] = []
  const flowingWhenJoined: boolean[] = []
  const shown = createStore<QueueVisit | null>(visit)
  const local = fakeLocal()
  const clock = { now: 1000 }
  const calls = createCallRegistry(connection, local, (given, send) => {
    const engine = fakeEngine(given, {} as MediaStream, send)
    engines.push(engine)
    return engine
  })
  const model = createJoin({
    now: () => clock.now,
    ...(later ? { later } : {}),
    connection,
    calls,
    apiCall: server.apiCall,
    local,
    pageId: 'page',
    visit: shown,
    visitId: VISIT,
    myId: 'me',
    atOnce,
    onJoined(one) {
      // As the call's own page does.
      calls.follow(VISIT)
      flowingWhenJoined.push(engines.at(-1)?.told.flowing ?? false)
      joined.push(one)
    },
  })
  const join = () => {
    const now = model.state.get()
    if (now.kind === 'asking' || now.kind === 'refused') now.join()
  }
  const released = () => connection.said.filter((said) => said.type === 'call.release').map((said) => said.callId)
  const prepared = () => connection.said.filter((said) => said.type === 'call.prepare').length
  return {
    model,
    clock,
    connection,
    calls,
    server,
    engines,
    joined,
    flowingWhenJoined,
    shown,
    local,
    join,
    released,
    prepared,
  }
}
