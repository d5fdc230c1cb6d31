import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoteList } from '#contract/note'
import type { Me } from '#contract/people'
import type { PeopleView, PersonView } from '#contract/people-admin'
import { openBrowser } from '../../../test/browser.ts'
import { act, type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, type StaffPerson, somebody } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { startSession } from '../platform/session.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const view = async () => (await clinic.administrator.call<PeopleView>('GET', '/api/staff/people')).body
const shown = async ({ me }: StaffPerson) => (await view()).people.find(({ id }) => id === me.personId) as PersonView
const put = (id: string, change: Partial<PersonView>) =>
  clinic.administrator.call<PeopleView>('PUT', `/api/staff/people/${id}`, {
    ...{ name: 'Renamed', title: '', organisationRole: null, memberships: [] },
    ...change,
  })
const post = (id: string, verb: string, body: unknown = {}) =>
  clinic.administrator.call<PeopleView>('POST', `/api/staff/people/${id}/${verb}`, body)
const serviceOf = async (areaId: string) =>
  (await view()).services.find(({ areas }) => areas.some(({ id }) => id === areaId))?.id ?? ''

describe('[PE1] the people of an organisation', () => {
  test('are all there by name, with what they are and where', async () => {
    const { people, services, sends } = await view()
    expect(people.map(({ name }) => name)).toEqual([...people.map(({ name }) => name)].sort())
    expect(sends).toBe(false)
    expect(services.map(({ name }) => name)).toContain('Knee clinic service')
    const priya = await shown(clinic.here)
    expect(priya).toMatchObject({ status: 'active', organisationRole: null, you: false, invitationEndsAt: null })
    expect(priya.memberships).toMatchObject([{ role: 'practitioner', areaIds: [clinic.area.id] }])
    expect((await shown(clinic.administrator)).you).toBe(true)
  })

  test('are nobody’s of another organisation', async () => {
    const theirs = (await clinic.otherAdministrator.call<PeopleView>('GET', '/api/staff/people')).body
    expect(theirs.people).toHaveLength(3)
    const ours = new Set((await view()).people.map(({ id }) => id))
    expect(theirs.people.filter(({ id }) => ours.has(id))).toEqual([])
  })
})

describe('[PE2] roles that do not fit are refused', () => {
  test.each([
    ['a service of another organisation', async () => [await foreign()]],
    ['an area of another service', async () => [{ ...(await here()), areaIds: [clinic.elsewhereArea.id] }]],
    ['the same role twice', async () => [await here(), await here()]],
  ])('%s', async (_, memberships) => {
    const reply = await put(clinic.colleague.me.personId, { memberships: await memberships() })
    expect(reply.code).toBe('person/role-not-valid')
  })

  test('an auditor who works besides', async () => {
    const reply = await put(clinic.colleague.me.personId, { organisationRole: 'auditor', memberships: [await here()] })
    expect(reply.code).toBe('person/role-not-valid')
  })

  const here = async () => ({
    serviceId: await serviceOf(clinic.area.id),
    role: 'practitioner' as const,
    areaIds: null,
  })
  const foreign = async () => {
    const [row] = await server.sql<{ id: string }>(
      `select services.id from services join organisations on organisations.id = organisation_id where sample`,
    )
    return { serviceId: row?.id ?? '', role: 'practitioner' as const, areaIds: null }
  }
})

