import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallTicket, SignalPayload } from '#contract/call'
import {
  act,
  type Clinic,
  join,
  openClinic,
  openConsole,
  openPatient,
  patientIn,
  staffIn,
  waitingPatient,
} from '../../../test/clinic.ts'
import { type PatientPerson, patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const offer: SignalPayload = { description: { type: 'offer', sdp: 'v=0 from the practitioner' } }
const answer: SignalPayload = { description: { type: 'answer', sdp: 'v=0 from the patient' } }

const otherSideOf = (ticket: CallTicket): CallTicket => ({
  ...ticket,
  participantId: ticket.remoteId,
  remoteId: ticket.participantId,
  polite: true,
})

const toPatient = (visitId: string) => ({ type: 'call.signal', visitId, to: patientIn(visitId) }) as const
const toStaff = (visitId: string) => ({ type: 'call.signal', visitId, to: staffIn(visitId, clinic.here) }) as const

/** A patient and a practitioner who reads their confirmation: the transport is being negotiated. */
async function prepared() {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket, patientThere } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  return { person, page: person.page, console, callId: ticket.callId, ticket, patientThere, visitId: person.visitId }
}

async function live() {
  const call = await prepared()
  await join(clinic.here, call.console, call.visitId, call.callId)
  await call.page.hear('call.live')
  return call
}

/** A page of the patient opens for the first time, and is answered. */
async function opens(person: PatientPerson) {
  const page = await person.socket()
  const { liveCallId } = await page.ask({
    type: 'patient.open',
    visitId: person.visitId,
    pageId: page.pageId,
    claim: true,
  })
  return { page, liveCallId }
}

describe('before the join', () => {
  test('[RT8] both sides get the same call, and only the patient is polite', async () => {
    const { page, ticket, patientThere } = await prepared()
    const offered = await page.hear('call.offered')
    expect(patientThere).toBe(true)
    expect(ticket).toEqual({
      visitId: ticket.visitId,
      callId: ticket.callId,
      engine: 'peer',
      participantId: expect.any(String),
      remoteId: expect.any(String),
      polite: false,
      iceServers: [],
      iceTransportPolicy: 'all',
    })
    expect(offered.ticket).toEqual(otherSideOf(ticket))
  })

  test('[RT8] nobody is seen by preparing: the patient still waits and nothing is live', async () => {
    const { person, page, visitId } = await prepared()
    await page.hear('call.offered')
    expect((await person.call('GET', '/api/patient/visit')).body).toMatchObject({ state: { status: 'waiting' } })
    expect(page.heard('call.live')).toEqual([])
    expect(await server.sql('select 1 from consultations where visit_id = $1', [visitId])).toEqual([])
  })

  test('[RT8] preparing for a patient who is not there says so, and fails nothing', async () => {
    const person = await waitingPatient(clinic)
    person.page.close()
    const console = await openConsole(clinic.here)
    await expect
      .poll(async () => (await console.ask({ type: 'call.prepare', visitId: person.visitId })).patientThere)
      .toBe(false)
  })

  test('[RT10] a confirmation that is closed is told to the patient, and the call is gone', async () => {
    const { page, console, callId, visitId } = await prepared()
    await console.ask({ type: 'call.release', visitId, callId })
    expect((await page.hear('call.released')).callId).toBe(callId)
    for (const each of [page, console])
      expect(await each.say({ ...toPatient(visitId), callId, payload: offer })).toMatchObject({
        code: 'access/not-allowed',
      })
  })

  test('[RT10] nobody can release a call that they are not in', async () => {
    const { page, console, callId, visitId } = await prepared()
    const stranger = await openConsole(clinic.elsewhere)
    expect((await stranger.say({ type: 'call.release', visitId, callId })).ok).toBe(true)
    await console.ask({ ...toPatient(visitId), callId, payload: offer })
    await page.hear('call.signal')
    expect(page.heard('call.released')).toEqual([])
  })
})

