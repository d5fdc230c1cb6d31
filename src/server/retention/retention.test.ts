import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AuditPage } from '#contract/audit'
import type { OpeningsView } from '#contract/break-glass'
import type { NoteView } from '#contract/note'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, patient, signIn } from '../../../test/people.ts'
import { contactOf, TALK } from '../../../test/plans.ts'
import { columnsWith, deleteWhatIsDue } from '../../../test/retention.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { retentionSlice } from './slice.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let server: TestServer
let people: Clinic
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
})
afterAll(() => server.close())

const forget = () => deleteWhatIsDue(server)

interface Seen {
  readonly person: PatientPerson
  readonly noteId: string
}

/**
 * A patient who wrote something, agreed on a device, told where they are and with whom, was seen, and went; the note holds
 * `text`.
 */
async function seen(text: string): Promise<Seen> {
  const here = await signIn(server, clinic.here.me.email)
  const person = await patient(server, clinic.area)
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: `${person.typed.lastName} here` })
  server.clock.advance(7 * MINUTE)
  const { view } = await join(here, await openConsole(here), person.visitId)
  const visit = `/api/staff/visits/${person.visitId}`
  await person.call('PUT', '/api/patient/visit/talk', { ...TALK, agreed: 'tablet' })
  await here.call('PUT', `${visit}/contact`, contactOf(person))
  await here.call('PUT', `${visit}/checklist/open.id`, { done: true, value: `Said ${person.typed.lastName}` })
  const note = `/api/staff/notes/${view.noteId}`
  if (text) await here.call('PUT', note, { text, revision: 0 })
  server.clock.advance(20 * MINUTE)
  await act(here, person.visitId, 'end')
  return { person, noteId: view.noteId }
}

const count = async (table: string, column: string, id: string) =>
  (await server.sql(`select 1 from ${table} where ${column} = $1`, [id])).length
const kept = async ({ person, noteId }: Seen) => ({
  details: await count('visit_details', 'visit_id', person.visitId),
  messages: await count('messages', 'visit_id', person.visitId),
  ticks: await count('checklist_ticks', 'consultation_id', noteId),
  note: await count('notes', 'id', noteId),
})

const tablesWith = async (trace: string) => [
  ...new Set((await columnsWith(server, trace)).map((column) => column.split('.')[0])),
]

test('[RN2] details and messages go an hour after the end, and not a moment before', async () => {
  const visit = await seen('Knee better')
  server.clock.advance(60 * MINUTE)
  await forget()
  expect(await kept(visit)).toEqual({ details: 1, messages: 1, ticks: 1, note: 1 })
  server.clock.advance(1)
  await forget()
  expect(await kept(visit)).toEqual({ details: 0, messages: 0, ticks: 0, note: 1 })
  const own = await visit.person.call<PatientView>('GET', '/api/patient/visit')
  expect(own.body).toMatchObject({ firstName: '', phone: '', messages: [], state: { status: 'ended' } })
})

test('[RN2] nobody who waits or is being seen is forgotten, however long it takes', async () => {
  const waiting = await patient(server, clinic.area)
  const held = await patient(server, clinic.area)
  const here = await signIn(server, clinic.here.me.email)
  await join(here, await openConsole(here), held.visitId)
  server.clock.advance(3 * DAY)
  await forget()
  expect(await count('visit_details', 'visit_id', waiting.visitId)).toBe(1)
  expect(await count('visit_details', 'visit_id', held.visitId)).toBe(1)
})

test('[RN2] somebody who left without being seen is forgotten as well', async () => {
  const person = await patient(server, clinic.area)
  await person.call('POST', '/api/patient/visit/leave', {})
  server.clock.advance(60 * MINUTE + 1)
  await forget()
  expect(await tablesWith(person.typed.lastName)).toEqual([])
})

test('[RN3] a draft with text stays for as long as it takes; one in which nothing was written goes with the details', async () => {
  const [written, empty] = [await seen('Knee better'), await seen('')]
  server.clock.advance(400 * DAY)
  await forget()
  expect((await kept(written)).note).toBe(1)
  expect((await kept(empty)).note).toBe(0)
  const here = await signIn(server, clinic.here.me.email)
  const note = await here.call<NoteView>('GET', `/api/staff/notes/${written.noteId}`)
  expect(note.body).toMatchObject({ text: 'Knee better', patient: { lastName: written.person.typed.lastName } })
})

test('[RN4] a signed note goes after its days, and not before', async () => {
  const visit = await seen('Knee better')
  const here = await signIn(server, clinic.here.me.email)
  server.clock.advance(2 * 60 * MINUTE)
  await here.call('POST', `/api/staff/notes/${visit.noteId}/sign`, {})
  server.clock.advance(30 * DAY)
  await forget()
  expect((await kept(visit)).note).toBe(1)
  server.clock.advance(1)
  await forget()
  expect((await kept(visit)).note).toBe(0)
})

