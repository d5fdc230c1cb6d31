import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JoinReply } from '#contract/visit'
import { act, type Clinic, join, openClinic, openConsole, staffIn, waitingPatient } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const pages = () => ({ pageId: randomUUID(), callId: null })

test('[V3] two practitioners who join at once: one gets the patient, the other is told who has them', async () => {
  const { here, colleague, area } = clinic
  const both = [here, colleague]
  const winners: string[] = []
  for (let round = 0; round < 20; round++) {
    const { visitId } = await patient(server, area)
    // Who asks first changes from round to round.
    const order = round % 2 === 0 ? both : [...both].reverse()
    const replies = await Promise.all(order.map((person) => act(person, visitId, 'join', pages())))
    const won = order.filter((_, index) => replies[index]?.status === 200)
    const [lost] = replies.filter((reply) => reply.status !== 200)
    expect(won).toHaveLength(1)
    expect([lost?.status, lost?.code]).toEqual([409, 'visit/with-somebody-else'])
    expect(lost?.body.detail).toEqual({ name: won[0]?.me.name })
    winners.push(won[0]?.me.name ?? '')
    const rows = await server.sql('select 1 from consultations where visit_id = $1', [visitId])
    expect(rows).toHaveLength(1)
  }
  expect(winners).toHaveLength(20)
})

test('[V3] the same practitioner pressing twice at once has one consultation', async () => {
  const { visitId } = await patient(server, clinic.area)
  const replies = await Promise.all([1, 2, 3].map(() => act(clinic.here, visitId, 'join', pages())))
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200])
  const ids = replies.map((reply) => (reply.body as unknown as JoinReply).view.consultationId)
  expect(new Set(ids).size).toBe(1)
})

test('[V2] joining shows the practitioner whom they see, and the patient who sees them', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { view } = await join(clinic.here, console, person.visitId)
  const { firstName, lastName, dateOfBirth, phone } = person.typed
  expect(view).toMatchObject({
    visitId: person.visitId,
    patient: { firstName, lastName, dateOfBirth, phone },
    status: 'being-seen',
    areaName: 'Knee clinic',
  })
  const heard = await person.page.hear('visit', (each) => each.view.state.status === 'being-seen')
  expect(heard.view.state).toEqual({
    status: 'being-seen',
    calledAt: server.clock.now().getTime(),
    participantId: staffIn(person.visitId, clinic.here),
    practitionerName: 'Priya Raman',
    practitionerTitle: 'Physiotherapist',
    since: server.clock.now().getTime(),
  })
})

test('[V2] joining again what one has, from the same page, gives the same consultation and the same call', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  const first = await join(clinic.here, console, person.visitId, ticket.callId)
  const second = await join(clinic.here, console, person.visitId, ticket.callId)
  expect(second).toEqual({ ...first, view: { ...first.view, revision: second.view.revision } })
  expect(console.heard('taken-over')).toEqual([])
})

test('[RT17] joining again from another page: the older page is told', async () => {
  const person = await waitingPatient(clinic)
  const older = await openConsole(clinic.here)
  const newer = await openConsole(clinic.here)
  await join(clinic.here, older, person.visitId)
  await join(clinic.here, newer, person.visitId)
  await older.hear('taken-over')
  // What comes next is for the newer page alone.
  older.forget()
  await act(clinic.here, person.visitId, 'hold')
  await newer.hear('consultation', ({ view }) => view.status === 'on-hold')
  expect(older.heard('consultation')).toEqual([])
})

test('[V2] nobody can join a visit that has ended', async () => {
  const person = await patient(server, clinic.area)
  await person.call('POST', '/api/patient/visit/leave', {})
  const reply = await act(clinic.here, person.visitId, 'join', pages())
  expect([reply.status, reply.code]).toEqual([409, 'visit/already-ended'])
})
