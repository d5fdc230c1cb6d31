import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import type { NoteList } from '#contract/note'
import type { Me } from '#contract/people'
import type { PlanList } from '#contract/plan'
import type { SettingsView } from '#contract/settings'
import type { ConsultationView, PatientView } from '#contract/visit'
import { NO_ANSWERS } from '#domain/advice'
import { codeOf } from '#domain/short-code'
import { openBrowser } from '../../../test/browser.ts'
import { emptyDatabase } from '../../../test/fresh-database.ts'
import { migrateToEarlier, rowsOf } from '../../../test/older-database.ts'
import { contactOf, TALK } from '../../../test/plans.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { participantId } from '../visits/participant-id.ts'
import { SESSION_COOKIE, VISIT_COOKIE } from './caller.ts'
import { openConnection } from './db.ts'
import { migrate as bringForward } from './migrate.ts'
import { fingerprint } from './secrets.ts'

const NINE = '2026-06-01T09:00:00Z'

/** The database as the first version left it: its migration alone. */
const migrateToTheFirst = (url: string) => migrateToEarlier(url, 1)

/** Rows as the first version wrote them: somebody who waits, somebody who is seen, somebody long gone. */
async function fill(url: string) {
  const ids = {
    area: randomUUID(),
    person: randomUUID(),
    waiting: randomUUID(),
    seen: randomUUID(),
    gone: randomUUID(),
  }
  const [organisation, service, consultation, over] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const secrets = { waiting: 'a'.repeat(43), seen: 'b'.repeat(43), gone: 'c'.repeat(43), session: 'd'.repeat(43) }
  const connection = await openConnection(url)
  const put = (table: string, row: Record<string, unknown>) =>
    connection.query(
      `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
      Object.values(row),
    )
  await put('instance', { id: 1, secret: 'e'.repeat(43) })
  await put('organisations', {
    id: organisation,
    name: 'Harbour Health',
    sample: false,
    details_minutes: 60,
    signed_note_days: 30,
    created_at: NINE,
  })
  await put('services', { id: service, organisation_id: organisation, name: 'Knee service' })
  await put('areas', {
    id: ids.area,
    service_id: service,
    slug: 'knee-clinic',
    name: 'Knee clinic',
    about: '',
    consent: 'I agree.',
    support_phone: '01632 960 999',
    after_text: 'Thank you.',
    fields: { lastName: 'optional', dateOfBirth: 'required', phone: 'required' },
    hours: { timeZone: 'Europe/Dublin', blocks: [{ weekday: 1, from: 540, to: 1020 }] },
    late_minutes: 15,
    late_set_at: NINE,
  })
  const person = { id: ids.person, organisation_id: organisation, name: 'Priya Raman', title: 'Physiotherapist' }
  await put('people', { ...person, email: 'priya@harbour.example', password_hash: '-', role: 'administrator' })
  await put('person_areas', { person_id: ids.person, area_id: ids.area })
  const session = { id: randomUUID(), token_hash: fingerprint(secrets.session), person_id: ids.person }
  await put('sessions', { ...session, created_at: NINE, expires_at: '2026-06-01T23:00:00Z' })
  const visit = { area_id: ids.area, since: NINE, arrived_at: NINE, picture: 'works', sound: 'works', phone_me: false }
  await put('visits', { ...visit, id: ids.waiting, token_hash: fingerprint(secrets.waiting), status: 'waiting' })
  const seen = { practitioner_id: ids.person, first_seen_at: NINE, status: 'being-seen' }
  await put('visits', { ...visit, ...seen, id: ids.seen, token_hash: fingerprint(secrets.seen) })
  const ended = { status: 'ended', outcome: 'completed', first_seen_at: NINE, ended_at: NINE }
  await put('visits', { ...visit, ...ended, id: ids.gone, token_hash: fingerprint(secrets.gone) })
  for (const [id, first, phone] of [
    [ids.waiting, 'Wilma', '01632 960001'],
    [ids.seen, 'Sten', '01632 960002'],
  ])
    await put('visit_details', { visit_id: id, first_name: first, last_name: 'Ek', date_of_birth: '1950-02-01', phone })
  const call = { practitioner_id: ids.person, started_at: NINE, page_id: 'p'.repeat(22), call_id: randomUUID() }
  await put('consultations', { ...call, id: consultation, visit_id: ids.seen })
  await put('consultations', { ...call, id: over, visit_id: ids.gone, ended_at: NINE })
  const note = { author_id: ids.person, last_name: 'Ek', date_of_birth: '1950-02-01', body: 'Better.', revision: 1 }
  await put('notes', { ...note, id: consultation, first_name: 'Sten', status: 'draft', saved_at: NINE })
  await put('notes', { ...note, id: over, first_name: 'Gunn', status: 'signed', saved_at: NINE, signed_at: NINE })
  const message = { id: randomUUID(), visit_id: ids.waiting, sender: 'clinic', author_name: 'Priya Raman' }
  await put('messages', { ...message, body: 'Take your time.', at: NINE })
  await put('sign_in_failures', { email_hash: fingerprint('priya@harbour.example'), at: NINE })
  await connection.end()
  return { ids, secrets }
}

/** What people wrote, what was done with patients, and what opens doors stays word for word; settings may move. */
const WORD_FOR_WORD = [
  'instance',
  'sessions',
  'sign_in_failures',
  'visits',
  'visit_details',
  'consultations',
  'messages',
  'notes',
]

test('[S18] every table of the first version, with data in each, is brought forward row for row', async () => {
  const database = await emptyDatabase()
  await migrateToTheFirst(database.url)
  await fill(database.url)
  const before = await rowsOf(database.url)
  for (const [table, rows] of before) expect(rows.length, `${table} has data`).toBeGreaterThan(0)
  await bringForward(database.url)
  const after = await rowsOf(database.url)
  for (const [table, rows] of before) {
    // Serving an area became a role in its service.
    const now = after.get(table === 'person_areas' ? 'memberships' : table)
    expect(now, table).toHaveLength(rows.length)
    if (!WORD_FOR_WORD.includes(table) || !now) continue
    const kept = Object.keys(rows[0] ?? {}).filter((column) => column in (now[0] ?? {}))
    expect(kept.length, table).toBe(Object.keys(rows[0] ?? {}).length)
    const only = (row: Record<string, unknown>) => JSON.stringify(kept.map((column) => row[column]))
    expect(now.map(only).sort(), table).toEqual(rows.map(only).sort())
  }
  await database.drop()
})

test('[PT4] consultations that began before participants were kept have theirs: by the same ids, as far as they have come', async () => {
  const database = await emptyDatabase()
  await migrateToTheFirst(database.url)
  const { ids } = await fill(database.url)
  await bringForward(database.url)
  const there = (await rowsOf(database.url)).get('participants') ?? []
  const row = (visit: string, kind: 'patient' | 'practitioner', state: 'admitted' | 'left') => ({
    id: participantId(visit, kind === 'patient' ? visit : ids.person),
    kind,
    standing: kind === 'patient' ? 'participant' : 'host',
    visit_id: kind === 'patient' ? visit : null,
    person_id: kind === 'patient' ? null : ids.person,
    state,
  })
  const expected = [ids.seen, ids.gone].flatMap((visit) =>
    (['patient', 'practitioner'] as const).map((kind) => row(visit, kind, visit === ids.seen ? 'admitted' : 'left')),
  )
  expect(there).toHaveLength(expected.length)
  expect(there).toEqual(expect.arrayContaining(expected.map((each) => expect.objectContaining(each))))
  await database.drop()
})

test('[S18] what the first version stored is what this one shows, with nothing agreed, measured or ticked', async () => {
  const database = await emptyDatabase()
  await migrateToTheFirst(database.url)
  const { ids, secrets } = await fill(database.url)
  const server = await serverForThisTest({ database })
  // The column is newer, and the database filled it by the real clock, which is ahead of this test's.
  await server.sql('update sessions set locked_at = null, last_active_at = $1', [server.clock.now()])
  const [staff, waiting, seen] = [openBrowser(server), openBrowser(server), openBrowser(server)]
  staff.setCookie(SESSION_COOKIE, secrets.session)
  waiting.setCookie(VISIT_COOKIE, `${ids.waiting}.${secrets.waiting}`)
  seen.setCookie(VISIT_COOKIE, `${ids.seen}.${secrets.seen}`)
  const fresh = { plan: { id: 'talking' }, talk: { answers: NO_ANSWERS, agreed: null }, equipment: null }

  expect((await staff.call<Me>('GET', '/api/staff/me')).body).toMatchObject({
    name: 'Priya Raman',
    equipment: null,
    // Whoever served an area saw patients there.
    roles: ['administrator', 'practitioner'],
    areas: [{ id: ids.area, roles: ['practitioner'] }],
  })
  expect((await staff.call<AreaWelcome>('GET', '/api/open/areas/knee-clinic')).body.plan.id).toBe('talking')
  const [area] = (await staff.call<SettingsView>('GET', '/api/staff/settings')).body.services[0]?.areas ?? []
  // What it said that was not what Bedside begins with.
  expect(area?.own).toEqual({
    timeZone: 'Europe/Dublin',
    openBlocks: [{ weekday: 1, from: 540, to: 1020 }],
    fields: { lastName: 'optional', dateOfBirth: 'required', phone: 'required' },
    consent: 'I agree.',
    support: { phone: '01632 960 999', email: '' },
    afterText: 'Thank you.',
  })
  expect(codeOf(area?.shortCode ?? '')).toBe(area?.shortCode)
  expect((await staff.call<PlanList>('GET', '/api/staff/plans')).body.plans).toHaveLength(20)
  expect((await staff.call<NoteList>('GET', '/api/staff/notes')).body.notes).toHaveLength(2)
  expect((await waiting.call<PatientView>('GET', '/api/patient/visit')).body).toMatchObject({
    ...fresh,
    firstName: 'Wilma',
    state: { status: 'waiting', place: 1, delay: { kind: 'said', minutes: 15, at: expect.any(Number) } },
    messages: [{ text: 'Take your time.' }],
  })

  const console = await staff.connect('staff')
  const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
  expect(areas[0]?.visits.map(({ planId, talk, equipment }) => ({ planId, talk, equipment }))).toEqual(
    Array(2).fill({ planId: 'talking', talk: fresh.talk, equipment: null }),
  )
  const { view } = await console.ask({ type: 'call.attach', visitId: ids.seen, callId: null, claim: true })
  expect(view).toMatchObject({
    ...fresh,
    patient: { firstName: 'Sten' },
    checklist: [],
    contact: { phone: '01632 960002', phoneConfirmedAt: null, address: '', addressConfirmedAt: null, companions: [] },
  })

  const visit = `/api/staff/visits/${ids.seen}`
  const written = [
    await staff.call('PUT', `${visit}/plan`, { planId: 'skin' }),
    await staff.call('PUT', `${visit}/checklist/open.loc`, { done: true, value: 'At home' }),
    await staff.call('PUT', `${visit}/contact`, contactOf({ typed: view?.patient as ConsultationView['patient'] })),
    await seen.call('PUT', '/api/patient/visit/talk', { ...TALK, agreed: 'tablet' }),
  ]
  expect(written.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const now = await console.hear('consultation', ({ view }) => view.talk.agreed !== null)
  expect(now.view).toMatchObject({
    plan: { id: 'skin' },
    talk: { agreed: { device: 'tablet', byName: 'Sten' } },
    checklist: [{ item: 'open.loc', value: 'At home' }],
    contact: { address: '12 Ek Lane' },
  })
})
