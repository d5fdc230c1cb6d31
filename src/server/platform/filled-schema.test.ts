// A database of an earlier version, with a row in every table and something in every column, brought forward.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { expect, test } from 'vitest'
import type { NoteList } from '#contract/note'
import type { Me } from '#contract/people'
import type { PlanList } from '#contract/plan'
import type { PatientView } from '#contract/visit'
import { NOTHING_FOUND } from '#domain/equipment'
import { openBrowser } from '../../../test/browser.ts'
import { emptyDatabase } from '../../../test/fresh-database.ts'
import { migrateToEarlier, type Row, rowsOf } from '../../../test/older-database.ts'
import { PLAN, TALK } from '../../../test/plans.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { participantId } from '../visits/participant-id.ts'
import { chain } from './audit/chain.ts'
import { SESSION_COOKIE, VISIT_COOKIE } from './caller.ts'
import { openConnection, openDatabase } from './db.ts'
import { migrate } from './migrate.ts'
import { fingerprint } from './secrets.ts'

/** How many migrations that version had. */
const MIGRATIONS_THEN = 13
/** Tables that have another name by now. */
const RENAMED = new Map([['letters', 'notifications']])
/** Of a letter: a notification's state says it. */
const REPLACED = 'given_up_at'
const NINE = '2026-06-01T09:00:00Z'
const LATE = '2099-06-01T09:00:00Z'
const FOUND = { ...NOTHING_FOUND, at: Date.parse(NINE) }

const SECRETS = { session: 's'.repeat(43), held: 'h'.repeat(43), waiting: 'w'.repeat(43), over: 'o'.repeat(43) }

/** Puts rows whose columns are all filled: what is not given is made up by the column's type. */
async function openFiller(connection: pg.Client) {
  const { rows } = await connection.query<{ table: string; column: string; type: string }>(
    `select table_name as "table", column_name as "column", data_type as type from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'`,
  )
  return async (table: string, given: Row): Promise<void> => {
    const row: Row = { ...given }
    for (const { column, type } of rows.filter((one) => one.table === table))
      if (!(column in row)) row[column] = madeUp(type, `${column} of ${table}`)
    const names = Object.keys(row)
    const values = names.map((name) => asJson(rows, table, name, row[name]))
    await connection.query(
      `insert into ${table} (${names.join()}) values (${names.map((_, at) => `$${at + 1}`)})`,
      values,
    )
  }
}

const asJson = (
  columns: readonly { table: string; column: string; type: string }[],
  table: string,
  name: string,
  value: unknown,
) =>
  value !== null && columns.some((one) => one.table === table && one.column === name && one.type === 'jsonb')
    ? JSON.stringify(value)
    : value

function madeUp(type: string, words: string): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID()
    case 'boolean':
      return true
    case 'integer':
    case 'bigint':
      return 3
    case 'date':
      return '2026-06-01'
    case 'bytea':
      return Buffer.from(words)
    case 'timestamp with time zone':
      return NINE
    case 'text':
      return words
    default:
      throw new Error(`say what stands in the ${words}: ${type}`)
  }
}

