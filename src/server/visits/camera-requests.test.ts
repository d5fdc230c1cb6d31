import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CameraRequest } from '#contract/consultation'
import {
  act,
  type Clinic,
  join,
  openClinic,
  openConsole,
  patientIn,
  staffIn,
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

const REFUSED = { ok: false, code: 'access/not-allowed' }
const newAsk = (kind: CameraRequest['kind'] = 'back-camera'): CameraRequest => ({ id: randomUUID(), kind })

async function prepared() {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  return { page: person.page, console, callId: ticket.callId, visitId: person.visitId }
}

async function live() {
  const call = await prepared()
  await join(clinic.here, call.console, call.visitId, call.callId)
  return call
}

test('[RT19] what is asked of the camera reaches the patient of the call, the answer who asked, and nobody else', async () => {
  const { page, console, callId, visitId } = await live()
  const other = await live()
  const watching = await openConsole(clinic.colleague)
  const [patient, practitioner] = [patientIn(visitId), staffIn(visitId, clinic.here)]
  const toPatient = { from: practitioner, to: patient }
  const ask = newAsk()
  await console.ask({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask })
  expect(await page.hear('call.camera-request')).toEqual({
    type: 'call.camera-request',
    visitId,
    callId,
    ...toPatient,
    ask,
  })
  await page.ask({
    type: 'call.camera-answer',
    visitId,
    callId,
    to: staffIn(visitId, clinic.here),
    cameraRequestId: ask.id,
    answer: 'refused',
  })
  expect(await console.hear('call.camera-answer')).toEqual({
    type: 'call.camera-answer',
    visitId,
    callId,
    from: patient,
    to: practitioner,
    cameraRequestId: ask.id,
    answer: 'refused',
  })
  // What they would have heard came before the answers to what they say now.
  const others = [other.page, other.console, watching]
  for (const each of others) await each.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })
  expect(others.flatMap((each) => [...each.heard('call.camera-request'), ...each.heard('call.camera-answer')])).toEqual(
    [],
  )
  expect([page.heard('call.camera-answer'), console.heard('call.camera-request')]).toEqual([[], []])
})

test('[RT19] nothing of it is kept', async () => {
  const { page, console, callId, visitId } = await live()
  const rows = () =>
    server.sql('select v::text, c::text from visits v join consultations c on c.visit_id = v.id where v.id = $1', [
      visitId,
    ])
  const before = await rows()
  const ask = newAsk('torch-on')
  await console.ask({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask })
  await page.ask({
    type: 'call.camera-answer',
    visitId,
    callId,
    to: staffIn(visitId, clinic.here),
    cameraRequestId: ask.id,
    answer: 'done',
  })
  await console.hear('call.camera-answer')
  expect(await rows()).toEqual(before)
})

test('[RT20] before the join, and after the end, nothing is asked', async () => {
  const { page, console, callId, visitId } = await prepared()
  expect(
    await console.say({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask: newAsk() }),
  ).toMatchObject(REFUSED)
  await join(clinic.here, console, visitId, callId)
  await act(clinic.here, visitId, 'send-back')
  await console.hear('consultation', ({ view }) => view.status === 'waiting')
  expect(
    await console.say({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask: newAsk() }),
  ).toMatchObject(REFUSED)
  expect(page.heard('call.camera-request')).toEqual([])
})

test('[RT20] the patient asks nothing, the practitioner answers nothing, and nobody else does either', async () => {
  const { page, console, callId, visitId } = await live()
  const answer = {
    type: 'call.camera-answer',
    visitId,
    callId,
    to: staffIn(visitId, clinic.here),
    cameraRequestId: randomUUID(),
    answer: 'done',
  }
  expect(
    await page.say({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask: newAsk() }),
  ).toMatchObject({
    code: 'access/sign-in-needed',
  })
  expect(await console.say(answer)).toMatchObject({ code: 'access/sign-in-needed' })
  const colleague = await openConsole(clinic.colleague)
  expect(
    await colleague.say({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask: newAsk() }),
  ).toMatchObject(REFUSED)
  expect(await (await waitingPatient(clinic)).page.say(answer)).toMatchObject(REFUSED)
  expect([page.heard('call.camera-request'), console.heard('call.camera-answer')]).toEqual([[], []])
})

test('[RT20] a malformed one costs itself and nothing more', async () => {
  const { page, console, callId, visitId } = await live()
  for (const ask of [null, {}, { id: 'x', kind: 'still' }, { id: randomUUID(), kind: 'undress' }])
    expect(
      await console.say({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask }),
    ).toMatchObject({
      ok: false,
      code: 'request/invalid',
    })
  expect(
    await page.say({
      type: 'call.camera-answer',
      visitId,
      callId,
      to: staffIn(visitId, clinic.here),
      cameraRequestId: randomUUID(),
      answer: 'perhaps',
    }),
  ).toMatchObject({
    ok: false,
    code: 'request/invalid',
  })
  const ask = newAsk('still')
  await console.ask({ type: 'call.camera-request', visitId, callId, to: patientIn(visitId), ask })
  expect((await page.hear('call.camera-request')).ask).toEqual(ask)
  expect(page.heard('call.camera-request')).toHaveLength(1)
})
