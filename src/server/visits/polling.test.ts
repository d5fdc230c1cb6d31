import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, type Clinic, join, openClinic, patientIn, staffIn } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const polling = { transports: ['polling'] } as const

test('[RT7] where WebSockets are blocked on both sides, the whole journey works by long polling', async () => {
  const console = await clinic.here.socket(polling)
  await console.ask({ type: 'staff.open', pageId: console.pageId })
  const person = await patient(server, clinic.area)
  await console.hear('area', ({ view }) => view.visits.length === 1)
  const page = await person.socket(polling)
  const { view } = await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: true })
  expect(view.state.status).toBe('waiting')

  await act(clinic.here, person.visitId, 'messages', { id: randomUUID(), text: 'Nearly there.' })
  await page.hear('message', (heard) => heard.message.text === 'Nearly there.')

  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  const { callId } = ticket
  expect((await page.hear('call.offered')).ticket.callId).toBe(callId)
  await console.ask({
    type: 'call.signal',
    visitId: person.visitId,
    callId,
    to: patientIn(person.visitId),
    payload: { description: { type: 'offer', sdp: 'v=0' } },
  })
  await page.hear('call.signal')
  await page.ask({
    type: 'call.signal',
    visitId: person.visitId,
    callId,
    to: staffIn(person.visitId, clinic.here),
    payload: { description: { type: 'answer', sdp: 'v=0' } },
  })
  await console.hear('call.signal')

  await join(clinic.here, console, person.visitId, callId)
  expect((await page.hear('call.live')).callId).toBe(callId)
  await page.hear('visit', (heard) => heard.view.state.status === 'being-seen')
  await act(clinic.here, person.visitId, 'hold')
  await page.hear('visit', (heard) => heard.view.state.status === 'on-hold')
  await act(clinic.here, person.visitId, 'resume')
  await act(clinic.here, person.visitId, 'end')
  await page.hear('visit', (heard) => heard.view.state.status === 'ended')
  await console.hear('area', (heard) => heard.view.visits.length === 0)
  expect([page.transport, console.transport]).toEqual(['polling', 'polling'])
})

test('[RT7] a page on long polling that closes is away, too', async () => {
  const console = await clinic.here.socket(polling)
  await console.ask({ type: 'staff.open', pageId: console.pageId })
  const person = await patient(server, clinic.area)
  const page = await person.socket(polling)
  await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: true })
  page.close()
  await console.hear('area', ({ view }) =>
    view.visits.some(({ id, awaySince }) => id === person.visitId && awaySince !== null),
  )
})
