// A whole visit of somebody like nobody else, with everything going wrong on the way that can: nothing of who they are is
// found afterwards where operators and strangers look. The same with real browsers: e2e/traces.test.ts.
import { randomUUID } from 'node:crypto'
import { getTableName, type Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { JoinReply } from '#contract/visit'
import { PERSONAL, REGISTRY } from '../../src/server/platform/retention/registry.ts'
import type { Browser, Reply } from '../browser.ts'
import { act, type Clinic, openClinic, openConsole, openPatient, type WaitingPatient } from '../clinic.ts'
import { nextArrival, patient } from '../people.ts'
import { TALK } from '../plans.ts'
import { serverForThisTest, type TestServer } from '../server.ts'

const WHO = { firstName: 'Wyclifette', lastName: 'O’Plantín-Bexx', dateOfBirth: '1937-11-23', phone: '01632 960777' }
const WORDS = {
  message: 'My plumcake knee creaks',
  answer: 'Rest your gooseberry leg',
  note: 'Walks with a marzipan stick',
  tick: 'In the rhubarb room',
  address: '7 Damson Lane, Quillham',
  companion: 'Aunt Marmalade',
  arrival: 'My quincey hip hurts',
}
const PLANTED = [...Object.values(WHO), '01632960777', 'plantín', ...Object.values(WORDS)]
  .concat('plumcake', 'gooseberry', 'marzipan', 'rhubarb', 'damson', 'marmalade', 'quincey')
  .map((text) => text.toLowerCase())

/** The area's own question, and what was answered as they arrived. */
const QUESTION = { label: 'What hurts?', kind: 'text', required: true }
const ANSWERS = [{ label: QUESTION.label, answer: WORDS.arrival }]

const isAudit = (table: Table) => getTableName(table).startsWith('audit')

/** The tables in which the registry says that patients' identity and words stand, and all others. */
const OF_PATIENTS = PERSONAL.filter(
  ({ about, table, exported }) =>
    about !== 'staff' && typeof exported !== 'string' && exported.ofVisit && !isAudit(table),
).map(({ table }) => getTableName(table))
const OTHERS = REGISTRY.map(({ table }) => getTableName(table)).filter((name) => !OF_PATIENTS.includes(name))

function tracesIn(text: string): string[] {
  const plain = [text, decoded(text)].join('\n').toLowerCase()
  return PLANTED.filter((one) => plain.includes(one))
}

/** As it reads once percent signs and escapes are taken out of it. */
function decoded(text: string): string {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return unescaped.replace(/(%[0-9a-f]{2})+/gi, (found) => {
    try {
      return decodeURIComponent(found)
    } catch {
      return found
    }
  })
}

/** Everything that was refused, to whomever. */
function listen(people: readonly Browser[]): Reply<unknown>[] {
  const refused: Reply<unknown>[] = []
  for (const person of people) {
    const call = person.call
    Object.assign(person, {
      async call(...told: Parameters<Browser['call']>) {
        const reply = await call(...told)
        if (reply.status >= 400) refused.push(reply)
        return reply
      },
    })
  }
  return refused
}

async function wholeVisit(clinic: Clinic, person: WaitingPatient): Promise<string> {
  const { here } = clinic
  const console = await openConsole(here)
  const visit = `/api/staff/visits/${person.visitId}`
  await person.call('PUT', '/api/patient/visit/talk', { ...TALK, agreed: 'tablet' })
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: WORDS.message })
  await here.call('PUT', `${visit}/plan`, { planId: 'skin' })
  await console.ask({ type: 'call.prepare', visitId: person.visitId })
  const joined = await act(here, person.visitId, 'join', { pageId: console.pageId, callId: null })
  const { noteId } = (joined.body as unknown as JoinReply).view
  await act(here, person.visitId, 'messages', { id: randomUUID(), text: WORDS.answer })
  await here.call('PUT', `${visit}/contact`, {
    phone: WHO.phone,
    phoneConfirmed: true,
    address: WORDS.address,
    addressConfirmed: true,
    companions: [{ name: WORDS.companion, onCamera: true }],
  })
  await here.call('PUT', `${visit}/checklist/open.loc`, { done: true, value: WORDS.tick })
  await here.call('PUT', `/api/staff/notes/${noteId}`, { text: WORDS.note, revision: 0 })
  return noteId
}