describe('[PE3] an organisation keeps an administrator', () => {
  test('who can neither deactivate themselves nor give up the role', async () => {
    const { personId } = clinic.administrator.me
    expect((await post(personId, 'deactivate')).code).toBe('person/not-yourself')
    expect((await put(personId, { organisationRole: null })).code).toBe('person/not-yourself')
  })

  test('also when two take the role from one another at the same moment', async () => {
    const other = await somebody(server, clinic.administrator, 'Second Chief', { organisationRole: 'administrator' })
    const [mine, theirs] = [clinic.administrator.me.personId, other.me.personId]
    const replies = await Promise.all([
      post(theirs, 'deactivate'),
      other.call('POST', `/api/staff/people/${mine}/deactivate`, {}),
    ])
    const active = await server.sql(
      `select 1 from people where organisation_role = 'administrator' and status = 'active' and email like '%harbour.example'`,
    )
    expect(active).toHaveLength(1)
    expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    // Either of the two may have been deactivated: the tests that follow need this one active.
    await server.sql("update people set status = 'active' where id = $1", [mine])
    const { signIn } = await import('../../../test/people.ts')
    const again = await signIn(server, clinic.administrator.me.email)
    clinic.administrator.setCookie('bedside_session', again.cookie('bedside_session') ?? '')
  })
})

describe('deactivating', () => {
  test('[PE4] ends their sign-ins and pages at once; they cannot sign in until they are active again', async () => {
    const gone = await practitioner(server, clinic.administrator, 'Gone Tomorrow', [clinic.area])
    const page = await openConsole(gone)
    expect((await post(gone.me.personId, 'deactivate')).status).toBe(200)
    await page.hear('signed-out')
    await page.ended()
    expect((await gone.call('GET', '/api/staff/me')).status).toBe(401)
    const attempt = () =>
      openBrowser(server).call<Me>('POST', '/api/open/sign-in', { email: gone.me.email, password: PASSWORD })
    expect((await attempt()).code).toBe('access/wrong-sign-in')
    expect((await shown(gone)).status).toBe('deactivated')
    // A sign-in that was under way while they were deactivated.
    const { deps } = server.served()
    gone.setCookie('bedside_session', await startSession(deps.db, deps.newId(), gone.me.personId, deps.now()))
    expect((await gone.call('GET', '/api/staff/me')).status).toBe(401)
    await post(gone.me.personId, 'reactivate')
    expect((await attempt()).body).toMatchObject({ areas: [{ name: 'Knee clinic' }] })
  })

  test('[PE5] [V28] a visit that they have waits again at its place, and the queue says with whom it was', async () => {
    const here = await inNewArea(clinic)
    const gone = await practitioner(server, clinic.administrator, 'Leaves Mid-call', [here.area])
    const first = await waitingPatient(here)
    server.clock.advance(1000)
    const second = await waitingPatient(here)
    const [theirs, desk] = [await openConsole(gone), await openConsole(clinic.here)]
    await join(gone, theirs, first.visitId)
    expect(await shown(gone)).toMatchObject({ holding: 1 })
    await post(gone.me.personId, 'deactivate')
    const { view: queue } = await desk.hear('area', (heard) =>
      heard.view.visits.some((visit) => visit.id === first.visitId && visit.wasWith !== undefined),
    )
    expect(queue.visits.map(({ id }) => id)).toEqual([first.visitId, second.visitId])
    expect(queue.visits[0]).toMatchObject({
      status: 'waiting',
      practitioner: null,
      wasWith: { name: 'Leaves Mid-call', deactivated: true },
    })
    const told = await first.page.hear('visit', ({ view: { state } }) => state.status === 'waiting')
    expect(told.view.state).not.toHaveProperty('sentBack')
    await join(clinic.here, desk, first.visitId)
    const { view: after } = await desk.hear('area', (heard) =>
      heard.view.visits.some((visit) => visit.id === first.visitId && visit.status === 'being-seen'),
    )
    expect(after.visits[0]?.wasWith).toBeUndefined()
    expect(await shown(gone)).toMatchObject({ holding: 0 })
  })

  test('[PE6] their unsigned notes are read by nobody, until they are handed to a practitioner of that area', async () => {
    const here = await inNewArea(clinic)
    const gone = await practitioner(server, clinic.administrator, 'Leaves Notes', [here.area])
    const patient = await waitingPatient(here)
    const { view: held } = await join(gone, await openConsole(gone), patient.visitId)
    await gone.call('PUT', `/api/staff/notes/${held.noteId}`, { text: 'Half a sentence', revision: 0 })
    await act(gone, patient.visitId, 'end')
    expect((await post(gone.me.personId, 'hand-over', { to: clinic.here.me.personId })).code).toBe('person/not-found')
    await post(gone.me.personId, 'deactivate')
    expect((await shown(gone)).unsignedNotes).toBe(1)
    const notesOf = async (person: StaffPerson) =>
      (await person.call<NoteList>('GET', '/api/staff/notes')).body.notes.filter(({ id }) => id === held.noteId)
    expect(await notesOf(clinic.administrator)).toEqual([])
    // Notes are not handed over to somebody without a role in that area.
    await post(gone.me.personId, 'hand-over', { to: clinic.elsewhere.me.personId })
    expect(await notesOf(clinic.elsewhere)).toEqual([])
    const desk = await somebody(server, clinic.administrator, 'Not A Practitioner', {
      role: 'receptionist',
      areas: [here.area],
    })
    await post(gone.me.personId, 'hand-over', { to: desk.me.personId })
    expect(await notesOf(desk)).toEqual([])
    expect((await shown(gone)).unsignedNotes).toBe(1)
    await post(gone.me.personId, 'hand-over', { to: clinic.here.me.personId })
    expect(await notesOf(clinic.here)).toMatchObject([{ text: 'Half a sentence', begunBy: 'Leaves Notes' }])
    expect((await shown(gone)).unsignedNotes).toBe(0)
  })
})

