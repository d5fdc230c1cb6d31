import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PeopleView } from '#contract/people-admin'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { TALK } from '../../../test/plans.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const ALIAS = 'Nurse Seven'

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

/** Gives Priya Raman a name for the patients of the story's area, by the administrator's page; null takes it away. */
async function nameThem(alias: string | null) {
  const view = (await clinic.administrator.call<PeopleView>('GET', '/api/staff/people')).body
  const person = view.people.find(({ id }) => id === clinic.here.me.personId)
  const serviceId = view.services.find(({ areas }) => areas.some(({ id }) => id === clinic.area.id))?.id
  const memberships = person?.memberships.map((one) => (one.serviceId === serviceId ? { ...one, alias } : one))
  const body = { name: person?.name, title: person?.title, organisationRole: null, memberships }
  const reply = await clinic.administrator.call<PeopleView>('PUT', `/api/staff/people/${clinic.here.me.personId}`, body)
  expect(reply.status).toBe(200)
  return reply.body.people.find(({ id }) => id === clinic.here.me.personId)?.memberships
}

const message = (text: string) => ({ id: randomUUID(), text })

describe('a name for the patients of a service', () => {
  test('[NA1] is given and taken away; a change that says nothing of it leaves it', async () => {
    const given = await nameThem(ALIAS)
    expect(given?.filter(({ alias }) => alias === ALIAS)).toHaveLength(1)
    const without = given?.map(({ alias: _, ...rest }) => rest)
    const body = { name: 'Priya Raman', title: 'Physiotherapist', organisationRole: null, memberships: without }
    const url = `/api/staff/people/${clinic.here.me.personId}`
    const kept = (await clinic.administrator.call<PeopleView>('PUT', url, body)).body.people
    expect(JSON.stringify(kept)).toContain(ALIAS)
    expect(JSON.stringify(await nameThem('  '))).not.toContain(ALIAS)
  })

  test('[NA1] [NA2] is one for all roles in the service', async () => {
    await server.sql(
      `insert into memberships (person_id, service_id, role) select $1, service_id, 'receptionist' from areas where id = $2`,
      [clinic.here.me.personId, clinic.area.id],
    )
    const roles = (await nameThem(ALIAS))?.filter(({ alias }) => alias === ALIAS).map(({ role }) => role)
    expect(roles?.sort()).toEqual(['practitioner', 'receptionist'])
  })

  test('[NA2] [NA3] of a whole visit not one byte that reaches the patient has the real one; colleagues see no other', async () => {
    await nameThem(ALIAS)
    const { area, here, colleague } = clinic
    const visit = (id: string) => `/api/staff/visits/${id}`
    const texts: string[] = []
    const person = await waitingPatient(clinic)
    const { visitId, page } = person
    const seesNow = async () => texts.push((await person.call('GET', '/api/patient/visit')).text)
    texts.push((await person.call('GET', `/api/open/areas/${area.slug}`)).text)
    await here.call('POST', `${visit(visitId)}/messages`, message('Nearly there.'))
    await here.call('POST', `/api/staff/areas/${area.id}/messages`, message('We are running late.'))
    await here.call('PUT', `${visit(visitId)}/talk`, { ...TALK, agreed: 'tablet' })
    await here.call('PUT', `/api/staff/areas/${area.id}/suspension`, {
      suspended: { patientText: 'Please ring us.', staffText: 'Boiler' },
    })
    texts.push((await person.call('GET', `/api/open/areas/${area.slug}`)).text)
    await seesNow()
    const watching = await openConsole(colleague)
    const desk = await openConsole(here)
    await desk.ask({ type: 'call.prepare', visitId })
    await join(here, desk, visitId)
    await page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    await seesNow()
    await here.call('POST', `${visit(visitId)}/messages`, message('Hello.'))
    await act(here, visitId, 'hold')
    await seesNow()
    // The patient's page loads again, and so does the practitioner's.
    const again = await person.socket()
    await again.ask({ type: 'patient.open', visitId: person.visitId, pageId: again.pageId, claim: true })
    await act(here, visitId, 'resume')
    const desk2 = await openConsole(here)
    await desk2.ask({ type: 'call.attach', visitId, callId: null, claim: true })
    await again.hear('call.live', ({ state }) => state.practitionerName === ALIAS)
    texts.push((await person.call('POST', '/api/patient/messages', message('Thank you.'))).text)
    await act(here, visitId, 'send-back')
    await seesNow()
    await join(here, desk2, visitId)
    await seesNow()
    await act(here, visitId, 'end')
    await again.hear('visit', ({ view }) => view.state.status === 'ended')
    await seesNow()
    const all = [...texts, page.everything(), again.everything()].join('\n')
    expect(all).toContain(ALIAS)
    for (const real of ['Priya', 'Raman', here.me.email, here.me.personId]) expect(all).not.toContain(real)
    const seen = watching.everything()
    expect(seen).toContain('Priya Raman')
    expect(seen).not.toContain(ALIAS)
    const held = await here.call('GET', `/api/staff/notes`)
    expect(held.text + desk.everything() + desk2.everything()).not.toContain(ALIAS)
  })

  test('[NA2] counts in its service alone', async () => {
    await nameThem(ALIAS)
    const elsewhere = await inNewArea(people)
    const person = await waitingPatient(elsewhere)
    await join(elsewhere.here, await openConsole(elsewhere.here), person.visitId)
    const heard = await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    expect(heard.view.state).toMatchObject({ practitionerName: 'Priya Raman' })
  })

  test('[NA4] what was said stays as it was said, also when the role is gone', async () => {
    await nameThem(ALIAS)
    const person = await waitingPatient(clinic)
    await act(clinic.here, person.visitId, 'messages', message('Nearly there.'))
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    await server.sql(
      'delete from memberships where person_id = $1 and service_id = (select service_id from areas where id = $2)',
      [clinic.here.me.personId, clinic.area.id],
    )
    const view = (await person.call<PatientView>('GET', '/api/patient/visit')).body
    expect(view.state).toMatchObject({ practitionerName: ALIAS })
    expect(view.messages.map(({ authorName }) => authorName)).toEqual([ALIAS])
  })

  test('[NA4] given while a patient is being seen, it is told from then on', async () => {
    const person = await waitingPatient(clinic)
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    await nameThem(ALIAS)
    const view = (await person.call<PatientView>('GET', '/api/patient/visit')).body
    expect(view.state).toMatchObject({ practitionerName: ALIAS })
  })
})
