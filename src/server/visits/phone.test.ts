// A phone consultation over the wire: that no call exists for it, and what becomes of one that was under way.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JoinReply, PatientView, StepReply } from '#contract/visit'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import {
  act,
  type Clinic,
  join,
  openClinic,
  openConsole,
  openPatient,
  patientIn,
  waitingPatient,
} from '../../../test/clinic.ts'
import type { Page } from '../../../test/page.ts'
import { patient, type StaffPerson } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const TOKEN = 'a-token-of-26-characters!!'
const TURN = { urls: ['turn:relay.example:3478'], secret: 'a secret of the relay', lifetimeSeconds: 600 }

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ ice: { stunUrls: [], turn: TURN, policy: 'all' }, metricsToken: TOKEN })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** A patient whose page is open, and who asked to be phoned as they arrived. */
async function toBePhoned() {
  return openPatient(await patient(server, clinic.area, { picture: 'none', sound: 'none', phoneMe: true }))
}

/** A video call under way. */
async function inCall() {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  await join(clinic.here, console, person.visitId, ticket.callId)
  await person.page.hear('call.live')
  return { ...person, console, callId: ticket.callId }
}

const step = (person: StaffPerson, visitId: string, verb: string, body: object = {}) =>
  person.call<StepReply>('POST', `/api/staff/visits/${visitId}/${verb}`, body)

/** Nothing that a call is made of has come to any of these pages. */
function expectNoCall(...pages: Page[]) {
  for (const page of pages) {
    expect(page.heard('call.offered')).toEqual([])
    expect(page.heard('call.live')).toEqual([])
    expect(page.everything()).not.toContain('relay.example')
    expect(page.everything()).not.toContain('credential')
  }
}

const attach = (page: Page, visitId: string, claim: boolean, callId: string | null = null) =>
  page.ask({ type: 'call.attach', visitId, callId, claim })

describe('nothing is sent', () => {
  test('[PHC1] from the confirmation to the end there is no call, no ticket and no credential', async () => {
    const person = await toBePhoned()
    const { visitId, page } = person
    const console = await openConsole(clinic.here)
    const prepared = await console.ask({ type: 'call.prepare', visitId })
    expect(prepared).toEqual({ ticket: null, patientThere: true })
    const { view, ticket } = await join(clinic.here, console, visitId)
    expect([ticket, view.medium, view.phoning]).toEqual([null, 'phone', { noAnswers: [], videoAsk: null }])
    await page.hear('visit', (heard) => heard.view.phoning !== null)
    // A reload, and a second window that takes over.
    const again = await openConsole(clinic.here)
    expect(await attach(again, visitId, true)).toMatchObject({ ticket: null, holder: true, view: { medium: 'phone' } })
    await console.hear('taken-over')
    expect(await attach(again, visitId, false)).toMatchObject({ ticket: null, holder: true })
    expect(await attach(console, visitId, false)).toMatchObject({ ticket: null, holder: false })
    // The same of the patient.
    const other = await person.socket()
    const opened = await other.ask({ type: 'patient.open', visitId, pageId: other.pageId, claim: true })
    expect(opened).toMatchObject({ holder: true, liveCallId: null, view: { phoneMe: true } })
    // Joining again, hold, resume, and the end.
    const rejoined = await join(clinic.here, again, visitId)
    expect(rejoined.ticket).toBeNull()
    for (const verb of ['hold', 'resume']) expect((await step(clinic.here, visitId, verb)).status).toBe(200)
    await step(clinic.here, visitId, 'end')
    await other.hear('visit', (heard) => heard.view.state.status === 'ended')
    expectNoCall(page, other, console, again)
    expect(await server.sql('select medium, call_id from consultations where visit_id = $1', [visitId])).toEqual([
      { medium: 'phone', call_id: null },
    ])
  })

  test('[PHC1] the database keeps no call for a phone consultation', async () => {
    const { visitId } = await toBePhoned()
    await join(clinic.here, await openConsole(clinic.here), visitId)
    const give = server.sql('update consultations set call_id = $2 where visit_id = $1', [visitId, randomUUID()])
    await expect(give).rejects.toThrow('consultations_phone_has_no_call')
  })

  test('[PHC1] no signal is passed on', async () => {
    const { visitId, page } = await toBePhoned()
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, visitId)
    const signal = {
      type: 'call.signal',
      visitId,
      callId: randomUUID(),
      to: patientIn(visitId),
      payload: { candidate: null },
    }
    for (const one of [page, console]) expect(await one.say(signal)).toMatchObject({ code: 'access/not-allowed' })
  })

  test('[PHC2] a path that was ready is taken down on both sides when they choose, and a join gets none', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
    await person.page.hear('call.offered')
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    for (const page of [person.page, console])
      await page.hear('call.released', ({ callId }) => callId === ticket.callId)
    const joined = await join(clinic.here, console, person.visitId, ticket.callId)
    expect([joined.ticket, joined.view.medium]).toEqual([null, 'phone'])
    expect(person.page.heard('call.live')).toEqual([])
    const signal = {
      type: 'call.signal',
      visitId: person.visitId,
      callId: ticket.callId,
      to: patientIn(person.visitId),
      payload: { candidate: null },
    }
    for (const page of [person.page, console]) expect(await page.say(signal)).toMatchObject({ ok: false })
  })

  test('[PHC2] choosing and joining in one breath: whoever comes first, nothing is live at the end', async () => {
    for (let round = 0; round < 10; round++) {
      const person = await waitingPatient(clinic)
      const console = await openConsole(clinic.here)
      const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
      const both = [
        () => person.call('PUT', '/api/patient/visit', { phoneMe: true }),
        () => act(clinic.here, person.visitId, 'join', { pageId: console.pageId, callId: ticket.callId }),
      ]
      await Promise.all((round % 2 === 0 ? both : both.reverse()).map((one) => one()))
      const signal = {
        type: 'call.signal',
        visitId: person.visitId,
        callId: ticket.callId,
        to: patientIn(person.visitId),
        payload: { candidate: null },
      }
      for (const page of [person.page, console]) expect(await page.say(signal)).toMatchObject({ ok: false })
      expect(
        await server.sql('select medium, call_id from consultations where visit_id = $1', [person.visitId]),
      ).toEqual([{ medium: 'phone', call_id: null }])
    }
  })

  test('[PHC4] the choice holds for another tab and after the server was started again', async () => {
    const person = await waitingPatient(clinic)
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    await server.restart()
    const again = await openPatient(person)
    expect(again.opened.phoneMe).toBe(true)
    const console = await openConsole(clinic.here)
    expect((await join(clinic.here, console, person.visitId)).ticket).toBeNull()
    expectNoCall(again.page, console)
  })
})

