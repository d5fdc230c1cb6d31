// The clinic that most tests take place in: one organisation with two waiting areas, its people, and another
// organisation beside it.
import { randomUUID } from 'node:crypto'
import type { JoinReply, PatientView } from '#contract/visit'
import { fingerprint } from '../src/server/platform/secrets.ts'
import { participantId } from '../src/server/visits/participant-id.ts'
import type { Page, Ticketed } from './page.ts'
import {
  type Area,
  anotherArea,
  letServe,
  type PatientPerson,
  patient,
  practitioner,
  type StaffPerson,
  sampleAdministrator,
  setUp,
  somebody,
} from './people.ts'
import type { TestServer } from './server.ts'

export interface Clinic {
  readonly server: TestServer
  /** The area of the story, and one that most of its people have nothing to do with. */
  readonly area: Area
  readonly elsewhereArea: Area & { readonly serviceId: string }
  /** The area's service, and a logo that its organisation may show. */
  readonly serviceId: string
  readonly logoId: string
  /** Their organisation's administrator, who serves a third area: the role alone shows no patient. */
  readonly administrator: StaffPerson
  readonly here: StaffPerson
  /** A second practitioner of the same area. */
  readonly colleague: StaffPerson
  readonly elsewhere: StaffPerson
  readonly otherAdministrator: StaffPerson
  /** Of the same area: what they are there, and what they are not. */
  readonly serviceAdministrator: StaffPerson
  readonly receptionist: StaffPerson
  readonly interpreter: StaffPerson
  readonly champion: StaffPerson
  /** Of their organisation. */
  readonly auditor: StaffPerson
  /** Somebody who has not followed their invitation yet, whose link ends in INVITATION; and a practitioner who goes. */
  readonly invitedId: string
  readonly leaverId: string
  /** A message of the organisation's outbox of which nobody knows whether it arrived. */
  readonly messageId: string
  /** Another one, for whoever says that it arrived. */
  readonly uncertainId: string
  /** What the practitioner here once had open by break-glass. */
  readonly breakGlassId: string
}

/** Who they are in the calls of a visit. */
export const patientIn = (visitId: string) => participantId(visitId, visitId)
export const staffIn = (visitId: string, { me }: StaffPerson) => participantId(visitId, me.personId)

export const INVITATION = 'i'.repeat(43)

export async function openClinic(server: TestServer): Promise<Clinic> {
  const administrator = await setUp(server)
  const area = await anotherArea(server, administrator, 'Knee clinic')
  const elsewhereArea = await anotherArea(server, administrator, 'Hand clinic')
  const [here, colleague, elsewhere, otherAdministrator] = await Promise.all([
    practitioner(server, administrator, 'Priya Raman', [area]),
    practitioner(server, administrator, 'Owen Hughes', [area]),
    practitioner(server, administrator, 'Bruno Elsner', [elsewhereArea]),
    sampleAdministrator(server),
  ])
  const areas = [area]
  const { serviceId, logoId } = await belongings(server, area)
  const [serviceAdministrator, receptionist, interpreter, champion, auditor] = await Promise.all([
    somebody(server, administrator, 'Sadia Karim', { role: 'service-administrator', areas }),
    somebody(server, administrator, 'Rhys Morgan', { role: 'receptionist', areas }),
    somebody(server, administrator, 'Ines Duarte', { role: 'interpreter', areas }),
    somebody(server, administrator, 'Cleo Baptiste', { role: 'champion', areas }),
    somebody(server, administrator, 'Aldo Ferri', { organisationRole: 'auditor' }),
  ])
  // Keeps the whole service, and the areas that it gets later.
  await server.sql('update memberships set area_ids = null where person_id = $1', [serviceAdministrator.me.personId])
  return {
    ...{
      server,
      area,
      elsewhereArea,
      serviceId,
      logoId,
      administrator,
      here,
      colleague,
      elsewhere,
      otherAdministrator,
    },
    ...{ serviceAdministrator, receptionist, interpreter, champion, auditor },
    ...(await papers(server, administrator, area)),
    breakGlassId: await brokenGlass(server, here),
  }
}

