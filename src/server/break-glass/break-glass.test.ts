import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BreakGlassView, OpeningsView } from '#contract/break-glass'
import type { OutboxView } from '#contract/outbox'
import type { Me } from '#contract/people'
import type { JoinReply } from '#contract/visit'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import { act, type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { anotherArea, PASSWORD, patient, practitioner, type StaffPerson, somebody } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openBreakGlassService } from './service.ts'

const URL = '/api/staff/break-glass'
const REASON = 'A colleague fell ill in clinic'
const HOUR = 60 * 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

interface Case {
  readonly area: Awaited<ReturnType<typeof anotherArea>>
  /** A practitioner of another service. */
  readonly person: StaffPerson
}

/** A service that nobody of this case serves, and a practitioner of another one. */
async function begin(): Promise<Case> {
  const area = await anotherArea(server, clinic.administrator, `Clinic ${randomUUID().slice(0, 8)}`)
  const person = await practitioner(server, clinic.administrator, 'Mira Olsen', [clinic.area])
  return { area, person }
}

const open = ({ area, person }: Case, reason = REASON, serviceId = area.serviceId) =>
  person.call<BreakGlassView>('POST', URL, { serviceId, reason })

const prove = ({ person }: Case) => person.call('POST', '/api/staff/proof/password', { password: PASSWORD })
const look = () => openBreakGlassService(server.served().deps).closeDue()
const joinBody = () => ({ pageId: randomUUID(), callId: null })

test('[BG1] a practitioner opens a service, sees and joins who waits there, and it is theirs alone', async () => {
  const it = await begin()
  const subject = await patient(server, it.area)
  expect((await act(it.person, subject.visitId, 'join', joinBody())).code).toBe('visit/not-found')
  const before = await it.person.call<BreakGlassView>('GET', URL)
  expect(before.body.services).toContainEqual({
    id: it.area.serviceId,
    name: expect.stringContaining('service'),
    areas: [expect.stringContaining('Clinic')],
  })
  const console = await openConsole(it.person)
  expect(console.heard('area')).toEqual([])

  const { body } = await open(it)
  expect(body.open).toMatchObject([{ endsAt: server.clock.now().getTime() + HOUR }])
  expect(body.services.map(({ id }) => id)).not.toContain(it.area.serviceId)
  await console.hear('rights-changed')
  const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
  expect(areas.find(({ areaId }) => areaId === it.area.id)?.visits).toMatchObject([
    { lastName: subject.typed.lastName },
  ])
  const me = (await it.person.call<Me>('GET', '/api/staff/me')).body
  expect(me.glass).toEqual(body.open)
  expect((await act(it.person, subject.visitId, 'join', joinBody())).status).toBe(200)
  await act(it.person, subject.visitId, 'end')

  // Nobody else is let in by it, and settings and people are not part of it.
  const other = await patient(server, it.area)
  expect((await act(clinic.here, other.visitId, 'join', joinBody())).code).toBe('visit/not-found')
  expect((await it.person.call('PUT', `/api/staff/settings/areas/${it.area.id}`, {})).status).not.toBe(200)
  expect((await it.person.call('GET', '/api/staff/people')).code).toBe('access/not-allowed')
})

describe('[BG1] it is for practitioners, and for what they do not see already', () => {
  test.each([
    ['receptionist', { role: 'receptionist' as const }],
    ['service administrator', { role: 'service-administrator' as const }],
    ['auditor', { organisationRole: 'auditor' as const }],
    ['administrator who sees no patients', { organisationRole: 'administrator' as const }],
  ])('not %s', async (_, is) => {
    const it = await begin()
    const areas = 'role' in is ? [clinic.area] : []
    const person = await somebody(server, clinic.administrator, 'Nora Lind', { ...is, areas })
    expect((await open({ ...it, person })).code).toBe('access/not-allowed')
  })

  test('not one’s own service, one that is not there, and one of another organisation', async () => {
    const it = await begin()
    const own = await practitioner(server, clinic.administrator, 'Otto Brandt', [it.area])
    expect((await open({ ...it, person: own })).code).toBe('break-glass/not-needed')
    expect((await open(it, REASON, randomUUID())).code).toBe('break-glass/not-found')
    const [theirs] = await server.sql<{ id: string }>(
      'select services.id from services join organisations on organisations.id = organisation_id where sample limit 1',
    )
    expect((await open(it, REASON, theirs?.id)).code).toBe('break-glass/not-found')
  })

  test('a receptionist there who is a practitioner elsewhere becomes one there, too', async () => {
    const it = await begin()
    const [{ name }] = (await server.sql<{ name: string }>('select name from areas where id = $1', [it.area.id])) as [
      { name: string },
    ]
    await server.sql("insert into memberships values ($1, $2, 'receptionist', null)", [
      it.person.me.personId,
      it.area.serviceId,
    ])
    expect((await open(it)).status).toBe(200)
    const me = (await it.person.call<Me>('GET', '/api/staff/me')).body
    expect(me.areas.find((area) => area.name === name)?.roles.sort()).toEqual(['practitioner', 'receptionist'])
  })
})