describe('chosen during a consultation', () => {
  test('[PHC6] out of a video call: its call is over for both, and the consultation goes on by phone', async () => {
    const { visitId, page, console, callId, call, view } = await inCall()
    await clinic.here.call('PUT', `/api/staff/visits/${visitId}/checklist/open.hear`, { done: true, value: '' })
    const reply = await call<PatientView>('PUT', '/api/patient/visit', { phoneMe: true })
    expect(reply.body).toMatchObject({ phoneMe: true, phoning: { videoAsk: null }, state: { status: 'being-seen' } })
    for (const one of [page, console]) await one.hear('call.released', (heard) => heard.callId === callId)
    const heard = await console.hear('consultation', (one) => one.view.medium === 'phone')
    expect(heard.view).toMatchObject({ status: 'being-seen', checklist: [{ item: 'open.hear' }] })
    expect(heard.view.patient.phone).toBe(view.phone)
    const payload = { candidate: null }
    for (const one of [page, console])
      expect(await one.say({ type: 'call.signal', visitId, callId, to: patientIn(visitId), payload })).toMatchObject({
        ok: false,
      })
    expect(await attach(console, visitId, false, callId)).toMatchObject({ ticket: null })
  })

  test('[PHC7] the practitioner asks, the patient agrees: a call for both, and not before', async () => {
    const person = await toBePhoned()
    const { visitId, page } = person
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, visitId)
    const asked = await step(clinic.here, visitId, 'phone/ask-video')
    expect(asked.body.view).toMatchObject({ medium: 'phone', phoning: { videoAsk: 'practitioner' } })
    await page.hear('visit', (heard) => heard.view.phoning?.videoAsk === 'practitioner')
    expectNoCall(page, console)
    const agreed = await person.call<PatientView>('PUT', '/api/patient/visit', { phoneMe: false })
    expect(agreed.body).toMatchObject({ phoneMe: false, phoning: null })
    const { callId } = await page.hear('call.live')
    for (const one of [page, console]) await one.hear('call.offered', ({ ticket }) => ticket.callId === callId)
    // Neither takes up a call before it knows that it is one.
    const order = (one: Page) => one.everything().indexOf('"call.offered"')
    expect(page.everything().indexOf('"phoneMe":false')).toBeLessThan(order(page))
    expect(console.everything().lastIndexOf('"medium":"video"', order(console))).toBeGreaterThan(-1)
  })

  test('[PHC7] the patient declines, and the practitioner reads it', async () => {
    const person = await toBePhoned()
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    await step(clinic.here, person.visitId, 'phone/ask-video')
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    await console.hear('consultation', ({ view }) => view.phoning?.videoAsk === 'declined')
    expectNoCall(person.page, console)
  })

  test('[PHC7] the patient asks: nothing is sent until the practitioner agrees', async () => {
    const person = await toBePhoned()
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    const asked = await person.call<PatientView>('PUT', '/api/patient/visit', { phoneMe: false })
    expect(asked.body).toMatchObject({ phoneMe: true, phoning: { videoAsk: 'patient' } })
    expectNoCall(person.page, console)
    await step(clinic.here, person.visitId, 'phone/ask-video')
    await person.page.hear('call.live')
  })

  test('[PHC7] nobody but who holds the visit asks for video', async () => {
    const person = await toBePhoned()
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    for (const verb of ['phone/ask-video', 'phone/no-answer'])
      expect((await step(clinic.colleague, person.visitId, verb, { before: 0 })).status).toBeGreaterThanOrEqual(400)
  })

  test('[PHC8] another number is the visit’s from then on, and no longer confirmed', async () => {
    const person = await toBePhoned()
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    const contact = {
      phone: person.view.phone,
      phoneConfirmed: true,
      address: '',
      addressConfirmed: false,
      companions: [],
    }
    await clinic.here.call('PUT', `/api/staff/visits/${person.visitId}/contact`, contact)
    await console.hear('consultation', ({ view }) => view.contact.phoneConfirmedAt !== null)
    const wrong = await person.call('PUT', '/api/patient/visit', { phone: '12' })
    expect(wrong.code).toBe('arrival/phone-not-valid')
    const reply = await person.call<PatientView>('PUT', '/api/patient/visit', { phone: '07700 900999' })
    expect(reply.body.phone).toBe('07700 900999')
    await console.hear(
      'consultation',
      ({ view }) => view.contact.phone === '07700 900999' && view.contact.phoneConfirmedAt === null,
    )
  })

  test('[PHC11] no answer: counted once however often it was sent, with the time, and the patient is told', async () => {
    const person = await toBePhoned()
    const { visitId } = person
    await join(clinic.here, await openConsole(clinic.here), visitId)
    const at = server.clock.now().getTime()
    for (let time = 0; time < 2; time++) await step(clinic.here, visitId, 'phone/no-answer', { before: 0 })
    server.clock.advance(60_000)
    const { body } = await step(clinic.here, visitId, 'phone/no-answer', { before: 1 })
    expect(body.view.phoning?.noAnswers).toEqual([at, at + 60_000])
    await person.page.hear('visit', ({ view }) => view.phoning?.noAnswers.length === 2)
  })

  test('[PHC10] sent back they wait to be phoned, and the next consultation is one by phone', async () => {
    const person = await toBePhoned()
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    await step(clinic.here, person.visitId, 'phone/no-answer', { before: 0 })
    await step(clinic.here, person.visitId, 'send-back')
    const reply = await clinic.colleague.call<JoinReply>('POST', `/api/staff/visits/${person.visitId}/join`, {
      pageId: randomUUID(),
      callId: null,
    })
    expect(reply.body).toMatchObject({ ticket: null, view: { medium: 'phone', phoning: { noAnswers: [] } } })
  })
})

test('[PHC12] the audit tells it, and the metrics count it', async () => {
  const person = await toBePhoned()
  const console = await openConsole(clinic.here)
  const before = await lastLine(server)
  await join(clinic.here, console, person.visitId)
  await step(clinic.here, person.visitId, 'phone/no-answer', { before: 0 })
  await step(clinic.here, person.visitId, 'phone/ask-video')
  const metrics = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const counted = /bedside_consultations\{area="[^"]+",medium="phone"\} (\d+)/.exec(await metrics.text())
  expect(Number(counted?.[1])).toBeGreaterThan(0)
  await person.call('PUT', '/api/patient/visit', { phoneMe: false })
  const lines = await linesSince(server, before)
  const subject = { subject_kind: 'visit', subject_id: person.visitId, outcome: 'allowed' }
  expect(lines.filter(({ action }) => /phone|by-/.test(action))).toMatchObject([
    { action: 'visit.by-phone', who_id: clinic.here.me.personId, ...subject },
    { action: 'phone.no-answer', who_id: clinic.here.me.personId, ...subject },
    { action: 'phone.ask-video', who_id: clinic.here.me.personId, ...subject },
    { action: 'visit.by-video', who_kind: 'patient', ...subject },
  ])
})