describe('[PE7] changing what somebody is', () => {
  test('is true at once on the pages that they have open, and cuts no sign-in', async () => {
    const here = await inNewArea(clinic)
    const one = await practitioner(server, clinic.administrator, 'Changes Desk', [here.area])
    const patient = await waitingPatient(here)
    const page = await openConsole(one)
    const serviceId = await serviceOf(here.area.id)
    await put(one.me.personId, { memberships: [{ serviceId, role: 'champion', areaIds: null }] })
    await page.hear('rights-changed')
    const before = page.heard('area').length
    const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
    expect(areas).toMatchObject([{ limitedView: true, visits: [{ firstName: patient.typed.firstName, lastName: '' }] }])
    await patient.call('PUT', '/api/patient/visit', { phoneMe: true })
    const { view: next } = await page.hear('area', ({ view: heard }) => heard.limitedView === true)
    expect(JSON.stringify([next, page.heard('area').slice(before)])).not.toContain(patient.typed.lastName)
    expect((await one.call<Me>('GET', '/api/staff/me')).body).toMatchObject({ role: 'champion', openSessions: 1 })
    expect((await act(one, patient.visitId, 'join', { pageId: page.pageId, callId: null })).code).toBe(
      'access/not-allowed',
    )
  })

  test('[PE5] a visit in an area that is theirs no more waits again, and is not called deactivated', async () => {
    const here = await inNewArea(clinic)
    const one = await practitioner(server, clinic.administrator, 'Moves Away', [here.area])
    const patient = await waitingPatient(here)
    await join(one, await openConsole(one), patient.visitId)
    const desk = await openConsole(clinic.here)
    await put(one.me.personId, { memberships: [] })
    const { view: queue } = await desk.hear('area', (heard) => heard.view.visits[0]?.wasWith !== undefined)
    expect(queue.visits[0]?.wasWith).toEqual({ name: 'Renamed', deactivated: false })
  })

  test('a role in a service is a role in the areas that it gets later', async () => {
    const here = await inNewArea(clinic)
    const serviceId = await serviceOf(here.area.id)
    const one = await somebody(server, clinic.administrator, 'Whole Service', {})
    await put(one.me.personId, { memberships: [{ serviceId, role: 'receptionist', areaIds: null }] })
    await server.sql(
      `insert into areas (id, service_id, slug, name, about, short_code)
       select gen_random_uuid(), service_id, slug || '-two', name || ' two', '', left(md5(id::text), 6)
       from areas where id = $1`,
      [here.area.id],
    )
    expect((await one.call<Me>('GET', '/api/staff/me')).body.areas).toHaveLength(2)
  })
})