test('[BG2] without a reason it stays closed', async () => {
  const it = await begin()
  for (const reason of ['', 'urgent', '          ', '1234567890 1234567890', 'aaaaaaaaaaaaa'])
    expect((await open(it, reason)).code, reason).toBe('break-glass/reason-needed')
  expect((await it.person.call<BreakGlassView>('GET', URL)).body.open).toEqual([])
})

test('[BG3] after an hour it is closed by itself, the page hears it, and opening again needs a reason again', async () => {
  const it = await begin()
  const subject = await patient(server, it.area)
  const { body } = await open(it)
  const console = await openConsole(it.person)
  server.clock.advance(HOUR - 1000)
  await look()
  expect((await act(it.person, subject.visitId, 'messages', { id: randomUUID(), text: 'Soon.' })).status).toBe(200)
  await prove(it)
  // Asking again meanwhile does not make it longer.
  expect((await open(it)).body.open).toEqual(body.open)
  server.clock.advance(1000)
  await look()
  await console.hear('rights-changed')
  expect((await act(it.person, subject.visitId, 'messages', { id: randomUUID(), text: 'Soon.' })).code).toBe(
    'visit/not-found',
  )
  expect((await it.person.call<Me>('GET', '/api/staff/me')).body.glass).toEqual([])
  await prove(it)
  expect((await open(it, '')).code).toBe('break-glass/reason-needed')
  expect((await open(it)).body.open).toHaveLength(1)
})

test('[BG3] nobody is taken out of a consultation: it goes on to its end, and then all is closed', async () => {
  const it = await begin()
  const subject = await patient(server, it.area)
  await open(it)
  const joined = await act(it.person, subject.visitId, 'join', joinBody())
  const { noteId } = (joined.body as unknown as JoinReply).view
  server.clock.advance(HOUR + 1)
  await look()
  expect((await act(it.person, subject.visitId, 'hold')).status).toBe(200)
  expect((await act(it.person, subject.visitId, 'end')).status).toBe(200)
  await look()
  expect((await it.person.call<Me>('GET', '/api/staff/me')).body.glass).toEqual([])
  // Their note is theirs to write to its end.
  const note = await it.person.call('PUT', `/api/staff/notes/${noteId}`, { text: 'Seen for a colleague.', revision: 0 })
  expect(note.status).toBe(200)
})

test('[BG3] [BG6] given back or switched off during a consultation, it lasts to the end of that', async () => {
  const it = await begin()
  for (const end of ['given back', 'switched off']) {
    const subject = await patient(server, it.area)
    const { body } = await open(it)
    await act(it.person, subject.visitId, 'join', joinBody())
    const settings = '/api/staff/settings/break-glass'
    if (end === 'given back') await it.person.call('POST', `${URL}/${body.open[0]?.id}/close`, {})
    else await clinic.administrator.call('PUT', settings, { allowed: false })
    const me = (await it.person.call<Me>('GET', '/api/staff/me')).body
    expect(me.glass, end).toMatchObject([{ endsAt: server.clock.now().getTime() }])
    expect((await act(it.person, subject.visitId, 'hold')).status, end).toBe(200)
    await act(it.person, subject.visitId, 'end')
    await look()
    expect((await it.person.call<Me>('GET', '/api/staff/me')).body.glass, end).toEqual([])
    await clinic.administrator.call('PUT', settings, { allowed: true })
  }
})

test('[BG3] given back, and for somebody deactivated, it is closed at once', async () => {
  const it = await begin()
  const { body } = await open(it)
  expect((await clinic.here.call('POST', `${URL}/${body.open[0]?.id}/close`, {})).code).toBe('break-glass/not-found')
  const given = await it.person.call<BreakGlassView>('POST', `${URL}/${body.open[0]?.id}/close`, {})
  expect(given.body.open).toEqual([])
  expect((await it.person.call('POST', `${URL}/${body.open[0]?.id}/close`, {})).status).toBe(200)
  await open(it)
  await clinic.administrator.call('POST', `/api/staff/people/${it.person.me.personId}/deactivate`, {})
  await look()
  expect(
    await server.sql('select 1 from break_glass where person_id = $1 and closed_at is null', [it.person.me.personId]),
  ).toEqual([])
})

test('[BG3] what was over while no server ran is closed before anybody asks', async () => {
  const it = await begin()
  await open(it)
  await server.restart(async () => server.clock.advance(2 * HOUR))
  expect((await it.person.call<Me>('GET', '/api/staff/me')).body.glass ?? []).toEqual([])
})