/** Somebody who waits, somebody who is on hold with a practitioner, and somebody whose visit and note are over. */
async function fill(url: string) {
  const connection = await openConnection(url)
  const put = await openFiller(connection)
  const [organisation, service, area, person, colleague] = Array.from({ length: 5 }, () => randomUUID())
  const visits = { waiting: randomUUID(), held: randomUUID(), over: randomUUID() }
  const consultations = { held: randomUUID(), over: randomUUID() }
  const session = randomUUID()
  const own = { consent: 'I agree.' }

  await put('instance', { id: 1 })
  await put('organisations', {
    id: organisation,
    own,
    oidc_only: false,
    require_second_factor: false,
    idle_minutes: 60,
  })
  await put('services', { id: service, organisation_id: organisation, own, closed_at: null })
  const closed = randomUUID()
  await put('services', { id: closed, organisation_id: organisation, own })
  await put('areas', { service_id: closed, short_code: 'closed', own, suspended: null })
  const suspended = { patientText: 'Back at ten.', staffText: 'Fire drill.', byName: 'Priya Raman' }
  await put('areas', {
    id: area,
    service_id: service,
    slug: 'knee-clinic',
    name: 'Knee clinic',
    own,
    suspended,
    closed_at: null,
  })
  const staff = { organisation_id: organisation, status: 'active', equipment: FOUND }
  await put('people', {
    ...staff,
    id: person,
    name: 'Priya Raman',
    email: 'priya@harbour.example',
    organisation_role: 'administrator',
  })
  await put('people', {
    ...staff,
    id: colleague,
    name: 'Owen Hughes',
    email: 'owen@harbour.example',
    organisation_role: null,
  })
  for (const one of [person, colleague])
    await put('memberships', { person_id: one, service_id: service, role: 'practitioner', area_ids: [area] })
  await put('plans', {
    organisation_id: organisation,
    id: 'own-plan',
    based_on: PLAN.basedOn,
    view: PLAN.view,
    devices: PLAN.devices,
    wording: PLAN.wording,
  })

  const visit = {
    area_id: area,
    was_with_id: null,
    taken_by_id: null,
    taken_until: null,
    outcome: null,
    ended_at: null,
    page_id: 'p'.repeat(22),
  }
  const told = { picture: 'works', sound: 'works', phone_me: false, plan_id: 'own-plan', talk: TALK, equipment: FOUND }
  const taken = { was_with_id: colleague, taken_by_id: colleague, taken_until: LATE }
  const putVisit = (id: string, secret: string, row: Row) =>
    put('visits', { ...visit, ...told, ...row, id, token_hash: fingerprint(secret) })
  await putVisit(visits.waiting, SECRETS.waiting, {
    ...taken,
    status: 'waiting',
    practitioner_id: null,
    first_seen_at: null,
  })
  await putVisit(visits.held, SECRETS.held, { status: 'on-hold', practitioner_id: person })
  await putVisit(visits.over, SECRETS.over, {
    status: 'ended',
    outcome: 'completed',
    ended_at: LATE,
    practitioner_id: null,
  })
  for (const [visit_id, first_name] of [
    [visits.waiting, 'Wilma'],
    [visits.held, 'Hedda'],
    [visits.over, 'Otto'],
  ])
    await put('visit_details', { visit_id, first_name, companions: [{ name: 'Ann', onCamera: true }] })
  for (const visit_id of Object.values(visits))
    for (const [sender, at] of [
      ['patient', NINE],
      ['clinic', '2026-06-01T09:05:00Z'],
    ])
      await put('messages', { id: randomUUID(), visit_id, sender, body: `From the ${sender}.`, at })
  const seen = { practitioner_id: person, said_as: 'Knee team', page_id: 'q'.repeat(22), practitioner_equipment: FOUND }
  await put('consultations', { ...seen, id: consultations.held, visit_id: visits.held, ended_at: null })
  await put('consultations', { ...seen, id: consultations.over, visit_id: visits.over, ended_at: LATE })
  for (const id of Object.values(consultations)) await put('checklist_ticks', { consultation_id: id, item: 'open.loc' })
  const note = { author_id: person, begun_by_id: colleague, body: 'Better.', revision: 2 }
  await put('notes', { ...note, id: consultations.held, first_name: 'Hedda', status: 'draft', signed_at: null })
  await put('notes', { ...note, id: consultations.over, first_name: 'Otto', status: 'signed' })

  await put('sessions', {
    id: session,
    token_hash: fingerprint(SECRETS.session),
    person_id: person,
    expires_at: LATE,
    locked_at: null,
    must_enrol: false,
  })
  await put('sessions', { person_id: colleague })
  await put('sign_in_failures', {})
  await put('letters', {
    id: randomUUID(),
    organisation_id: organisation,
    about_id: null,
    person_id: colleague,
    given_up_at: null,
  })
  await put('letters', { organisation_id: organisation, sent_at: null })
  await put('letters', { organisation_id: organisation, sent_at: null, given_up_at: null })
  await put('person_links', { person_id: colleague, kind: 'reset' })
  await put('reset_requests', {})
  await put('logos', { organisation_id: organisation, content_type: 'image/png' })
  await put('group_roles', { person_id: person, service_id: service, role: 'practitioner' })
  await put('group_rules', { organisation_id: organisation, service_id: service, role: 'practitioner' })
  await put('logout_tokens', {})
  await put('person_identities', { person_id: person })
  await put('provider_sign_ins', { session_id: session })
  await put('devices', { person_id: person })
  await put('break_glass', { person_id: person, service_id: service })
  for (const table of ['authenticators', 'passkey_asks', 'recovery_codes', 'second_steps'])
    await put(table, { person_id: colleague })
  await put('passkeys', { person_id: colleague, transports: ['internal'] })
  const entry = { organisation_id: organisation, subject_kind: 'visit', subject_id: visits.held }
  // An address of a patient stands beside the chain.
  const heard = { ...entry, who_kind: 'patient', who_id: visits.held, action: 'visit.read-own', address: '192.0.2.1' }
  await put('audit_inbox', { ...heard, outcome: 'refused' })
  await chained(url)
  await put('audit_inbox', { ...heard, outcome: 'refused' })
  await put('audit_sittings', { ...entry, who_id: person, action: 'queue.read', address: '192.0.2.1' })
  await put('audit_archives', { month: '2026-01-01' })
  await connection.end()
  return { organisation, area, person, visits, consultations }
}

