import { expect, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { join, openClinic, openConsole, patientIn, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'

const place = ({ state }: PatientView) => (state.status === 'waiting' ? state.place : null)

test('[RT6] a server that comes back: places are kept, and nobody is shown who is not there', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const first = await waitingPatient(clinic)
  server.clock.advance(1000)
  const second = await waitingPatient(clinic)
  server.clock.advance(1000)
  await server.restart()
  const back = await clinic.here.socket()
  const before = await back.ask({ type: 'staff.open', pageId: back.pageId })
  expect(before.areas[0]?.visits.map(({ id, awaySince }) => [id, awaySince !== null])).toEqual([
    [first.visitId, true],
    [second.visitId, true],
  ])
  const returned = await second.page.ask({
    type: 'patient.open',
    visitId: second.visitId,
    pageId: second.page.pageId,
    claim: false,
  })
  expect([returned.holder, place(returned.view)]).toEqual([true, 2])
  await back.hear('area', ({ view }) => view.visits[1]?.awaySince === null && view.visits[0]?.awaySince !== null)
})

test('[RT6] [RT12] a call outlives the server: both pages come back to the same one', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  await join(clinic.here, console, person.visitId, ticket.callId)
  const { callId } = ticket
  await server.restart()
  person.page.forget()
  const patients = await person.page.ask({
    type: 'patient.open',
    visitId: person.visitId,
    pageId: person.page.pageId,
    claim: false,
    callId,
  })
  expect([patients.holder, patients.liveCallId]).toEqual([true, callId])
  await console.ask({ type: 'staff.open', pageId: console.pageId })
  const attached = await console.ask({ type: 'call.attach', visitId: person.visitId, callId, claim: false })
  expect([attached.holder, attached.ticket.callId, attached.view?.status]).toEqual([true, callId, 'being-seen'])
  await console.ask({
    type: 'call.signal',
    visitId: person.visitId,
    callId,
    to: patientIn(person.visitId),
    payload: { candidate: null },
  })
  await person.page.hear('call.signal')
  expect(person.page.heard('call.offered')).toEqual([])
})