/** What goes wrong in a clinic, and what somebody might try: each with what was planted in it. */
async function everythingWrong(clinic: Clinic, person: WaitingPatient, noteId: string): Promise<void> {
  const { here, colleague, elsewhere, administrator, area } = clinic
  const visit = `/api/staff/visits/${person.visitId}`
  const door = `/api/open/areas/${area.slug}/visits`
  await person.call('POST', door, { ...WHO, dateOfBirth: '2937-11-23', consent: true })
  await person.call('POST', door, nextArrival({ ...WHO, phone: `${WHO.phone} plumcake` }))
  await person.call('POST', door, nextArrival({ ...WHO, lastName: '' }))
  await person.call('POST', door, JSON.stringify(WHO).slice(0, -4))
  await person.call('POST', door, { ...nextArrival(WHO), firstName: WHO.firstName.repeat(90) })
  await person.call('POST', `/api/open/areas/${WHO.firstName}/visits`, nextArrival(WHO))
  await person.call('GET', `/api/open/areas/${encodeURIComponent(WHO.lastName)}?name=${WHO.firstName}`)
  await person.call('GET', `/${WHO.firstName}/${encodeURIComponent(WORDS.message)}`, undefined, {
    'x-bedside': '1',
    'user-agent': WORDS.note,
    'x-forwarded-for': WHO.phone,
  })
  await person.call('POST', '/api/patient/messages', { id: WHO.firstName, text: WORDS.message })
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: WORDS.message.repeat(400) })
  await person.call('POST', '/api/open/sign-in', { email: `${WHO.firstName}@x.example`, password: WORDS.note })
  await act(colleague, person.visitId, 'join', { pageId: WHO.firstName.repeat(3), callId: null })
  await act(colleague, person.visitId, 'join', { pageId: 'p'.repeat(22), callId: null })
  for (const stranger of [elsewhere, administrator]) {
    await stranger.call('GET', `/api/staff/notes/${noteId}`)
    await stranger.call('PUT', `${visit}/checklist/open.loc`, { done: true, value: WORDS.tick })
  }
  await here.call('PUT', `/api/staff/notes/${noteId}`, { text: `${WORDS.note}.`, revision: 0 })
  await here.call('PUT', `${visit}/checklist/${WHO.firstName}`, { done: true, value: WORDS.tick })
  await here.call('PUT', `${visit}/plan`, { planId: WHO.firstName })
  await administrator.call('POST', '/api/staff/audit/search', { person: WHO.lastName, visitId: WHO.firstName })
  await administrator.call('GET', `/api/staff/audit/export?action=${WHO.firstName}`)
  const page = await person.socket()
  await page.say({ type: 'patient.open', pageId: WHO.firstName, claim: WORDS.message })
  await page.say({ type: WHO.firstName, text: WORDS.message })
}

/** The database refuses each row, and quotes it. */
async function everythingBroken(clinic: Clinic, person: WaitingPatient, noteId: string): Promise<void> {
  const { server, here, area } = clinic
  for (const table of OF_PATIENTS)
    await server.sql(`alter table ${table} add constraint broken check (false) not valid`)
  const visit = `/api/staff/visits/${person.visitId}`
  await person.call('POST', `/api/open/areas/${area.slug}/visits`, nextArrival({ ...WHO, answers: ANSWERS }))
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: WORDS.message })
  await act(here, person.visitId, 'messages', { id: randomUUID(), text: WORDS.answer })
  await here.call('PUT', `/api/staff/notes/${noteId}`, { text: `${WORDS.note}!`, revision: 1 })
  await here.call('PUT', `${visit}/checklist/open.loc`, { done: true, value: `${WORDS.tick}!` })
  for (const table of OF_PATIENTS) await server.sql(`alter table ${table} drop constraint broken`)
}

async function finish(clinic: Clinic, person: WaitingPatient, noteId: string, server: TestServer): Promise<void> {
  await act(clinic.here, person.visitId, 'end')
  await clinic.here.call('POST', `/api/staff/notes/${noteId}/sign`, {})
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: WORDS.message })
  await clinic.here.call('POST', `/api/staff/notes/${noteId}/filed`, {})
  await server.restart()
}

test('[RN7] [RN8] a whole visit, with all that can go wrong: no log, error, figure, letter or audit row tells who it was', async () => {
  const server = await serverForThisTest({ metricsToken: 'a token of many letters' })
  const clinic = await openClinic(server)
  await server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { arrivalQuestions: [QUESTION] }])
  const person = await openPatient(await patient(server, clinic.area, { ...WHO, answers: ANSWERS }))
  const { here, colleague, elsewhere, administrator } = clinic
  const refused = listen([person, here, colleague, elsewhere, administrator])
  const noteId = await wholeVisit(clinic, person)
  expect(refused).toEqual([])
  // Whose it is does see it: what was planted is there to be found.
  expect((await here.call('GET', `/api/staff/notes/${noteId}`)).text).toContain(WORDS.note)
  await everythingWrong(clinic, person, noteId)
  const wrong = refused.length
  expect(wrong).toBeGreaterThan(20)
  await everythingBroken(clinic, person, noteId)
  expect(refused.slice(wrong).map(({ status }) => status)).toEqual(Array(5).fill(500))
  await finish(clinic, person, noteId, server)

  for (const reply of refused) expect(tracesIn(reply.text), reply.text).toEqual([])
  expect(server.logLines.join()).toContain('"fault"')
  for (const line of server.logLines) expect(tracesIn(line), line).toEqual([])
  const metrics = await person.call('GET', '/metrics', undefined, { authorization: 'Bearer a token of many letters' })
  expect(metrics.text).toContain('bedside')
  expect(tracesIn(metrics.text)).toEqual([])
  await server.served().deps.audit.chain()
  for (const table of OTHERS)
    for (const { row } of await server.sql<{ row: string }>(`select row::text as row from ${table} as row`))
      expect(tracesIn(row), `${table}: ${row}`).toEqual([])
})

test('[RN8] the search itself finds what was planted, however it is written', () => {
  expect(tracesIn('GET /at/O%E2%80%99Plant%C3%ADn-Bexx')).toContain('o’plantín-bexx')
  expect(tracesIn('{"name":"\\u004F\\u2019Plant\\u00edn-Bexx"}')).toContain('plantín')
  expect(tracesIn('nothing of anybody')).toEqual([])
})
