import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** A consultation that one page of the practitioner holds and another watches. */
async function watched() {
  const person = await waitingPatient(clinic)
  const holding = await openConsole(clinic.here)
  const watching = await openConsole(clinic.here)
  const { visitId } = person
  const { ticket } = await join(clinic.here, holding, visitId)
  await person.page.hear('call.live')
  const { view } = await watching.ask({ type: 'consultation.watch', visitId })
  return { person, holding, watching, visitId, callId: ticket.callId, view }
}

test('[RT34] who watches sees each change, takes nothing over, and can say nothing in the call', async () => {
  const { person, holding, watching, visitId, callId, view } = await watched()
  expect([view.visitId, view.status]).toEqual([visitId, 'being-seen'])
  await act(clinic.here, visitId, 'hold')
  for (const each of [holding, watching]) await each.hear('consultation', (heard) => heard.view.status === 'on-hold')
  await act(clinic.here, visitId, 'messages', { id: randomUUID(), text: 'Back soon.' })
  await watching.hear('message', ({ message }) => message.text === 'Back soon.')
  expect(holding.heard('taken-over')).toEqual([])
  const signal = { type: 'call.signal', visitId, callId, to: patientIn(visitId), payload: { candidate: null } } as const
  expect(await watching.say(signal)).toMatchObject({ code: 'access/not-allowed' })
  await holding.ask(signal)
  await person.page.hear('call.signal')
})

test('[RT33] a new call is offered to the page that holds the consultation, and not to one that watches', async () => {
  const { person, holding, watching, visitId } = await watched()
  person.page.close()
  const { page } = await openPatient(person)
  const { callId } = await page.hear('call.live')
  await holding.hear('call.offered', ({ ticket }) => ticket.callId === callId)
  // What it would have heard came before the answer to this.
  await watching.ask({ type: 'call.release', visitId, callId: randomUUID() })
  expect(watching.heard('call.offered')).toEqual([])
})

test('[RT33] [RT34] who only watches leaves the patient alone: they are put on hold when the page that holds it goes', async () => {
  const { person, holding, watching, visitId } = await watched()
  await holding.ask({ type: 'call.leave', visitId })
  await person.page.hear('visit', ({ view }) => view.state.status === 'on-hold')
  await watching.hear('consultation', ({ view }) => view.status === 'on-hold')
})

test('[RT34] a watching page goes on when another takes over, and hears nothing once it has left', async () => {
  const { holding, watching, visitId } = await watched()
  const third = await openConsole(clinic.here)
  await third.ask({ type: 'call.attach', visitId, callId: null, claim: true })
  await holding.hear('taken-over')
  holding.forget()
  await act(clinic.here, visitId, 'hold')
  await watching.hear('consultation', ({ view }) => view.status === 'on-hold')
  await watching.ask({ type: 'call.leave', visitId })
  watching.forget()
  await act(clinic.here, visitId, 'resume')
  await third.hear('consultation', ({ view }) => view.status === 'being-seen')
  for (const each of [holding, watching]) {
    await each.ask({ type: 'call.release', visitId, callId: randomUUID() })
    expect(each.heard('consultation')).toEqual([])
  }
})

test('[RT34] nobody else may watch, and the next consultation of the visit is not theirs to see', async () => {
  const { watching, visitId } = await watched()
  const colleague = await openConsole(clinic.colleague)
  const watch = { type: 'consultation.watch', visitId } as const
  expect(await colleague.say(watch)).toMatchObject({ ok: false, code: 'visit/not-held-by-you' })
  await act(clinic.here, visitId, 'send-back')
  await watching.hear('consultation', ({ view }) => view.status === 'waiting')
  await join(clinic.colleague, colleague, visitId)
  watching.forget()
  await act(clinic.colleague, visitId, 'hold')
  await colleague.hear('consultation', ({ view }) => view.status === 'on-hold')
  await watching.ask({ type: 'call.release', visitId, callId: randomUUID() })
  expect(watching.heard('consultation')).toEqual([])
  expect(await watching.say(watch)).toMatchObject({ ok: false, code: 'visit/not-held-by-you' })
})
