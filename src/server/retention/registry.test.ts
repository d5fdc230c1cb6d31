// The registry against the database and the server that deletes from it: what it says is what there is.
import { randomUUID } from 'node:crypto'
import { getTableName, sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { DAY_MS, DEFAULT_KEPT_DAYS, dueBefore } from '#domain/retention'
import { act, type Clinic, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, patient } from '../../../test/people.ts'
import { contactOf } from '../../../test/plans.ts'
import { columnsWith, deleteWhatIsDue, namedColumns, textColumns } from '../../../test/retention.ts'
import { serverForThisTest, type TestServer } from '../../../test/server.ts'
import { impersonal, type Removal, type Term } from '../platform/retention/entry.ts'
import { PERSONAL, REGISTRY } from '../platform/retention/registry.ts'
import { APPOINTMENT_OVER } from '../platform/retention/terms.ts'
import { instant } from '../platform/schema.ts'
import { retentionSlice } from './slice.ts'

/** A patient who told everything about themselves and was seen; the note is written and signed. */
async function seen({ here, area, server }: Clinic): Promise<PatientPerson & { readonly words: string }> {
  const person = await patient(server, area)
  const words = `plumcake ${person.visitId}`
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: words })
  const { view } = await join(here, await openConsole(here), person.visitId)
  const visit = `/api/staff/visits/${person.visitId}`
  await here.call('PUT', `${visit}/contact`, contactOf(person))
  await here.call('PUT', `${visit}/checklist/open.id`, { done: true, value: words })
  await here.call('PUT', `/api/staff/notes/${view.noteId}`, { text: words, revision: 0 })
  await act(here, person.visitId, 'end')
  await here.call('POST', `/api/staff/notes/${view.noteId}/sign`, {})
  return { ...person, words }
}

test('[RN11] the database holds no column of text that the registry does not name', async () => {
  const server = await serverForThisTest()
  const named = REGISTRY.flatMap((entry) => namedColumns(entry, ['identity', 'words', 'sealed', 'harmless']))
  const there = await textColumns(server)
  expect(there.filter((column) => !named.includes(column))).toEqual([])
  expect(there).toContain('visit_details.companions')
})

test('[RN13] what was planted is found in columns that the registry names, in no other, and after their time in none', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const { typed, words } = await seen(clinic)
  const named = REGISTRY.flatMap((entry) => namedColumns(entry, ['identity', 'words']))
  const found = new Set<string>()
  for (const planted of [typed.firstName, typed.lastName, typed.phone, contactOf({ typed }).address, words])
    for (const column of await columnsWith(server, planted)) found.add(column)
  expect([...found].sort()).toEqual([
    'checklist_ticks.value',
    'messages.author_name',
    'messages.body',
    'notes.body',
    'notes.first_name',
    'notes.last_name',
    'visit_details.companions',
    'visit_details.first_name',
    'visit_details.last_name',
    'visit_details.phone',
    'visit_details.present_address',
  ])
  expect(named).toEqual(expect.arrayContaining([...found]))
  server.clock.advance(30 * DAY_MS + 1)
  await deleteWhatIsDue(server)
  for (const planted of [typed.firstName, typed.lastName, typed.phone, words])
    expect(await columnsWith(server, planted)).toEqual([])
})

/** Two tables that no slice knows: in the database, and in a registry of their own. */
async function madeUpTables(server: TestServer) {
  const table = (name: string) => pgTable(name, { word: text('word'), at: instant('at') })
  const tables = [table('made_up_first'), table('made_up_second'), table('made_up_third')] as const
  for (const each of tables) {
    await server.sql(`create table ${getTableName(each)} (word text, at timestamptz)`)
    await server.sql(`insert into ${getTableName(each)} values ('old', $1), ('new', $2)`, [
      new Date(server.clock.now().getTime() - DAY_MS - 1),
      new Date(server.clock.now().getTime() - DAY_MS),
    ])
  }
  const [first, second, third] = tables
  const term = (moment: string): Term => ({ moment, kept: { setBy: 'product', ms: DAY_MS } })
  const [shared, own] = [term('the first'), term('the second')]
  const due: Removal['due'] = (before) => sql`at < ${before}`
  const registry = [
    impersonal(first, { harmless: { word: 'made up' } }, [{ term: shared, due }]),
    impersonal(second, { harmless: { word: 'made up' } }, [{ term: shared, blanks: ['word'], due }]),
    impersonal(third, { harmless: { word: 'made up' } }, [{ term: own, due }]),
  ]
  const words = async () => {
    const rows = await server.sql<{ words: (string | null)[] }>(`
      select array(select word from made_up_first order by at) || array[null]
        || array(select word from made_up_second order by at) || array[null]
        || array(select word from made_up_third order by at) as words`)
    return rows[0]?.words
  }
  const [timer] = retentionSlice(server.served().deps, DEFAULT_KEPT_DAYS, registry).timers
  return { words, round: () => timer?.run() }
}

