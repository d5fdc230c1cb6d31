import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditPage, AuditSearchBody } from '#contract/audit'
import { act, type Clinic, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { guest, patient, type StaffPerson } from '../../../test/people.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { verifyAudit } from '../platform/audit/verify.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const EVERYTHING: AuditSearchBody = {
  person: '',
  action: null,
  from: null,
  to: null,
  visitId: null,
  refusedOnly: false,
  before: null,
}

async function search(
  change: Partial<AuditSearchBody> = {},
  as: StaffPerson = clinic.administrator,
): Promise<AuditPage> {
  const reply = await as.call<AuditPage>('POST', '/api/staff/audit/search', { ...EVERYTHING, ...change })
  expect(reply.status).toBe(200)
  return reply.body
}

const actions = ({ lines }: AuditPage) => lines.map(({ action }) => action)

/** The table as a spreadsheet would read it. */
async function table(query = '', as: StaffPerson = clinic.administrator): Promise<string[][]> {
  const reply = await as.call('GET', `/api/staff/audit/export${query}`)
  expect(reply.status).toBe(200)
  return reply.text
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"|(\d+)/g)].map(([, quoted, number]) => quoted ?? number ?? ''))
}

test('[AU10] by visit: all that was done to it, by its patient, and to its notes; nobody is named who is a patient', async () => {
  const person = await waitingPatient(clinic)
  await waitingPatient(clinic)
  const { view } = await join(clinic.here, await openConsole(clinic.here), person.visitId)
  await act(clinic.here, person.visitId, 'end')
  await clinic.here.call('GET', `/api/staff/notes/${view.noteId}`)
  const found = await search({ visitId: person.visitId })
  expect(actions(found)).toEqual(['note.read', 'visit.hold', 'visit.join', 'visit.read-own', 'visit.arrive'])
  expect(found.lines[2]).toMatchObject({
    who: { kind: 'person', id: clinic.here.me.personId, name: 'Priya Raman', role: 'practitioner' },
    via: 'POST /api/staff/visits/:visitId/join',
    subject: { kind: 'visit', id: person.visitId, name: null },
    address: '127.0.0.1',
    refused: null,
  })
  expect(found.lines[3]?.who).toMatchObject({ kind: 'patient', id: person.visitId, name: null })
  for (const trace of person.traces) expect(JSON.stringify(found)).not.toContain(trace)
})

test('[AU10] by person: what they did, and what was done to them', async () => {
  await guest(server).call('POST', '/api/open/sign-in', {
    email: clinic.elsewhere.me.email,
    password: 'wrong password',
  })
  await clinic.elsewhere.call('GET', '/api/staff/notes')
  for (const person of ['elsn', ' Bruno ', clinic.elsewhere.me.email]) {
    const { lines } = await search({ person })
    expect(lines.slice(0, 2)).toMatchObject([
      { action: 'note.list-own', who: { name: 'Bruno Elsner' } },
      {
        action: 'session.start',
        who: { kind: 'guest' },
        subject: { kind: 'person', name: 'Bruno Elsner' },
        refused: 'access/wrong-sign-in',
      },
    ])
  }
  for (const person of ['nobody at all', '%', '_', '\\']) expect((await search({ person })).lines).toEqual([])
})

test('[AU10] by action, by period, and refusals alone', async () => {
  server.clock.advance(60_000)
  const from = server.clock.now().getTime()
  await act(clinic.elsewhere, (await patient(server, clinic.area)).visitId, 'remove')
  const read = await search({ action: 'visit.remove', from })
  expect(read.lines).toMatchObject([{ action: 'visit.remove', refused: 'visit/not-found', at: from }])
  expect((await search({ action: 'visit.remove', from: from + 1 })).lines).toEqual([])
  expect((await search({ from, to: from })).lines).toEqual([])
  const refused = await search({ refusedOnly: true, from })
  expect(actions(refused)).toEqual(['visit.remove'])
})

test('[AU10] page by page, the newest first, without a gap or a repetition', async () => {
  for (let time = 0; time < 120; time++) await clinic.here.call('GET', '/api/staff/notes')
  const seen: number[] = []
  for (let before: number | null = null; ; ) {
    const page: AuditPage = await search({ before, person: 'Priya', action: 'note.list-own' })
    seen.push(...page.lines.map(({ seq }) => seq))
    if (page.older === null) break
    expect(page.lines).toHaveLength(50)
    before = page.older
  }
  const rows = await server.sql<{ seq: string }>(
    "select seq from audit where action = 'note.list-own' and who_id = $1 order by seq desc",
    [clinic.here.me.personId],
  )
  expect(seen).toEqual(rows.map(({ seq }) => Number(seq)))
})

test('[AU10] an organisation finds its own rows and no others; strangers that came to nobody are nobody’s', async () => {
  await guest(server).call('POST', '/api/open/sign-in', { email: 'x@nowhere.example', password: 'wrong password' })
  const ours = await search()
  const theirs = await search({}, clinic.otherAdministrator)
  expect(theirs.lines.length).toBeGreaterThan(0)
  expect(JSON.stringify(theirs)).not.toMatch(/Ada Lindqvist|Priya|Bruno/)
  const known = new Set(ours.lines.map(({ seq }) => seq))
  expect(theirs.lines.filter(({ seq }) => known.has(seq))).toEqual([])
  const person = await patient(server, clinic.area)
  expect((await search({ visitId: person.visitId }, clinic.otherAdministrator)).lines).toEqual([])
  expect((await search({ person: 'Priya' }, clinic.otherAdministrator)).lines).toEqual([])
  expect((await search({ person: 'Helen' })).lines).toEqual([])
})

test('[AU11] looking into the audit is written down, and so is taking it away, before the first line goes out', async () => {
  const before = (await search()).lines[0]?.seq ?? 0
  await search()
  await table('?refusedOnly=1')
  const { lines } = await search()
  expect(lines.filter(({ seq }) => seq > before).map(({ action, who }) => [action, who.name])).toEqual([
    ['audit.export', 'Ada Lindqvist'],
    ['audit.read', 'Ada Lindqvist'],
    ['audit.read', 'Ada Lindqvist'],
  ])
})

test('[AU12] the table for a spreadsheet holds what was looked for, all of it, and nothing in it is a formula', async () => {
  const own = await serverForThisTest()
  const there = await openClinic(own)
  await own.sql('update people set name = \'=HYPERLINK("http://x","Ada")\' where id = $1', [
    there.administrator.me.personId,
  ])
  for (let time = 0; time < 30; time++) await there.administrator.call('GET', '/api/staff/settings')
  // More than one page of it.
  await own.sql(
    `insert into audit_inbox (at, who_kind, who_id, role, organisation_id, action, via, subject_kind, subject_id, address, outcome)
     select now(), 'person', $1::uuid, 'administrator', organisation_id, 'plan.write', 'itself', 'plan', 'n' || n, '192.0.2.1', 'allowed'
     from people, generate_series(1, 2500) as n where id = $1`,
    [there.administrator.me.personId],
  )
  const rows = await table('?action=plan.write', there.administrator)
  expect(rows).toHaveLength(2501)
  expect(rows[1]?.slice(2, 12)).toEqual([
    'person',
    there.administrator.me.personId,
    '\'=HYPERLINK(""http://x"",""Ada"")',
    'administrator',
    'plan.write',
    'itself',
    'plan',
    'n2500',
    '',
    '192.0.2.1',
  ])
  expect(rows[1]?.at(-1)).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(rows.map((row) => row[0])).size).toBe(2501)
  expect(await verifyAudit(own.served().deps.db)).toMatchObject({ findings: [] })
})

test('[AU12] what cannot be looked for is refused and no table', async () => {
  for (const query of [
    '?action=x',
    '?from=yesterday',
    '?visitId=x',
    '?to=9999999999999999',
    `?person=${'x'.repeat(101)}`,
  ]) {
    const reply = await clinic.administrator.call('GET', `/api/staff/audit/export${query}`)
    expect([query, reply.status, reply.code]).toEqual([query, 400, 'request/invalid'])
  }
})