describe('who is in a call', () => {
  test('[RT31] the server names who sent a signal: the other participant of the ticket', async () => {
    const { page, console, callId, ticket, visitId } = await prepared()
    await console.say({ ...toPatient(visitId), callId, from: ticket.remoteId, payload: offer } as never)
    await page.ask({ ...toStaff(visitId), callId, payload: answer })
    expect((await console.hear('call.signal')).from).toBe(ticket.remoteId)
    await console.ask({ ...toPatient(visitId), callId, payload: offer })
    const heard = await page.hear('call.signal')
    expect([heard.from, (await page.hear('call.offered')).ticket.remoteId]).toEqual([
      ticket.participantId,
      ticket.participantId,
    ])
  })

  test('[RT31] participants are the same in every call of a visit; another practitioner is another, and no id of staff is told', async () => {
    const { console, ticket, visitId } = await prepared()
    const colleague = await openConsole(clinic.colleague)
    const again = await console.ask({ type: 'call.prepare', visitId })
    const other = await colleague.ask({ type: 'call.prepare', visitId })
    const joined = await join(clinic.here, console, visitId, again.ticket.callId)
    for (const each of [again.ticket, joined.ticket])
      expect([each.participantId, each.remoteId]).toEqual([ticket.participantId, ticket.remoteId])
    expect(other.ticket.remoteId).toBe(ticket.remoteId)
    expect(other.ticket.participantId).not.toBe(ticket.participantId)
    const staff = await server.sql<{ id: string }>('select id from people')
    expect(staff.map(({ id }) => id)).not.toContain(ticket.participantId)
  })
})

test('[RT32] what is said in a call reaches the participant it is for, and nobody else in the call', async () => {
  const { page, console, callId, visitId } = await live()
  const candidate = (sdpMid: string) => ({ candidate: { candidate: 'candidate:1', sdpMid, sdpMLineIndex: 0 } })
  const others = [staffIn(visitId, clinic.here), staffIn(visitId, clinic.colleague), visitId]
  for (const to of others)
    await console.ask({ type: 'call.signal', visitId, callId, to, payload: candidate('for another') })
  await console.ask({ ...toPatient(visitId), callId, payload: candidate('for them') })
  await page.hear('call.signal', ({ payload }) => 'candidate' in payload && payload.candidate?.sdpMid === 'for them')
  expect(page.heard('call.signal')).toHaveLength(1)
  expect(page.heard('call.signal')[0]).toMatchObject({ from: staffIn(visitId, clinic.here), to: patientIn(visitId) })
  expect(console.heard('call.signal')).toEqual([])
})

describe('signals', () => {
  test('[RT9] pass both ways, as they are, and to nobody else', async () => {
    const { page, console, callId, visitId } = await prepared()
    const colleague = await openConsole(clinic.colleague)
    const other = await waitingPatient(clinic)
    await console.ask({ ...toPatient(visitId), callId, payload: offer })
    await page.ask({ ...toStaff(visitId), callId, payload: answer })
    await page.ask({ ...toStaff(visitId), callId, payload: { candidate: null } })
    expect((await page.hear('call.signal')).payload).toEqual(offer)
    const candidate = { candidate: 'candidate:1 1 udp 1 198.51.100.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 }
    await console.ask({ ...toPatient(visitId), callId, payload: { candidate } })
    await page.hear('call.signal', ({ payload }) => 'candidate' in payload && payload.candidate?.sdpMid === '0')
    await console.hear('call.signal', ({ payload }) => 'candidate' in payload && payload.candidate === null)
    expect(console.heard('call.signal').map(({ payload }) => payload)).toEqual([answer, { candidate: null }])
    // What they would have heard came before the answers to what they say now.
    await colleague.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })
    await other.page.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })
    expect([...colleague.heard('call.signal'), ...other.page.heard('call.signal')]).toEqual([])
  })

  test('[RT9] strangers can send none: not a colleague, not another patient, not who knows the call by name', async () => {
    const { callId, visitId } = await live()
    const other = await waitingPatient(clinic)
    for (const stranger of [await openConsole(clinic.colleague), await openConsole(clinic.elsewhere), other.page])
      expect(await stranger.say({ ...toPatient(visitId), callId, payload: offer })).toMatchObject({
        ok: false,
        code: 'access/not-allowed',
      })
  })

  test('[RT9] what a signal holds beyond its shape is not passed on', async () => {
    const { page, console, callId, visitId } = await prepared()
    const payload = { ...offer, note: 'undeclared', description: { type: 'offer', sdp: 'v=0', more: 1 } }
    expect((await console.say({ ...toPatient(visitId), callId, payload })).ok).toBe(true)
    expect((await page.hear('call.signal')).payload).toEqual({ description: { type: 'offer', sdp: 'v=0' } })
  })

  test('[RT9] when the consultation is over, so are they', async () => {
    const { page, console, callId, visitId } = await live()
    await act(clinic.here, visitId, 'end')
    await console.hear('consultation', ({ view }) => view.status === 'ended')
    for (const each of [page, console])
      await expect.poll(() => each.say({ ...toPatient(visitId), callId, payload: offer })).toMatchObject({ ok: false })
  })
})

