// One visit as the patient's page holds it, for tests: everything around it is played by hand.
import type { CallTicket } from '#contract/call'
import type { CompanionsAnswerBody } from '#contract/consultation'
import type { DeviceTalkBody } from '#contract/plan'
import type { MessageThread, MessageView } from '#contract/shapes'
import type { PatientView, PositionUpdate, SeenState } from '#contract/visit'
import type { EquipmentFindings } from '#domain/equipment'
import type { Refusal } from '../../src/web/net/api.ts'
import { openVisit } from '../../src/web/patient/open-visit.ts'
import { type FakeEngine, fakeEngine, fakeLocal } from '../call/fake-call.ts'
import { fakeConnection, handClock, NINE, type Opening, SEEN, viewOf, WAITING } from './made-up.ts'

export const VISIT = viewOf(WAITING).visitId

const ticket = (callId: string, visitId = VISIT): CallTicket => ({
  visitId,
  callId,
  engine: 'peer',
  participantId: 'own',
  remoteId: 'remote',
  polite: true,
  iceServers: [],
  iceTransportPolicy: 'all',
})

export const ENDED: PatientView['state'] = { status: 'ended', outcome: 'completed', afterText: '', afterLink: null }

/** The patient's page in a made-up visit, with the server, its engines and its clock in the test's hands. */
export function madeUpVisit(first = viewOf(WAITING), local = fakeLocal(), chosen = false) {
  const opened: FakeEngine[] = []
  const world = { opening: (): Opening => ({ view: first, holder: true, liveCallId: null }) }
  const server = fakeConnection(() => world.opening())
  const clock = handClock()
  const posts: string[] = []
  const joins: number[] = []
  /** Of who is there. */
  const said: CompanionsAnswerBody[] = []
  const earlier = { answer: async (_: string): Promise<MessageThread> => ({ messages: [] }) }
  const post = { answer: async (id: string, text: string): Promise<MessageView> => stored(id, text) }
  const kept = { talks: [] as DeviceTalkBody[], findings: [] as EquipmentFindings[], refuse: null as Refusal | null }
  /** What was chosen: sent, and kept by the tab. */
  const choice = {
    sent: [] as object[],
    refuse: null as Refusal | null,
    answer: ({ phoneMe = false }: { phoneMe?: boolean }) => viewOf(WAITING, { phoneMe }),
    kept: chosen,
  }
  const visit = openVisit(first, 'page-0000000000000000', local, {
    connect: server.connect,
    openEngine(of, send) {
      const engine = fakeEngine(of, null as never, send)
      opened.push(engine)
      return engine
    },
    http: {
      message(id, text) {
        posts.push(id)
        return post.answer(id, text)
      },
      messagesBefore: async (id) => earlier.answer(id),
      async update(change) {
        choice.sent.push(change)
        if (choice.refuse) throw choice.refuse
        return choice.answer(change)
      },
      async talk({ answers, agreed }) {
        kept.talks.push({ answers, agreed })
        if (kept.refuse) throw kept.refuse
        const by = { by: 'patient', byName: 'Nia', at: NINE } as const
        return viewOf(WAITING, { talk: { answers, agreed: agreed && { device: agreed, ...by } } })
      },
      async equipment(findings) {
        kept.findings.push(findings)
        if (kept.refuse) throw kept.refuse
      },
      async companions(body) {
        said.push(body)
      },
      async join(calledAt) {
        joins.push(calledAt)
        return viewOf(SEEN)
      },
      leave: async () => viewOf({ status: 'ended', outcome: 'left', afterText: '', afterLink: null }),
    },
    phoneChoice: {
      load: () => choice.kept,
      save(next) {
        choice.kept = next
      },
    },
    newId: () => `message-${posts.length}`,
    now: () => NINE - 60_000,
    elapsed: () => 0,
    later: clock.later,
  })
  const push = (state: PatientView['state'], more: Partial<PatientView> = {}) =>
    server.push({ type: 'visit', view: viewOf(state, more) })
  const place = (news: PositionUpdate) => server.push({ type: 'place', visitId: VISIT, news })
  const offer = (callId: string, { prepared = true, visitId = VISIT } = {}) =>
    server.push({ type: 'call.offered', ticket: ticket(callId, visitId), prepared })
  const live = (callId: string, state: Partial<SeenState> = {}) =>
    server.push({ type: 'call.live', visitId: VISIT, callId, state: { ...SEEN, ...state } })
  const engine = (callId: string) => {
    const found = opened.findLast((one) => one.callId === callId)
    if (!found) throw new Error(`no engine for ${callId}`)
    return found
  }
  return {
    visit,
    server,
    local,
    clock,
    kept,
    choice,
    posts,
    joins,
    said,
    post,
    earlier,
    world,
    push,
    place,
    offer,
    live,
    engine,
    opened,
  }
}

export const stored = (id: string, text: string): MessageView => ({
  id,
  from: 'patient',
  authorName: 'Nia',
  text,
  at: NINE,
})
