import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '../../src/server/platform/audit/verify.ts'
import { retentionSlice } from '../../src/server/retention/slice.ts'
import { openBrowser } from '../browser.ts'
import { act, type Clinic, join, openClinic, openConsole, waitingPatient } from '../clinic.ts'
import { guest, patient, signIn } from '../people.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../server.ts'
import { type AuditLine, lastLine, linesSince } from './written.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const linesAfter = (after: number, of = server) => linesSince(of, after)
const end = (of = server) => lastLine(of)

test('[AU1] what a visit is, from its arrival to its note: who did and saw what, and from where', async () => {
  const before = await end()
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await console.ask({ type: 'call.prepare', visitId: person.visitId })
  const { view } = await join(clinic.here, console, person.visitId)
  expect((await act(clinic.colleague, person.visitId, 'join', { pageId: 'p'.repeat(22), callId: null })).status).toBe(
    409,
  )
  await act(clinic.here, person.visitId, 'end')
  await clinic.here.call('GET', `/api/staff/notes/${view.noteId}`)
  const rows = await linesAfter(before)
  const [here, colleague] = [clinic.here.me.personId, clinic.colleague.me.personId]
  const visit = { subject_kind: 'visit', subject_id: person.visitId, outcome: 'allowed' }
  expect(rows).toMatchObject([
    { who_kind: 'guest', who_id: null, action: 'visit.arrive', ...visit },
    { who_kind: 'patient', who_id: person.visitId, action: 'visit.read-own', via: 'socket patient.open', ...visit },
    { who_kind: 'person', who_id: here, action: 'queue.read', subject_kind: 'area', subject_id: clinic.area.id },
    { who_id: here, role: 'practitioner', action: 'call.prepare', ...visit },
    { who_id: here, action: 'visit.join', ...visit },
    { who_id: colleague, action: 'visit.join', ...visit, outcome: 'refused', code: 'visit/with-somebody-else' },
    { who_id: here, action: 'visit.hold', via: 'POST /api/staff/visits/:visitId/end', ...visit },
    { who_id: here, action: 'note.read', subject_kind: 'note', subject_id: view.noteId },
  ])
  // Whose it is to read, also of what the patient did.
  const [{ organisation_id: ours }] = (await server.sql<AuditLine>('select organisation_id from people where id = $1', [
    here,
  ])) as [AuditLine]
  expect(new Set(rows.map((row) => row.organisation_id))).toEqual(new Set([ours]))
})

test('[AU1] an arrival that is sent again is of the same visit', async () => {
  const attempt = 'a'.repeat(43)
  const typed = { ...(await patient(server, clinic.area)).typed, attempt }
  const before = await end()
  for (let time = 0; time < 2; time++)
    await openBrowser(server).call('POST', `/api/open/areas/${clinic.area.slug}/visits`, typed)
  const rows = await linesAfter(before)
  expect(rows.map(({ action }) => action)).toEqual(['visit.arrive', 'visit.arrive'])
  expect(new Set(rows.map((row) => row.subject_id)).size).toBe(1)
})

test('[AU1] signing in: whose sign-in it was, also when the password was wrong; an unknown address is nobody', async () => {
  const before = await end()
  const { email, personId } = clinic.colleague.me
  await guest(server).call('POST', '/api/open/sign-in', { email, password: 'wrong password' })
  await guest(server).call('POST', '/api/open/sign-in', { email: 'nobody@harbour.example', password: 'wrong password' })
  await signIn(server, email)
  const person = { subject_kind: 'person', subject_id: personId }
  expect(await linesAfter(before)).toMatchObject([
    { action: 'session.start', outcome: 'refused', code: 'access/wrong-sign-in', ...person },
    { action: 'session.start', outcome: 'allowed', who_kind: 'guest', ...person },
    // Counted first: it came as far as nobody.
    { action: 'session.start', outcome: 'refused', subject_id: null },
  ])
})

test('[AU3] no row holds a name, a birth date, a number or a word of anybody', async () => {
  const rows = await linesAfter(0)
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows)
    expect(JSON.stringify(row)).not.toMatch(/zeph|quill|01632 ?96|priya|harbour\.example|take your/i)
})

test('[AU8] a change and its row are one transaction: where the row cannot be written, nothing changes', async () => {
  const own = await serverForThisTest()
  const there = await openClinic(own)
  const person = await waitingPatient(there)
  const page = await openConsole(there.here)
  await own.sql("alter table audit_inbox add constraint broken check (action not like 'visit.%') not valid")
  const joined = await act(there.here, person.visitId, 'join', { pageId: page.pageId, callId: null })
  const read = await person.call('GET', '/api/patient/visit')
  expect([joined.status, read.status]).toEqual([500, 500])
  const [visit] = await own.sql<{ status: string }>('select status from visits where id = $1', [person.visitId])
  expect(visit?.status).toBe('waiting')
})

test('[AU8] what was answered was written down before, also when many ask at once, and a start chains what was left', async () => {
  const own = await serverForThisTest()
  const there = await openClinic(own)
  const person = await waitingPatient(there)
  const answered = await Promise.all(Array.from({ length: 50 }, () => person.call('GET', '/api/patient/visit')))
  expect(answered.every(({ status }) => status === 200)).toBe(true)
  const kept = await own.sql(
    `select 1 from audit_inbox where via = 'GET /api/patient/visit'
     union all select 1 from audit where via = 'GET /api/patient/visit'`,
  )
  expect(kept).toHaveLength(50)
  await own.restart()
  await expect.poll(async () => (await verifyAudit(own.served().deps.db)).waiting).toBe(0)
  expect((await verifyAudit(own.served().deps.db)).findings).toEqual([])
})

test('[AU1] what Bedside does by itself is written down as its own', async () => {
  const person = await patient(server, clinic.area)
  const before = await end()
  await person.call('POST', '/api/patient/visit/leave', {})
  server.clock.advance(2 * 60 * 60 * 1000)
  for (const timer of retentionSlice(server.served().deps).timers) await timer.run()
  const own = (await linesAfter(before)).filter((row) => row.subject_id === person.visitId && row.who_kind === 'system')
  expect(own).toMatchObject([{ action: 'details.forget', via: 'itself', address: 'here', who_id: null }])
  expect(own[0]?.organisation_id).not.toBeNull()
})

test('[AU9] the address is the one that a believed proxy tells, over HTTP and over the socket; anybody else’s word counts nothing', async () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-bedside': '1' }
  for (const [trustProxy, address] of [
    [1, '203.0.113.9'],
    ['127.0.0.1', '203.0.113.9'],
    ['10.0.0.0/8', '127.0.0.1'],
    [false, '127.0.0.1'],
  ] as const) {
    const own = await serverForThisTest({ trustProxy })
    const there = await openClinic(own)
    const before = await end(own)
    const person = await patient(own, there.area)
    await person.call('GET', '/api/patient/visit', undefined, forwarded)
    const page = await person.socket({ headers: forwarded })
    await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: true })
    const addresses = (await linesAfter(before, own)).slice(1).map((row) => row.address)
    expect(addresses, String(trustProxy)).toEqual([address, address])
  }
})

test('[AU9] what is no address is not written down', async () => {
  const own = await serverForThisTest({ trustProxy: true })
  const there = await openClinic(own)
  const person = await patient(own, there.area)
  const before = await end(own)
  const headers = { 'x-forwarded-for': `Zeph Quill ${randomUUID()}`, 'x-bedside': '1' }
  await person.call('GET', '/api/patient/visit', undefined, headers)
  expect(await linesAfter(before, own)).toMatchObject([{ address: '127.0.0.1' }])
})