describe('the join', () => {
  test('[RT11] with the prepared call: it goes live on both sides, and no other is made', async () => {
    const { page, console, callId, visitId, ticket } = await prepared()
    await page.hear('call.offered')
    page.forget()
    const joined = await join(clinic.here, console, visitId, callId)
    expect(joined.ticket).toEqual(ticket)
    expect((await page.hear('call.live')).callId).toBe(callId)
    await page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    expect(page.heard('call.offered')).toEqual([])
  })

  test('[RT11] without one: a new call is offered and live', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    const { ticket } = await join(clinic.here, console, person.visitId)
    expect((await person.page.hear('call.offered')).ticket.callId).toBe(ticket.callId)
    expect((await person.page.hear('call.live')).callId).toBe(ticket.callId)
    await console.ask({ ...toPatient(ticket.visitId), callId: ticket.callId, payload: offer })
    await person.page.hear('call.signal')
  })

  test('[RT11] such a call is offered to both pages before the join is answered, and over when that is refused', async () => {
    const { page, visitId } = await live()
    page.forget()
    const colleague = await openConsole(clinic.colleague)
    await expect(join(clinic.colleague, colleague, visitId)).rejects.toThrow('visit/with-somebody-else')
    const offered = [await colleague.hear('call.offered'), await page.hear('call.offered')].map(({ ticket }) => ticket)
    expect(offered.map(({ polite }) => polite)).toEqual([false, true])
    const callId = offered[0]?.callId
    for (const each of [colleague, page]) expect((await each.hear('call.released')).callId).toBe(callId)
    expect(offered[1]?.callId).toBe(callId)
    expect(page.heard('call.live')).toEqual([])
  })

  test("[RT11] a call that was prepared with somebody else, or is somebody else's, is not joined", async () => {
    const other = await prepared()
    const person = await waitingPatient(clinic)
    person.page.close()
    const { ticket } = await join(clinic.here, other.console, person.visitId, other.callId)
    expect(ticket.callId).not.toBe(other.callId)
    const colleague = await openConsole(clinic.colleague)
    const third = await waitingPatient(clinic)
    const taken = await join(clinic.colleague, colleague, third.visitId, other.callId)
    expect(taken.ticket.callId).not.toBe(other.callId)
  })
})

