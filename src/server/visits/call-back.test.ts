import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConsultationView, PatientView, StepReply } from '#contract/visit'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import {
  act,
  type Clinic,
  inNewArea,
  join,
  openClinic,
  openConsole,
  openPatient,
  type WaitingPatient,
  waitingPatient,
} from '../../../test/clinic.ts'
import type { Page } from '../../../test/page.ts'
import { nextArrival } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Clinic
let clinic: Clinic
let person: WaitingPatient
let console: Page
let joined: ConsultationView
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  person = await waitingPatient(clinic)
  console = await openConsole(clinic.here)
  joined = (await join(clinic.here, console, person.visitId)).view
  await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
})
afterAll(() => server.close())

const MINUTE = 60_000
const reopen = (by = clinic.here) => by.call<StepReply>('POST', `/api/staff/visits/${person.visitId}/reopen`, {})
const end = () => clinic.here.call<StepReply>('POST', `/api/staff/visits/${person.visitId}/end`, {})
const attach = () => console.ask({ type: 'call.attach', visitId: person.visitId, callId: null, claim: true })
const consultations = async () =>
  (
    await server.sql<{ count: number }>('select count(*)::int4 as count from consultations where visit_id = $1', [
      person.visitId,
    ])
  )[0]?.count

describe('[V19] a patient is called back', () => {
  test('for ten minutes by the server’s clock, and the view says until when', async () => {
    const { view } = (await end()).body
    expect(view.callBackUntil).toBe(server.clock.now().getTime() + 10 * MINUTE)
    server.clock.advance(10 * MINUTE - 1)
    const called = (await reopen()).body.view
    expect(called).toMatchObject({ status: 'being-seen', calledBack: true })
    expect(called.callBackUntil).toBeUndefined()
  })

  test('and not later', async () => {
    await end()
    server.clock.advance(10 * MINUTE)
    expect((await reopen()).code).toBe('visit/call-back-over')
  })

  test('also where it was the patient who left; a second press changes nothing', async () => {
    await person.call('POST', '/api/patient/visit/leave', {})
    expect((await reopen()).status).toBe(200)
    expect((await reopen()).status).toBe(200)
    expect(await consultations()).toBe(1)
  })

  test('by nobody but who had the last consultation, and not from the queue', async () => {
    await act(clinic.here, person.visitId, 'send-back')
    expect((await reopen()).code).toBe('visit/not-held-by-you')
    server.clock.advance(MINUTE)
    await join(clinic.colleague, await openConsole(clinic.colleague), person.visitId)
    await act(clinic.colleague, person.visitId, 'end')
    expect((await reopen()).code).toBe('visit/not-held-by-you')
    expect((await reopen(clinic.colleague)).status).toBe(200)
  })

  test('[PHC1] by phone, where that is how they were seen: no call, and nothing to press', async () => {
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    await end()
    const called = (await reopen()).body.view
    expect(called).toMatchObject({ status: 'being-seen', medium: 'phone' })
    expect(called.calledBack).toBeUndefined()
    expect((await attach()).ticket).toBeNull()
  })

  test('and the queue has them again, as somebody who is seen', async () => {
    await end()
    await console.hear('queue', ({ news }) => news.gone.includes(person.visitId))
    await reopen()
    const { news } = await console.hear('queue', ({ news }) => news.visits.some(({ id }) => id === person.visitId))
    expect(news.visits[0]).toMatchObject({ status: 'being-seen', practitioner: { id: clinic.here.me.personId } })
  })
})