test('[RN5] what stays is statistics: no table holds a trace of who it was', async () => {
  const visit = await seen('Knee better')
  const { firstName, lastName, dateOfBirth, phone } = visit.person.typed
  const { address, companions } = contactOf(visit.person)
  const besides = [address, ...companions.map(({ name }) => name)]
  expect(await tablesWith(lastName)).toEqual(['checklist_ticks', 'messages', 'notes', 'visit_details'])
  for (const trace of [firstName, ...besides]) expect(await tablesWith(trace)).not.toContain('visits')
  const here = await signIn(server, clinic.here.me.email)
  await here.call('POST', `/api/staff/notes/${visit.noteId}/sign`, {})
  await here.call('POST', `/api/staff/notes/${visit.noteId}/filed`, {})
  server.clock.advance(61 * MINUTE)
  await forget()
  // A date of birth may be anybody's: it is looked for beside the names, which are not.
  for (const trace of [firstName, lastName, phone, ...besides, `${lastName},${dateOfBirth}`])
    expect(await tablesWith(trace)).toEqual([])
  const statistics = await server.sql(
    `select outcome, extract(epoch from first_seen_at - arrived_at) / 60 as waited,
       extract(epoch from consultations.ended_at - started_at) / 60 as lasted
     from visits join consultations on visit_id = visits.id where visits.id = $1`,
    [visit.person.visitId],
  )
  expect(statistics.map((row) => JSON.parse(JSON.stringify(row)))).toEqual([
    { outcome: 'completed', waited: expect.stringMatching(/^7\./), lasted: expect.stringMatching(/^20\./) },
  ])
})

test('[RN6] each organisation forgets by its own settings', async () => {
  const ours = await seen('Knee better')
  const administrator = await signIn(server, clinic.administrator.me.email)
  const settings = (detailsMinutes: number, signedNoteDays: number) =>
    administrator.call('PUT', '/api/staff/settings/organisation', { name: 'Harbour', detailsMinutes, signedNoteDays })
  const [theirArea] = clinic.otherAdministrator.me.areas
  const theirs = await patient(server, { id: theirArea?.id ?? '', slug: theirArea?.slug ?? '' })
  await theirs.call('POST', '/api/patient/visit/leave', {})
  expect((await settings(5, 1)).status).toBe(200)
  server.clock.advance(5 * MINUTE + 1)
  await forget()
  expect((await kept(ours)).details).toBe(0)
  expect(await count('visit_details', 'visit_id', theirs.visitId)).toBe(1)
  expect((await settings(4, 30)).code).toBe('request/invalid')
  expect((await settings(60, 0)).code).toBe('request/invalid')
  await settings(60, 30)
})

test('[RN9] the address of a patient goes from the audit after its days, that of staff stays, and the chain still proves itself', async () => {
  const own = await serverForThisTest()
  const there = await openClinic(own)
  const round = async () => {
    for (const timer of retentionSlice(own.served().deps, { auditAddresses: 10, glassReasons: 10 }).timers)
      await timer.run()
  }
  await patient(own, there.area)
  await there.here.call('GET', '/api/staff/notes')
  const addressOf = async () => {
    const body = { person: '', action: null, from: null, to: null, visitId: null, refusedOnly: false, before: null }
    const administrator = await signIn(own, there.administrator.me.email)
    const { lines } = (await administrator.call<AuditPage>('POST', '/api/staff/audit/search', body)).body
    const csv = (await administrator.call('GET', '/api/staff/audit/export?action=visit.arrive')).text
    return {
      patient: lines.find(({ action }) => action === 'visit.arrive')?.address,
      staff: lines.find(({ action }) => action === 'note.list-own')?.address,
      table: csv.includes('127.0.0.1'),
    }
  }
  own.clock.advance(10 * DAY - 1)
  await round()
  expect(await addressOf()).toEqual({ patient: '127.0.0.1', staff: '127.0.0.1', table: true })
  own.clock.advance(DAY)
  await round()
  expect(await addressOf()).toEqual({ patient: null, staff: '127.0.0.1', table: false })
  expect(await own.sql("select 1 from audit where who_kind in ('patient', 'guest') and address like '127%'")).toEqual(
    [],
  )
  expect((await verifyAudit(own.served().deps.db)).findings).toEqual([])
  // Another address put in its place is found.
  const [row] = await own.sql<{ seq: string }>("select min(seq) as seq from audit where address like 'mark:%'")
  await own.sql("insert into audit_addresses values ($1, now(), '192.0.2.1', sha256('x'))", [row?.seq])
  expect((await verifyAudit(own.served().deps.db)).findings).toEqual([{ kind: 'address', seq: Number(row?.seq) }])
})

test('[RN10] the reason for a break-glass goes after its days; that it was stays', async () => {
  const [{ id }] = (await server.sql(
    `insert into break_glass (id, person_id, service_id, reason, opened_at, ends_at, closed_at)
     values (gen_random_uuid(), $1, $2, 'Zeph Quill fell ill', $3, $3, $3) returning id`,
    [people.here.me.personId, people.elsewhereArea.serviceId, server.clock.now()],
  )) as [{ id: string }]
  const reason = async () => (await server.sql('select reason from break_glass where id = $1', [id]))[0]
  server.clock.advance(180 * DAY)
  await forget()
  expect(await reason()).toEqual({ reason: 'Zeph Quill fell ill' })
  server.clock.advance(1)
  await forget()
  expect(await reason()).toEqual({ reason: null })
  const administrator = await signIn(server, people.administrator.me.email)
  const { openings } = (await administrator.call<OpeningsView>('GET', '/api/staff/break-glass/openings')).body
  expect(openings.find((one) => one.id === id)).toMatchObject({ reason: null, personName: 'Priya Raman' })
})

test('[RN7] of all that, the log knows how many only', () => {
  expect(server.logLines.some((line) => line.includes('retention: deleted'))).toBe(true)
  for (const line of server.logLines) expect(line).not.toMatch(/zeph|quill|01632 ?96|Knee better/i)
})
