// A consultation's surroundings for tests: a server that remembers what it was told and answers as the real one would.
import type { CallTicket } from '#contract/call'
import type { ContactBody, TickBody } from '#contract/consultation'
import type { NoteView } from '#contract/note'
import type { ClientMessage, ServerMessage } from '#contract/realtime'
import type { ConsultationView } from '#contract/visit'
import { createCallRegistry } from '../../src/web/call/call-registry.ts'
import { createStore } from '../../src/web/kit/store.ts'
import type { OpenEngine } from '../../src/web/media/engine.ts'
import type { Refusal } from '../../src/web/net/api.ts'
import type { Connection } from '../../src/web/net/socket.ts'
import { createPractitionerCall, type PractitionerCallInputs } from '../../src/web/staff/call/practitioner-model.ts'
import type { CallActions } from '../../src/web/staff/call/practitioner-state.ts'
import { contactOn, NO_TALK, TALKING } from '../made-up-plan.ts'
import { type FakeEngine, fakeEngine, fakeLocal, OWN, REMOTE } from './fake-call.ts'
import { fakeTime, settled } from './fake-time.ts'

export const VISIT = 'visit'
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
const note = {
  id: 'note',
  visitId: VISIT,
  patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12' },
  areaName: 'Falls clinic',
  timeZone: 'Europe/London',
  consultationStartedAt: 0,
  status: 'draft',
  text: '',
  revision: 0,
  savedAt: 0,
  signedAt: null,
  deletedAfter: null,
} satisfies NoteView

export const stream = {} as MediaStream

/** `joinedWith` names the prepared call that the console hands over; null is a page that was opened or reloaded. */
export function fakeConsultation(
  joinedWith: string | null,
  refuse: Refusal | null = null,
  begin: Partial<ConsultationView> = {},
) {
  const link = createStore<'connecting' | 'open' | 'lost'>('open')
  const listeners = new Set<(heard: ServerMessage) => void>()
  const said: ClientMessage[] = []
  const posted: string[] = []
  const bodies: unknown[] = []
  const sounds: string[] = []
  const engines: FakeEngine[] = []
  const time = fakeTime()
  const local = fakeLocal()
  let now = 1000
  let callCount = 0
  const server = {
    refuse,
    refusePost: null as Refusal | null,
    /** What the server does before its answer is lost. */
    beforeRefusal: () => {},
    /** Of which visit the ticket is that attaching answers with. */
    ticketOf: VISIT,
    holder: true,
    /** Whose sign-in is locked keeps the call and is told nothing of the patient. */
    locked: false,
    reopened: { status: 'being-seen', calledBack: true, callBackUntil: undefined } as Partial<ConsultationView>,
    view: {
      visitId: VISIT,
      consultationId: 'consultation',
      participants: [
        { participantId: REMOTE, kind: 'patient', standing: 'participant', state: 'admitted' },
        { participantId: OWN, kind: 'practitioner', standing: 'host', state: 'admitted' },
      ],
      areaName: 'Falls clinic',
      timeZone: 'Europe/London',
      patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12', phone: '07700 900123' },
      status: 'being-seen',
      startedAt: 0,
      medium: 'video',
      phoning: null,
      awaySince: null,
      picture: 'works',
      sound: 'works',
      plan: TALKING,
      talk: NO_TALK,
      equipment: null,
      checklist: [],
      contact: contactOn('07700 900123'),
      noteId: 'note',
      messages: [],
      now,
      revision: now,
      ...begin,
    } as ConsultationView,
  }
  const snapshot = (change: Partial<ConsultationView> = {}): ConsultationView => {
    server.view = { ...server.view, ...change, now: ++now, revision: now }
    return server.view
  }
  const tell = (heard: ServerMessage) => {
    for (const listener of [...listeners]) listener(heard)
  }
  const connection: Connection = {
    link,
    async send(message) {
      said.push(message)
      if (message.type !== 'call.attach') return null as never
      if (server.refuse) throw server.refuse
      const callId = message.callId ?? `call-${++callCount}`
      return {
        view: server.locked ? null : snapshot(),
        ticket: { ...ticket(callId), visitId: server.ticketOf },
        holder: server.holder,
      } as never
    },
    on(type, listener) {
      const one = (heard: ServerMessage) => {
        if (heard.type === type) listener(heard as never)
      }
      listeners.add(one)
      return () => listeners.delete(one)
    },
    wake() {},
    close() {},
  }
  const STATUS = { hold: 'on-hold', resume: 'being-seen', 'send-back': 'waiting', end: 'ended' } as const
  const request = async (method: string, url: string, body?: unknown) => {
    if (url.startsWith('/api/staff/notes')) return note
    bodies.push(body)
    posted.push(`${method} ${url.replace(`/api/staff/visits/${VISIT}/`, '')}`)
    if (server.refusePost) {
      server.beforeRefusal()
      throw server.refusePost
    }
    if (url.endsWith('/messages')) return { ...(body as object), from: 'clinic', authorName: 'Amina', at: ++now }
    if (keep(url, body)) return { done: true }
    if (url.endsWith('/reopen')) return { view: snapshot(server.reopened) }
    if (url.endsWith('/no-answer')) {
      const before = server.view.phoning ?? { noAnswers: [], videoAsk: null }
      return { view: snapshot({ phoning: { ...before, noAnswers: [...before.noAnswers, ++now] } }) }
    }
    const step = url.split('/').at(-1) as keyof typeof STATUS
    return { view: snapshot({ status: STATUS[step] }) }
  }
  /** What the practitioner keeps beside the picture, as the server would. */
  const keep = (url: string, body: unknown): boolean => {
    const item = /checklist\/(.+)$/.exec(url)?.[1]
    if (item) {
      const { done, value } = body as TickBody
      const others = server.view.checklist.filter((tick) => tick.item !== item)
      snapshot({ checklist: done ? [...others, { item, value, at: ++now }] : others })
    } else if (url.endsWith('/contact')) {
      const { phoneConfirmed, addressConfirmed, ...rest } = body as ContactBody
      const at = ++now
      const confirmed = {
        phoneConfirmedAt: phoneConfirmed ? at : null,
        addressConfirmedAt: addressConfirmed ? at : null,
      }
      snapshot({ contact: { ...rest, ...confirmed } })
    } else return false
    return true
  }
  const openEngine: OpenEngine = (of, send) => {
    const engine = fakeEngine(of, stream, send)
    engines.push(engine)
    return engine
  }
  const calls = createCallRegistry(connection, local, openEngine)
  if (joinedWith !== null) calls.open(ticket(joinedWith), true)
  const model = createPractitionerCall({
    connection,
    visitId: VISIT,
    calls,
    joined: joinedWith === null ? null : { view: snapshot(), ticket: ticket(joinedWith) },
    local,
    request: request as PractitionerCallInputs['request'],
    later: time.later,
    storage: { getItem: () => null, setItem() {}, removeItem() {} },
    play: (sound) => sounds.push(sound),
    keepAwake: () => () => {},
  })
  const press = async (action: keyof CallActions) => {
    ;(model.actions.get()[action] as (() => void) | null)?.()
    await settled()
  }
  const attaches = () => said.filter((one) => one.type === 'call.attach')
  return {
    model,
    server,
    calls,
    link,
    tell,
    snapshot,
    said,
    attaches,
    posted,
    bodies,
    sounds,
    engines,
    local,
    time,
    press,
  }
}
