// Scenarios in tables: who asks what, and what comes back. Each is tried on a patient of its own, with another patient
// waiting beside them, and every reply is searched for what its reader may not see.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { AppointmentSaved } from '#contract/appointment'
import type { JoinReply } from '#contract/visit'
import { PROBLEM_STATUS, type ProblemCode } from '#domain/problem'
import { SESSION_COOKIE, VISIT_COOKIE } from '../src/server/platform/caller.ts'
import { sampleToken, setupToken } from '../src/server/setup/service.ts'
import type { Method } from './browser.ts'
import type { Clinic } from './clinic.ts'
import {
  guest,
  type PatientPerson,
  type Person,
  patient,
  type StaffPerson,
  sampleAdministrator,
  signIn,
} from './people.ts'
import { contactOf } from './plans.ts'

export const KINDS = [
  'guest',
  'patient',
  'patient of another visit',
  'practitioner here',
  'practitioner elsewhere',
  'administrator',
  'administrator of another organisation',
  'service administrator',
  'receptionist',
  'interpreter',
  'champion',
  'auditor',
] as const
export type Kind = (typeof KINDS)[number]

/** How things stand when the scenario begins. The practitioner is the one "here". */
export type Given = 'waiting' | 'booked' | 'being seen' | 'on hold' | 'draft note' | 'signed note'

export interface Story {
  readonly clinic: Clinic
  readonly subject: PatientPerson
  readonly bystander: PatientPerson
  /** The subject's consultation and its note, where one began. */
  readonly noteId: string
  /** An appointment of somebody else in the same area, where there is one. */
  readonly appointmentId: string
}

export interface Scenario {
  readonly title: string
  readonly method: Method
  /** As it was registered; `:visitId` and the like are the story's. */
  readonly url: string
  readonly as: Kind
  readonly given: Given
  readonly body?: (story: Story) => unknown
  readonly status: number
  readonly code: ProblemCode | null
  /** Texts that must and must not appear in the reply, beside those that never may. */
  readonly has?: (story: Story) => readonly string[]
  readonly hasNot?: (story: Story) => readonly string[]
  readonly endsSignIn?: boolean
  /** In the place of the usual ones. */
  readonly headers?: Record<string, string>
}

type Outcome = 200 | ProblemCode

/** One scenario for each kind of caller. */
export function tried(
  what: Pick<Scenario, 'method' | 'url' | 'body' | 'hasNot' | 'endsSignIn' | 'headers'> & {
    readonly given?: Given
    /** Applies to the callers who get an answer. */
    readonly has?: Scenario['has']
  },
  outcomes: Readonly<Record<Kind, Outcome>>,
): Scenario[] {
  return KINDS.map((as) => {
    const outcome = outcomes[as]
    return {
      ...what,
      title: `${what.method} ${what.url} as ${as}: ${outcome}`,
      as,
      given: what.given ?? 'waiting',
      has: outcome === 200 ? what.has : undefined,
      status: outcome === 200 ? 200 : PROBLEM_STATUS[outcome],
      code: outcome === 200 ? null : outcome,
    }
  })
}

export async function tryScenario(clinic: Clinic, scenario: Scenario): Promise<void> {
  const story = await begin(clinic, scenario.given)
  const person = personOf(story, scenario.as)
  const bringBack = person.rememberCookies()
  const before = person.cookie(SESSION_COOKIE)
  const path = addressOf(scenario.url, story)
  const reply = await person.call(scenario.method, path, scenario.body?.(story), scenario.headers)
  expect({ status: reply.status, code: reply.code }).toEqual({ status: scenario.status, code: scenario.code })
  if (reply.status >= 400) expect(reply.headers.get('content-type')).toContain('application/problem+json')
  for (const text of scenario.has?.(story) ?? []) expect(reply.text).toContain(text)
  for (const text of [...forbidden(story, scenario.as), ...(scenario.hasNot?.(story) ?? [])])
    expect(reply.text).not.toContain(text)
  const changed = person.cookie(SESSION_COOKIE) !== before
  bringBack()
  if (scenario.endsSignIn || changed) await signInAgain(clinic, scenario.as)
}

/** The address as it is called in `story`; `segment` in the place of whatever it names. */
export function addressOf(url: string, { clinic, subject, noteId, appointmentId }: Story, segment?: string): string {
  const personId = /invite-again|withdraw/.test(url) ? clinic.invitedId : clinic.leaverId
  return url
    .replace(':visitId', segment ?? subject.visitId)
    .replace(':areaId', segment ?? clinic.area.id)
    .replace(':serviceId', segment ?? clinic.serviceId)
    .replace(':logoId', segment ?? clinic.logoId)
    .replace(':noteId', segment ?? noteId)
    .replace(':appointmentId', segment ?? appointmentId)
    .replace(':clinicListId', segment ?? randomUUID())
    .replace(':slug', segment ?? clinic.area.slug)
    .replace(':planId', segment ?? 'home')
    .replace(':questionnaireId', segment ?? (url.endsWith('/remove') ? 'feedback' : 'falls'))
    .replace(':fileId', segment ?? randomUUID())
    .replace(':formId', segment ?? randomUUID())
    .replace(':item', segment ?? 'open.loc')
    .replace(':personId', segment ?? personId)
    .replace(':sessionId', segment ?? randomUUID())
    .replace(':breakGlassId', segment ?? clinic.breakGlassId)
    .replace(':passkeyId', segment ?? clinic.leaverId)
    .replace(':messageId', segment ?? (url.endsWith('arrived') ? clinic.uncertainId : clinic.messageId))
    .replace(':message', segment ?? randomUUID())
    .replace(':channel', segment ?? 'sms')
    .replace(':secret', segment ?? 's'.repeat(43))
}