test('[RN12] a table goes by its entry alone: rows that are due are deleted, or emptied where it says so, the others stay', async () => {
  const server = await serverForThisTest()
  const { words, round } = await madeUpTables(server)
  await round()
  expect(await words()).toEqual(['new', null, null, 'new', null, 'new'])
  expect(server.logLines.find((line) => line.includes('made_up_first'))).toContain('"made_up_second":1')
})

test('[RN12] what has the same term goes together or not at all, and keeps nothing else from going', async () => {
  const server = await serverForThisTest()
  const { words, round } = await madeUpTables(server)
  await server.sql('alter table made_up_second add check (word is not null) not valid')
  await expect(round()).rejects.toThrow()
  expect(await words()).toEqual(['old', 'new', null, 'old', 'new', null, 'new'])
  expect(server.logLines.filter((line) => line.includes('retention: not deleted'))).toHaveLength(1)
  await server.sql('alter table made_up_second drop constraint made_up_second_word_check')
  await round()
  expect(await words()).toEqual(['new', null, null, 'new', null, 'new'])
})

test('[RN12] an entry that does not say which rows are due deletes none', async () => {
  const server = await serverForThisTest()
  await server.sql("create table made_up (word text); insert into made_up values ('old')")
  const term: Term = { moment: 'never', kept: { setBy: 'product', ms: 0 } }
  const removals = [{ term, due: () => undefined }]
  const registry = [impersonal(pgTable('made_up', { word: text('word') }), {}, removals)]
  const [timer] = retentionSlice(server.served().deps, DEFAULT_KEPT_DAYS, registry).timers
  await expect(timer?.run()).rejects.toThrow('made_up')
  expect(await server.sql('select 1 from made_up')).toHaveLength(1)
})

/** A row of each table whose time the product sets, its moment at $1; $2 is somebody of the staff, $3 their organisation. */
const ROWS: Readonly<Record<string, string>> = {
  sessions: `insert into sessions (id, token_hash, person_id, created_at, expires_at) values (gen_random_uuid(), 'due', $2, $1, $1)`,
  devices: `insert into devices (id, person_id, token_hash, address, first_at, last_at, knows_until, untold)
    values (gen_random_uuid(), $2, 'due', 'here', $1, $1, $1, false)`,
  notifications: `insert into notifications (id, organisation_id, recipient, subject, body, created_at, next_try_at)
    values (gen_random_uuid(), $3, 'jo@harbour.example', 'due', '', $1, $1)`,
  person_links: `insert into person_links (id, person_id, kind, token_hash, created_at, ends_at)
    values (gen_random_uuid(), $2, 'reset', 'due', $1, $1)`,
  reset_requests: `insert into reset_requests (id, email_hash, at) values (gen_random_uuid(), 'due', $1)`,
  sign_in_failures: `insert into sign_in_failures (email_hash, at) values ('due', $1)`,
  passkey_asks: `insert into passkey_asks (id, challenge, ends_at) values (gen_random_uuid(), 'due', $1)`,
  second_steps: `insert into second_steps (id, token_hash, person_id, ends_at) values (gen_random_uuid(), 'due', $2, $1)`,
  logout_tokens: `insert into logout_tokens (issuer, jti, ends_at) values ('due', 'due', $1)`,
}