test('[BG4] administrators get a letter without the reason, and read the reason where the audit is', async () => {
  const it = await begin()
  await open(it, 'The lighthouse keeper fell ill')
  const { messages: letters } = (await clinic.administrator.call<OutboxView>('GET', '/api/staff/outbox')).body
  const toAda = letters.filter(({ to }) => to === 'ada@harbour.example')
  const letter = toAda.find(({ subject }) => subject.startsWith('Mira Olsen has opened Clinic'))
  expect(letter?.text).toContain('/staff/audit')
  expect(JSON.stringify(letters)).not.toContain('lighthouse')
  for (const reader of [clinic.administrator, clinic.auditor]) {
    const { openings } = (await reader.call<OpeningsView>('GET', `${URL}/openings`)).body
    expect(openings[0]).toMatchObject({
      personName: 'Mira Olsen',
      reason: 'The lighthouse keeper fell ill',
      closedAt: null,
    })
  }
  expect((await clinic.otherAdministrator.call<OpeningsView>('GET', `${URL}/openings`)).body.openings).toEqual([])
})

test('[BG5] the audit says what was opened, what was done by that right and not by a role, and when it ended', async () => {
  const it = await begin()
  const subject = await patient(server, it.area)
  const before = await lastLine(server)
  await open(it, '')
  await open(it)
  const console = await openConsole(it.person)
  await act(it.person, subject.visitId, 'join', joinBody())
  await act(it.person, subject.visitId, 'end')
  console.close()
  const mine = await patient(server, clinic.area)
  await act(it.person, mine.visitId, 'join', joinBody())
  await act(it.person, mine.visitId, 'end')
  server.clock.advance(HOUR)
  await look()
  const rows = (await linesSince(server, before)).filter(
    ({ who_id, subject_id }) => who_id === it.person.me.personId || subject_id === it.person.me.personId,
  )
  const glass = { role: 'break-glass' }
  expect(rows).toMatchObject([
    {
      action: 'access.break-glass',
      subject_id: it.area.serviceId,
      outcome: 'refused',
      code: 'break-glass/reason-needed',
    },
    { ...glass, action: 'access.break-glass', subject_kind: 'service', subject_id: it.area.serviceId },
    { action: 'queue.read', subject_id: expect.any(String) },
    { action: 'queue.read', subject_id: expect.any(String) },
    { ...glass, action: 'visit.join', subject_id: subject.visitId },
    { ...glass, action: 'visit.hold', subject_id: subject.visitId },
    { role: 'practitioner', action: 'visit.join', subject_id: mine.visitId },
    { role: 'practitioner', action: 'visit.hold', subject_id: mine.visitId },
    { who_kind: 'system', action: 'break-glass.end', subject_kind: 'person', subject_id: it.person.me.personId },
  ])
  const queues = rows.filter(({ action }) => action === 'queue.read')
  const roleAt = (areaId: string) => queues.find(({ subject_id }) => subject_id === areaId)?.role
  expect([roleAt(it.area.id), roleAt(clinic.area.id)]).toEqual(['break-glass', 'practitioner'])
  expect(JSON.stringify(rows)).not.toContain('colleague')
})

test('[BG6] an organisation switches it off: what is open is closed at once, and nothing opens', async () => {
  const it = await begin()
  const subject = await patient(server, it.area)
  await open(it)
  const settings = '/api/staff/settings/break-glass'
  const off = await clinic.administrator.call<OpeningsView>('PUT', settings, { allowed: false })
  expect(off.body.allowed).toBe(false)
  expect((await act(it.person, subject.visitId, 'join', joinBody())).code).toBe('visit/not-found')
  expect((await open(it)).code).toBe('break-glass/switched-off')
  expect((await it.person.call<BreakGlassView>('GET', URL)).body).toMatchObject({ allowed: false, open: [] })
  await clinic.administrator.call('PUT', settings, { allowed: true })
  expect((await open(it)).status).toBe(200)
})

test('[BG1] unsigned notes are handed to nobody by it', async () => {
  const it = await begin()
  const leaver = await practitioner(server, clinic.administrator, 'Liv Dahl', [it.area])
  const subject = await patient(server, it.area)
  const joined = await act(leaver, subject.visitId, 'join', joinBody())
  const { noteId } = (joined.body as unknown as JoinReply).view
  await leaver.call('PUT', `/api/staff/notes/${noteId}`, { text: 'Better.', revision: 0 })
  await act(leaver, subject.visitId, 'end')
  await open(it)
  const people = `/api/staff/people/${leaver.me.personId}`
  await clinic.administrator.call('POST', `${people}/deactivate`, {})
  await clinic.administrator.call('POST', `${people}/hand-over`, { to: it.person.me.personId })
  expect((await it.person.call('GET', `/api/staff/notes/${noteId}`)).code).toBe('note/not-found')
})