/** A story at its beginning: a new patient, another beside them. Whoever is seen has said where they are, and with whom. */
export async function begin(clinic: Clinic, given: Given): Promise<Story> {
  const { server, here } = clinic
  const [subject, bystander] = await Promise.all([patient(server, clinic.area), patient(server, clinic.area)])
  const story = { clinic, subject, bystander, noteId: randomUUID(), appointmentId: randomUUID() }
  if (given === 'waiting') return story
  if (given === 'booked') return { ...story, appointmentId: await booked(clinic) }
  const act = async <Body>(verb: string, body: unknown = {}) => {
    const reply = await here.call<Body>('POST', `/api/staff/visits/${subject.visitId}/${verb}`, body)
    if (reply.status !== 200) throw new Error(`${verb}: ${reply.text}`)
    return reply.body
  }
  const { view } = await act<JoinReply>('join', { pageId: randomUUID(), callId: null })
  const { noteId } = view
  const visit = `/api/staff/visits/${subject.visitId}`
  await here.call('PUT', `${visit}/contact`, contactOf(subject))
  await here.call('PUT', `${visit}/checklist/open.loc`, { done: true, value: `By ${subject.typed.lastName} church.` })
  if (given === 'on hold') await act('hold')
  if (given === 'draft note' || given === 'signed note') {
    await here.call('PUT', `/api/staff/notes/${noteId}`, { text: `Saw ${subject.typed.lastName}.`, revision: 0 })
    await act('end')
    if (given === 'signed note') await here.call('POST', `/api/staff/notes/${noteId}/sign`, {})
  }
  return { ...story, noteId }
}

export const APPOINTMENT = {
  ...{ date: '2026-12-01', time: '10:30', minutes: 20, practitionerId: null, planId: null },
  ...{ firstName: 'Nobody', lastName: 'Quincebury', dateOfBirth: '1948-03-03', phone: '01632 960999', email: '' },
  reason: 'Sore knee',
}

export async function booked({ here, area }: Clinic): Promise<string> {
  const reply = await here.call<AppointmentSaved>('POST', `/api/staff/areas/${area.id}/appointments`, APPOINTMENT)
  if (reply.status !== 200) throw new Error(`not booked: ${reply.text}`)
  return reply.body.appointment.id
}

export function personOf({ clinic, subject, bystander }: Story, kind: Kind): Person {
  switch (kind) {
    case 'guest':
      return guest(clinic.server)
    case 'patient':
      return subject
    case 'patient of another visit':
      return bystander
    case 'practitioner here':
      return clinic.here
    case 'practitioner elsewhere':
      return clinic.elsewhere
    case 'administrator':
      return clinic.administrator
    case 'administrator of another organisation':
      return clinic.otherAdministrator
    default:
      return clinic[colleagueOf(kind)]
  }
}

type Colleague = 'serviceAdministrator' | 'receptionist' | 'interpreter' | 'champion' | 'auditor'

const colleagueOf = (kind: 'service administrator' | Exclude<Colleague, 'serviceAdministrator'>): Colleague =>
  kind === 'service administrator' ? 'serviceAdministrator' : kind

/** What no answer to `kind` may hold: who somebody else is, and what opens doors. */
export function forbidden(story: Story, kind: Kind): string[] {
  const { subject, bystander, clinic } = story
  const ours = kind === 'practitioner here' || kind === 'receptionist'
  // Who helps is shown the first name and no more.
  const helps = kind === 'interpreter' || kind === 'champion'
  const tracesOf = (person: PatientPerson) => (helps ? person.traces.slice(1) : person.traces)
  const { secret } = clinic.server.served()
  const people = [subject, bystander, clinic.here, clinic.elsewhere, clinic.administrator, clinic.otherAdministrator]
  return [
    ...(ours || kind === 'patient' ? [] : tracesOf(subject)),
    ...(ours || kind === 'patient of another visit' ? [] : tracesOf(bystander)),
    ...people.flatMap((person) => [VISIT_COOKIE, SESSION_COOKIE].flatMap((name) => person.cookie(name) ?? [])),
    ...[secret, setupToken(secret), sampleToken(secret), '$argon2', 'passwordHash', 'tokenHash'],
  ]
}

/** After something that ended their sign-in. */
export async function signInAgain(clinic: Clinic, kind: Kind): Promise<void> {
  const { server, here, elsewhere, administrator, otherAdministrator } = clinic
  const staff: Partial<Record<Kind, StaffPerson>> = {
    'practitioner here': here,
    'practitioner elsewhere': elsewhere,
    administrator,
    'service administrator': clinic.serviceAdministrator,
    receptionist: clinic.receptionist,
    interpreter: clinic.interpreter,
    champion: clinic.champion,
    auditor: clinic.auditor,
  }
  const ended = staff[kind]
  // What was tried with wrong passwords before would make them wait.
  await server.sql('delete from sign_in_failures')
  const again = ended
    ? await signIn(server, ended.me.email)
    : kind === 'administrator of another organisation'
      ? await sampleAdministrator(server)
      : null
  const cookie = again?.cookie(SESSION_COOKIE)
  if (cookie) (ended ?? otherAdministrator).setCookie(SESSION_COOKIE, cookie)
}
