import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClientMessage } from '#contract/realtime'
import type { Action } from '#domain/permission'
import type { ProblemCode } from '#domain/problem'
import { expectWritten, knownAs, lastLine } from '../audit/written.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { signIn } from '../people.ts'
import { begin, forbidden, type Given, KINDS, personOf, type Story } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { everyone, type Outcomes, patientsOnly, practitionersHere, staffOnly } from './outcomes.ts'

interface MessageScenario {
  readonly given: Given
  readonly said: (story: Story, pageId: string) => ClientMessage
  readonly outcomes: Outcomes<'ok'>
}

const ACTIONS: Record<ClientMessage['type'], Action> = {
  'patient.open': 'visit.read-own',
  'patient.equipment': 'visit.update-own',
  'staff.open': 'page.open',
  'call.prepare': 'call.prepare',
  'call.attach': 'visit.read-held',
  'consultation.watch': 'visit.read-held',
  'call.leave': 'call.relay',
  'call.release': 'call.relay',
  'call.signal': 'call.relay',
  'call.camera-request': 'call.camera-request',
  'call.camera-answer': 'call.answer-ask',
}

const TABLE: Record<ClientMessage['type'], MessageScenario> = {
  'patient.open': {
    given: 'waiting',
    said: ({ subject }, pageId) => ({ type: 'patient.open', visitId: subject.visitId, pageId, claim: true }),
    // Their own cookie counts: a page that shows another visit is told that this browser has it no more.
    outcomes: { ...patientsOnly<'ok' | ProblemCode>('ok'), 'patient of another visit': 'visit/not-found' },
  },
  'patient.equipment': {
    given: 'waiting',
    said: () => ({ type: 'patient.equipment', picture: 'off', sound: 'works' }),
    outcomes: patientsOnly('ok'),
  },
  'staff.open': { given: 'waiting', said: (_, pageId) => ({ type: 'staff.open', pageId }), outcomes: staffOnly('ok') },
  'call.prepare': {
    given: 'waiting',
    said: ({ subject }) => ({ type: 'call.prepare', visitId: subject.visitId }),
    outcomes: practitionersHere('ok'),
  },
  'call.attach': {
    given: 'being seen',
    said: ({ subject }) => ({ type: 'call.attach', visitId: subject.visitId, callId: null, claim: true }),
    // Even the holder's page opens before it attaches: the table's pages have not.
    outcomes: { ...practitionersHere('ok'), 'practitioner here': 'request/invalid' },
  },
  'consultation.watch': {
    given: 'being seen',
    said: ({ subject }) => ({ type: 'consultation.watch', visitId: subject.visitId }),
    outcomes: practitionersHere('ok'),
  },
  'call.leave': {
    given: 'being seen',
    said: ({ subject }) => ({ type: 'call.leave', visitId: subject.visitId }),
    outcomes: everyone<'ok' | ProblemCode>('ok'),
  },
  'call.release': {
    given: 'being seen',
    said: () => ({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() }),
    outcomes: everyone<'ok' | ProblemCode>('ok'),
  },
  'call.signal': {
    given: 'being seen',
    said: () => ({
      type: 'call.signal',
      visitId: randomUUID(),
      callId: randomUUID(),
      to: randomUUID(),
      payload: { candidate: null },
    }),
    outcomes: everyone<'ok' | ProblemCode>('access/not-allowed'),
  },
  // Who is in no live call asks and answers nobody, whoever they are.
  'call.camera-request': {
    given: 'being seen',
    said: () => ({
      type: 'call.camera-request',
      visitId: randomUUID(),
      callId: randomUUID(),
      to: randomUUID(),
      ask: { id: randomUUID(), kind: 'torch-on' },
    }),
    outcomes: {
      ...everyone<'ok' | ProblemCode>('access/not-allowed'),
      guest: 'access/sign-in-needed',
      patient: 'access/sign-in-needed',
      'patient of another visit': 'access/sign-in-needed',
    },
  },
  'call.camera-answer': {
    given: 'being seen',
    said: () => ({
      type: 'call.camera-answer',
      visitId: randomUUID(),
      callId: randomUUID(),
      to: randomUUID(),
      cameraRequestId: randomUUID(),
      answer: 'done',
    }),
    outcomes: {
      ...everyone<'ok' | ProblemCode>('access/sign-in-needed'),
      patient: 'access/not-allowed',
      'patient of another visit': 'access/not-allowed',
    },
  },
}

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

