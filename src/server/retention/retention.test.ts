import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NoteView } from '#contract/note'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, patient, signIn } from '../../../test/people.ts'
import { contactOf, TALK } from '../../../test/plans.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
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

/** One round of forgetting, as the timer runs it. */
async function forget(): Promise<void> {
  for (const timer of retentionSlice(server.served().deps).timers) await timer.run()
}

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

/** Tables in which any value, as text, contains `trace`. */
async function tablesWith(trace: string): Promise<string[]> {
  const tables = await server.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await server.sql(`select 1 from "${name}" as row where row::text ilike '%' || $1 || '%' limit 1`, [
      trace,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

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

test('[RN7] of all that, the log knows how many only', () => {
  expect(server.logLines.some((line) => line.includes('retention: deleted'))).toBe(true)
  for (const line of server.logLines) expect(line).not.toMatch(/zeph|quill|01632 ?96|Knee better/i)
})