describe('a page that comes back', () => {
  test('[RT12] reconnecting keeps the call on both sides', async () => {
    const { person, page, console, callId, visitId } = await live()
    await page.cut()
    page.forget()
    const opened = await page.ask({
      type: 'patient.open',
      visitId: person.visitId,
      pageId: page.pageId,
      claim: false,
      callId,
    })
    expect([opened.holder, opened.liveCallId]).toEqual([true, callId])
    await console.cut()
    await console.ask({ type: 'staff.open', pageId: console.pageId })
    const attached = await console.ask({ type: 'call.attach', visitId, callId, claim: false })
    expect([attached.holder, attached.ticket.callId]).toEqual([true, callId])
    await console.ask({ ...toPatient(visitId), callId, payload: offer })
    await page.hear('call.signal')
    await page.ask({ ...toStaff(visitId), callId, payload: answer })
    await console.hear('call.signal')
    expect([...page.heard('call.offered'), ...console.heard('call.offered')]).toEqual([])
    expect(person.visitId).toBe(visitId)
  })

  test("[RT11] the patient's page reloads: both sides get a new call, which is live", async () => {
    const { page, console, callId, person } = await live()
    page.close()
    const { page: reloaded } = await openPatient(person)
    const theirs = await reloaded.hear('call.offered')
    const ours = await console.hear('call.offered')
    expect(theirs.ticket.callId).not.toBe(callId)
    expect(theirs.ticket).toEqual(otherSideOf(ours.ticket))
    expect((await reloaded.hear('call.live')).callId).toBe(ours.ticket.callId)
    await console.ask({ ...toPatient(ours.ticket.visitId), callId: ours.ticket.callId, payload: offer })
    await reloaded.hear('call.signal')
  })

  test('[RT11] the first page of a patient to come after the join gets the call of the join, and no other is made', async () => {
    const person = await patient(server, clinic.area)
    const console = await openConsole(clinic.here)
    const { ticket } = await join(clinic.here, console, person.visitId)
    const { page, liveCallId } = await opens(person)
    expect(liveCallId).toBe(ticket.callId)
    expect((await page.hear('call.offered')).ticket).toEqual(otherSideOf(ticket))
    expect((await page.hear('call.live')).callId).toBe(ticket.callId)
    await console.ask({ ...toPatient(ticket.visitId), callId: ticket.callId, payload: offer })
    await page.hear('call.signal')
    expect(console.heard('call.offered').map((heard) => heard.ticket.callId)).toEqual([ticket.callId])
    // Its half is taken now: the next page needs another.
    page.close()
    const next = await opens(person)
    expect(next.liveCallId).not.toBe(ticket.callId)
    expect((await console.hear('call.offered', (heard) => heard.ticket.callId === next.liveCallId)).ticket).toEqual({
      ...ticket,
      callId: next.liveCallId,
    })
  })

  test('[RT11] a page that opens while the join is stored gets its call', async () => {
    const person = await patient(server, clinic.area)
    const console = await openConsole(clinic.here)
    const held = server.sql('select pg_sleep(0.5) from (select 1 from visits where id = $1 for update) held', [
      person.visitId,
    ])
    await sleep(100)
    const joining = join(clinic.here, console, person.visitId)
    await console.hear('call.offered')
    const { page, liveCallId } = await opens(person)
    const { ticket } = await joining
    await held
    expect(liveCallId).toBe(ticket.callId)
    expect(page.heard('call.offered').map((heard) => heard.ticket.callId)).toEqual([ticket.callId])
    expect(console.heard('call.offered').map((heard) => heard.ticket.callId)).toEqual([ticket.callId])
  })

  test("[RT11] the practitioner's page reloads: both sides get a new call, which is live", async () => {
    const { page, console, callId, visitId } = await live()
    await page.hear('call.offered')
    page.forget()
    console.close()
    const reloaded = await openConsole(clinic.here)
    const { ticket, holder } = await reloaded.ask({ type: 'call.attach', visitId, callId: null, claim: true })
    expect(holder).toBe(true)
    expect(ticket.callId).not.toBe(callId)
    expect((await page.hear('call.offered')).ticket).toEqual(otherSideOf(ticket))
    expect((await page.hear('call.live')).callId).toBe(ticket.callId)
    await page.ask({ ...toStaff(ticket.visitId), callId: ticket.callId, payload: answer })
    await reloaded.hear('call.signal')
  })

  test('[RT17] a second page of the practitioner takes over; the older is told and takes nothing back by reconnecting', async () => {
    const { console: older, callId, visitId } = await live()
    const newer = await openConsole(clinic.here)
    await newer.ask({ type: 'call.attach', visitId, callId: null, claim: true })
    await older.hear('taken-over')
    await older.cut()
    await older.ask({ type: 'staff.open', pageId: older.pageId })
    const returned = await older.ask({ type: 'call.attach', visitId, callId, claim: false })
    expect(returned.holder).toBe(false)
    expect(newer.heard('taken-over')).toEqual([])
  })

  test('[RT8] on hold the transport stays: nobody gets another call', async () => {
    const { page, console, callId, visitId } = await live()
    await page.hear('call.offered')
    page.forget()
    await act(clinic.here, visitId, 'hold')
    await page.hear('visit', ({ view }) => view.state.status === 'on-hold')
    await act(clinic.here, visitId, 'resume')
    await page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    await console.ask({ ...toPatient(visitId), callId, payload: offer })
    await page.hear('call.signal')
    expect(page.heard('call.offered')).toEqual([])
  })
})