test('[AC2] there is no message that is not tried', () => {
  expect(Object.keys(TABLE).sort()).toEqual(
    ClientMessage.anyOf.map((schema) => schema.properties.type.const as string).sort(),
  )
})

describe('[AC2] [AC4] [AU1] each message is answered to whom it is for, tells nobody what is not theirs, and is written down', () => {
  const cases = Object.entries(TABLE).flatMap(([type, scenario]) =>
    KINDS.map((kind) => [`${type} as ${kind}: ${scenario.outcomes[kind]}`, kind, scenario] as const),
  )
  test.each(cases)('%s', async (_, kind, { given, said, outcomes }) => {
    const story = await begin(clinic, given)
    const before = await lastLine(server)
    const page = await personOf(story, kind).socket()
    const answer = await page.say(said(story, page.pageId))
    expect(answer.ok ? 'ok' : answer.code).toBe(outcomes[kind])
    // What comes by itself is searched as well, once the answer to something later is here.
    await page.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })
    const all = JSON.stringify([answer, page.heard('visit'), page.heard('area'), page.heard('consultation')])
    for (const text of forbidden(story, kind)) expect(all).not.toContain(text)
    const { type } = said(story, page.pageId)
    const code = outcomes[kind] === 'ok' ? null : outcomes[kind]
    const via = `socket ${type}`
    await expectWritten(server, before, { via, action: ACTIONS[type], code, as: knownAs(kind, via) })
  })
})

test.each(Object.entries(TABLE))(
  '[SF11] %s is refused to somebody who has to set up a second factor first',
  async (_, { given, said }) => {
    const story = await begin(clinic, given)
    const required = async (on: boolean) =>
      clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: on })
    await required(true)
    const page = await (await signIn(server, clinic.here.me.email)).socket()
    const answer = await page.say(said(story, page.pageId))
    await required(false)
    expect(answer).toMatchObject({ ok: false, code: 'access/second-factor-needed' })
    expect([page.heard('visit'), page.heard('area'), page.heard('consultation')]).toEqual([[], [], []])
  },
)

test('[AC2] a colleague in the same area neither reads nor takes what another holds', async () => {
  const story = await begin(clinic, 'being seen')
  const page = await clinic.colleague.socket()
  const { visitId } = story.subject
  await page.ask({ type: 'staff.open', pageId: page.pageId })
  expect(await page.say({ type: 'call.attach', visitId, callId: null, claim: true })).toMatchObject({
    ok: false,
    code: 'visit/not-held-by-you',
  })
  expect(await page.say({ type: 'call.prepare', visitId })).toMatchObject({
    ok: false,
    code: 'visit/with-somebody-else',
    detail: { name: 'Priya Raman' },
  })
})

test('[AC3] an administrator sees the settings of their own organisation, and no patient of it', async () => {
  const { subject } = await begin(clinic, 'draft note')
  const settings = await clinic.administrator.call('GET', '/api/staff/settings')
  expect(settings.text).toContain('Knee clinic')
  expect(settings.text).not.toContain('Nurse drop-in')
  const page = await clinic.administrator.socket()
  const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
  expect(areas.map(({ name }) => name)).toEqual(['Front desk'])
  const notes = await clinic.administrator.call('GET', '/api/staff/notes')
  expect(notes.body).toEqual({ notes: [] })
  for (const trace of subject.traces) expect(settings.text + notes.text + JSON.stringify(areas)).not.toContain(trace)
})

test('[AC5] a cookie counts on its own side only', async () => {
  const { subject } = await begin(clinic, 'waiting')
  const both = clinic.here.rememberCookies()
  clinic.here.setCookie('bedside_visit', subject.cookie('bedside_visit') ?? '')
  const asStaff = await clinic.here.connect('staff')
  const asPatient = await clinic.here.connect('patient')
  both()
  const { visitId } = subject
  const opened = (pageId: string) => ({ type: 'patient.open', visitId, pageId, claim: true }) as const
  expect(await asStaff.say(opened(asStaff.pageId))).toMatchObject({ ok: false, code: 'access/sign-in-needed' })
  expect(await asPatient.say({ type: 'staff.open', pageId: asPatient.pageId })).toMatchObject({
    ok: false,
    code: 'access/sign-in-needed',
  })
  const { view } = await asPatient.ask(opened(asPatient.pageId))
  expect(view.visitId).toBe(visitId)
})

test('[RN7] of all that, the log knows ids and codes only', () => {
  for (const line of server.logLines) expect(line).not.toMatch(/zeph|quill|01632 ?96/i)
})