/** Puts what stands in the inbox of the audit into its chain, with its address. */
async function chained(url: string): Promise<void> {
  const database = openDatabase(url, () => {}, 1)
  await chain(database.db)
  await database.close()
}

test('[S18] a database with something in every column of every table is brought forward, and nothing is lost', async () => {
  const database = await emptyDatabase()
  await migrateToEarlier(database.url, MIGRATIONS_THEN)
  await fill(database.url)
  const before = await rowsOf(database.url)
  const empty = [...before].flatMap(([table, rows]) =>
    rows.length === 0
      ? [table]
      : Object.keys(rows[0] ?? {})
          .filter((column) => rows.every((row) => row[column] === null))
          .map((column) => `${table}.${column}`),
  )
  expect(empty).toEqual([])
  await migrate(database.url)
  const after = await rowsOf(database.url)
  for (const [earlier, rows] of before) {
    const table = RENAMED.get(earlier) ?? earlier
    const kept = Object.keys(rows[0] ?? {}).filter((column) => column !== REPLACED)
    const only = (row: Row) => Object.fromEntries(kept.map((column) => [column, row[column]]))
    const now = after.get(table)?.map(only)
    expect(now, table).toHaveLength(rows.length)
    expect(now, table).toEqual(expect.arrayContaining(rows.map(only)))
  }
  const states = after.get('notifications')?.map(({ state }) => state)
  expect(states?.sort()).toEqual(['failed', 'queued', 'sent'])
  await database.drop()
})

test('[S18] [PT4] what that version stored is what this one shows, with who is in each consultation', async () => {
  const database = await emptyDatabase()
  await migrateToEarlier(database.url, MIGRATIONS_THEN)
  const { person, visits, consultations } = await fill(database.url)
  const server = await serverForThisTest({ database })
  const [staff, waiting, held] = [openBrowser(server), openBrowser(server), openBrowser(server)]
  staff.setCookie(SESSION_COOKIE, SECRETS.session)
  waiting.setCookie(VISIT_COOKIE, `${visits.waiting}.${SECRETS.waiting}`)
  held.setCookie(VISIT_COOKIE, `${visits.held}.${SECRETS.held}`)
  await server.sql('update sessions set last_active_at = $1', [server.clock.now()])

  const me = await staff.call<Me>('GET', '/api/staff/me')
  expect(me.body).toMatchObject({ name: 'Priya Raman', equipment: FOUND })
  expect((await staff.call<NoteList>('GET', '/api/staff/notes')).body.notes).toHaveLength(2)
  expect((await staff.call<PlanList>('GET', '/api/staff/plans')).body.plans.map(({ id }) => id)).toContain('own-plan')
  for (const url of ['people', 'outbox', 'settings', 'account', 'sign-ins', 'break-glass'])
    expect((await staff.call('GET', `/api/staff/${url}`)).status, url).toBe(200)
  expect((await waiting.call<PatientView>('GET', '/api/patient/visit')).body).toMatchObject({
    firstName: 'Wilma',
    state: { status: 'waiting' },
    plan: { id: 'own-plan' },
    messages: [{ text: 'From the patient.' }, { text: 'From the clinic.' }],
  })
  expect((await held.call<PatientView>('GET', '/api/patient/visit')).body).toMatchObject({
    state: { status: 'on-hold', practitionerName: 'Knee team' },
    equipment: FOUND,
  })

  const console = await staff.connect('staff')
  const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
  expect(areas[0]?.visits.map(({ firstName, status }) => [firstName, status])).toEqual(
    expect.arrayContaining([
      ['Wilma', 'waiting'],
      ['Hedda', 'on-hold'],
    ]),
  )
  const { view, ticket } = await console.ask({ type: 'call.attach', visitId: visits.held, callId: null, claim: true })
  expect(view).toMatchObject({ patient: { firstName: 'Hedda' }, status: 'on-hold', checklist: [{ item: 'open.loc' }] })
  const participants = await server.sql<{ id: string }>(
    'select consultation_id as consultation, id, kind, state, left_at is not null as left from participants order by state, kind',
  )
  const both = (consultation: string, visit: string, state: string) =>
    [
      ['patient', visit],
      ['practitioner', person],
    ].map(([kind, subject]) => ({
      consultation,
      id: participantId(visit, subject ?? ''),
      kind,
      state,
      left: state === 'left',
    }))
  expect(participants).toEqual([
    ...both(consultations.over, visits.over, 'left'),
    ...both(consultations.held, visits.held, 'on-hold'),
  ])
  expect([ticket.remoteId, ticket.participantId]).toEqual(participants.slice(2).map(({ id }) => id))
})