test('[RN15] sign-ins, browsers, messages, links and what was tried go after the product’s own time and not a moment before', async () => {
  const server = await serverForThisTest()
  const { me } = (await openClinic(server)).here
  const [person] = await server.sql<{ organisation_id: string }>('select organisation_id from people where id = $1', [
    me.personId,
  ])
  const timed = REGISTRY.flatMap(({ table, removals }) =>
    removals
      // What is about appointments goes by [AP12].
      .filter(({ term, blanks }) => term.kept.setBy === 'product' && !blanks && term !== APPOINTMENT_OVER)
      .map(({ term }) => ({ name: getTableName(table), kept: term.kept })),
  )
  expect(timed.map(({ name }) => name).sort()).toEqual(Object.keys(ROWS).sort())
  const lasting = timed.filter(({ kept }) => kept.setBy === 'product' && kept.ms > 0)
  expect(Object.fromEntries(lasting.map(({ name, kept }) => [name, kept]))).toEqual({
    devices: { setBy: 'product', ms: 400 * DAY_MS },
    notifications: { setBy: 'product', ms: 30 * DAY_MS },
    person_links: { setBy: 'product', ms: DAY_MS },
    reset_requests: { setBy: 'product', ms: DAY_MS },
    sign_in_failures: { setBy: 'product', ms: 15 * 60_000 },
  })
  const now = server.clock.now()
  const noRetention = { detailsMinutes: 0, signedNoteDays: 0 }
  for (const { name, kept } of timed) {
    const text = ROWS[name] ?? ''
    // PostgreSQL wants exactly the values that are named.
    const values = [dueBefore(kept, now, noRetention, DEFAULT_KEPT_DAYS), me.personId, person?.organisation_id]
    const used = ['$1', '$2', '$3'].filter((mark) => text.includes(mark))
    const renumbered = used.reduce((all, mark, at) => all.replaceAll(mark, `$${at + 1}`), text)
    await server.sql(
      renumbered,
      used.map((mark) => values[Number(mark.slice(1)) - 1]),
    )
  }
  const left = async () => {
    const found: string[] = []
    for (const { name } of timed)
      if ((await server.sql(`select 1 from ${name} as row where row::text like '%due%'`)).length > 0) found.push(name)
    return found
  }
  await deleteWhatIsDue(server)
  expect(await left()).toEqual(timed.map(({ name }) => name))
  server.clock.advance(1)
  await deleteWhatIsDue(server)
  expect(await left()).toEqual([])
}, 60_000)

test('[LV11] [RN15] nothing of it goes after a clock was set forward', async () => {
  const server = await serverForThisTest()
  await openClinic(server)
  const signIns = async () => (await server.sql('select 1 from sessions')).length
  await deleteWhatIsDue(server)
  const before = await signIns()
  server.clock.set(40 * DAY_MS, 'both')
  await deleteWhatIsDue(server)
  expect([before > 0, await signIns()]).toEqual([true, before])
})

test('[RN16] by the registry all that is kept about a patient is found by their visit, and nothing about another', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const [one, another] = [await seen(clinic), await seen(clinic)]
  await server.served().deps.audit.chain()
  const found = new Map<string, string>()
  for (const { table, exported } of PERSONAL) {
    if (typeof exported === 'string' || !exported.ofVisit) continue
    const rows = await server.served().deps.db.select().from(table).where(exported.ofVisit(one.visitId))
    found.set(exported.as, JSON.stringify(rows))
  }
  for (const part of ['details', 'notes']) expect(found.get(part)).toContain(one.typed.lastName)
  for (const part of ['messages', 'checklist', 'notes']) expect(found.get(part)).toContain(one.words)
  for (const part of ['audit', 'visits', 'consultations']) expect(found.get(part)).toContain(one.visitId)
  expect(found.get('audit-addresses')).toContain('127.0.0.1')
  for (const [part, rows] of found) expect(rows.includes(another.visitId), part).toBe(false)
})

test('[RN16] what is kept about somebody of the staff is found by their id; what is in no export says why', async () => {
  const server = await serverForThisTest()
  const { here, colleague } = await openClinic(server)
  for (const { table, about, exported } of PERSONAL) {
    const name = getTableName(table)
    if (typeof exported === 'string') {
      expect(exported, name).toMatch(/\w+ \w+/)
      continue
    }
    expect(about === 'patients' ? exported.ofVisit : (exported.ofPerson ?? exported.ofVisit), name).toBeDefined()
    if (!exported.ofPerson) continue
    const rows = await server.served().deps.db.select().from(table).where(exported.ofPerson(here.me.personId))
    expect(JSON.stringify(rows), name).not.toContain(colleague.me.email)
    if (exported.as === 'account') expect(rows).toMatchObject([{ email: here.me.email }])
    if (exported.as === 'sign-ins') expect(rows).not.toEqual([])
  }
})