/** What an area belongs to, and what its organisation has. */
async function belongings(server: TestServer, area: Area) {
  const logoId = randomUUID()
  const [service] = await server.sql<{ id: string; organisation: string }>(
    `select services.id, organisation_id as organisation from services join areas on areas.service_id = services.id
     where areas.id = $1`,
    [area.id],
  )
  await server.sql(
    `insert into logos (id, organisation_id, content_type, bytes, created_at) values ($1, $2, 'image/png', $3, now())`,
    [logoId, service?.organisation, Buffer.from('89504e470d0a1a0a', 'hex')],
  )
  return { serviceId: service?.id ?? '', logoId }
}

/** What is about people and not done by them. */
async function papers(server: TestServer, administrator: StaffPerson, area: Area) {
  const leaver = await practitioner(server, administrator, 'Lotte Vandal', [area])
  const [invitedId, messageId, uncertainId, linkId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await server.sql(
    `insert into people (id, organisation_id, name, title, email, status)
     select $1, organisation_id, 'Nils Expected', '', $3, 'invited' from people where id = $2`,
    [invitedId, administrator.me.personId, `nils.${invitedId}@harbour.example`],
  )
  await server.sql(
    `insert into person_links (id, person_id, kind, token_hash, created_at, ends_at)
     values ($1, $2, 'invitation', $3, '2026-06-01', '2099-01-01')`,
    [linkId, invitedId, fingerprint(INVITATION)],
  )
  await server.sql(
    `insert into notifications (id, organisation_id, recipient, subject, body, created_at, next_try_at, state)
     select unnest($1::uuid[]), organisation_id, 'nobody@harbour.example', 'Failed', 'Nobody there.', now(), now(), 'uncertain'
     from people where id = $2`,
    [[messageId, uncertainId], administrator.me.personId],
  )
  return { invitedId, messageId, uncertainId, leaverId: leaver.me.personId }
}

/** Closed since. */
async function brokenGlass(server: TestServer, { me }: StaffPerson): Promise<string> {
  const id = randomUUID()
  await server.sql(
    `insert into break_glass (id, person_id, service_id, reason, opened_at, ends_at, closed_at)
     select $1, $2, services.id, 'Nobody else was there', '2026-05-01', '2026-05-01', '2026-05-01'
     from services join people on people.organisation_id = services.organisation_id
     where people.id = $2 order by services.name limit 1`,
    [id, me.personId],
  )
  return id
}

/** The same people with a new, empty waiting area: what one test does there, the next does not see. */
export async function inNewArea(clinic: Clinic): Promise<Clinic> {
  const { server, administrator, here, colleague } = clinic
  const area = await anotherArea(server, administrator, `Clinic ${randomUUID().slice(0, 8)}`)
  for (const { me } of [here, colleague]) await letServe(server, me.personId, area.id)
  return { ...clinic, area }
}

/** A patient whose page is open and waits. */
export async function waitingPatient({ server, area }: Pick<Clinic, 'server' | 'area'>): Promise<WaitingPatient> {
  const person = await patient(server, area)
  return openPatient(person)
}

export type WaitingPatient = PatientPerson & { readonly page: Page; readonly opened: PatientView }

export async function openPatient(person: PatientPerson): Promise<WaitingPatient> {
  const page = await person.socket()
  const { view } = await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: true })
  return { ...person, page, opened: view }
}

/** A practitioner's page with its queues. */
export async function openConsole(person: StaffPerson): Promise<Page> {
  const page = await person.socket()
  await page.ask({ type: 'staff.open', pageId: page.pageId })
  return page
}

export type Verb = 'join' | 'hold' | 'resume' | 'send-back' | 'end' | 'remove' | 'messages'

export const act = (person: StaffPerson, visitId: string, verb: Verb, body: unknown = {}) =>
  person.call('POST', `/api/staff/visits/${visitId}/${verb}`, body)

/** Joins from `page`, with the call that was prepared, if any. */
export async function join(
  person: StaffPerson,
  page: Page,
  visitId: string,
  callId: string | null = null,
): Promise<Ticketed<JoinReply>> {
  const reply = await person.call<Ticketed<JoinReply>>('POST', `/api/staff/visits/${visitId}/join`, {
    pageId: page.pageId,
    callId,
  })
  if (reply.status !== 200) throw new Error(`not joined: ${reply.text}`)
  return reply.body
}