describe('[V20] what was begun', () => {
  const note = (text: string, revision: number) =>
    clinic.here.call('PUT', `/api/staff/notes/${joined.noteId}`, { text, revision })

  test('goes on: one consultation, its note and its ticks', async () => {
    await clinic.here.call('PUT', `/api/staff/visits/${person.visitId}/checklist/open.hear`, { done: true, value: '' })
    await note('Walks well.', 0)
    await end()
    const { view } = (await reopen()).body
    expect(view).toMatchObject({ consultationId: joined.consultationId, noteId: joined.noteId })
    expect(view.checklist.map(({ item }) => item)).toEqual(['open.hear'])
    expect((await note('Walks well, and runs.', 1)).status).toBe(200)
    expect(await consultations()).toBe(1)
  })

  test('a signed note stays as it is, and another begins', async () => {
    await note('Walks well.', 0)
    await end()
    await clinic.here.call('POST', `/api/staff/notes/${joined.noteId}/sign`, {})
    const { view } = (await reopen()).body
    expect(view.noteId).not.toBe(joined.noteId)
    expect(view.patient).toEqual(joined.patient)
    expect((await note('Changed.', 1)).code).toBe('note/already-signed')
    expect(await consultations()).toBe(2)
  })

  test('the audit names the call back and the coming', async () => {
    await end()
    const before = await lastLine(server)
    await reopen()
    await person.call('POST', '/api/patient/visit/come-back', {})
    const subject = { subject_kind: 'visit', subject_id: person.visitId }
    const lines = (await linesSince(server, before)).filter(({ action }) => /reopen|come-back/.test(String(action)))
    expect(lines).toMatchObject([
      { who_kind: 'person', who_id: clinic.here.me.personId, action: 'visit.reopen', ...subject },
      { who_kind: 'patient', action: 'visit.come-back', ...subject },
    ])
  })
})

describe('[V21] nobody is called back', () => {
  const over = async () => expect((await reopen()).code).toBe('visit/call-back-over')

  test('whose details are deleted', async () => {
    await end()
    await server.sql('delete from visit_details where visit_id = $1', [person.visitId])
    await over()
  })

  test('where another visit has begun in that browser', async () => {
    await end()
    const reply = await person.call('POST', `/api/open/areas/${clinic.area.slug}/visits`, nextArrival())
    expect(reply.status).toBe(200)
    await over()
  })

  test('where somebody said that they are somebody else', async () => {
    await end()
    await person.call('POST', '/api/patient/visit/forget', {})
    await over()
  })
})

describe('[V22] called back', () => {
  test('the page hears by whom, and is offered no call until they come; then both get one', async () => {
    await end()
    await person.page.hear('visit', ({ view }) => view.state.status === 'ended')
    person.page.forget()
    await reopen()
    const asked = await person.page.hear('visit', ({ view }) => view.calledBack === true)
    expect(asked.view.state).toMatchObject({ status: 'being-seen', practitionerName: clinic.here.me.name })
    const first = await attach()
    expect(first).toMatchObject({ holder: true, view: { calledBack: true, awaySince: null } })
    const again = await openPatient(person)
    expect(again.opened.calledBack).toBe(true)
    expect(again.page.heard('call.offered')).toEqual([])

    const came = await person.call<PatientView>('POST', '/api/patient/visit/come-back', {})
    expect(came.body.calledBack).toBeUndefined()
    await console.hear('consultation', ({ view }) => view.calledBack === undefined && view.status === 'being-seen')
    const back = await openPatient(person)
    const { ticket } = await back.page.hear('call.offered')
    expect(ticket.callId).not.toBe(first.ticket.callId)
    expect(await console.hear('call.offered', (heard) => heard.ticket.callId === ticket.callId)).toBeTruthy()
    expect(await back.page.hear('call.live')).toMatchObject({ callId: ticket.callId })
  })

  test('a page that is closed is said to be, and to be there once it opens', async () => {
    person.page.close()
    await console.hear('consultation', ({ view }) => view.awaySince !== null)
    server.clock.advance(MINUTE)
    await end()
    expect((await reopen()).body.view.awaySince).toBe(server.clock.now().getTime())
    await attach()
    await openPatient(person)
    await console.hear('consultation', ({ view }) => view.awaySince === null && view.calledBack === true)
  })

  test('ended again before they came, nothing of it is left', async () => {
    await end()
    await reopen()
    await end()
    const { body } = await person.call<PatientView>('GET', '/api/patient/visit')
    expect(body.state).toMatchObject({ status: 'ended', outcome: 'completed' })
    expect(body.calledBack).toBeUndefined()
    expect((await person.call('POST', '/api/patient/visit/come-back', {})).code).toBe('visit/already-ended')
  })
})
