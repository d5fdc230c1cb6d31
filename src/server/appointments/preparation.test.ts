import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayView, InvitationView, OwnPreparation, PrepareBody } from '#contract/appointment'
import type { FormList } from '#contract/questionnaire'
import type { PatientView } from '#contract/visit'
import { bookAppointment, openedOn } from '../../../test/appointments.ts'
import type { Browser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { someFindings } from '../../../test/made-up-findings.ts'
import { NO_TALK } from '../../../test/made-up-plan.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const MINUTE = 60_000
const DAY = 24 * 60
const ARRIVAL = { phone: '', consent: true, picture: 'works', sound: 'works', phoneMe: false }
const keep = (phone: Browser, secret: string, change: Omit<PrepareBody, 'secret'>) =>
  phone.call<OwnPreparation>('PUT', '/api/open/invitation/preparation', { secret, ...change })
const lookAt = (phone: Browser, secret: string) =>
  phone.call<InvitationView>('POST', '/api/open/invitation', { secret })

async function invited(inMinutes = 3 * DAY) {
  const booking = await bookAppointment(clinic, inMinutes, { planId: 'walking-and-balance' })
  const phone = await openedOn(clinic, booking.secret)
  const onTheDay = async () => {
    const url = `/api/staff/appointments?date=${booking.appointment.date}`
    const { appointments } = (await clinic.here.call<DayView>('GET', url)).body
    return appointments.find(({ id }) => id === booking.appointment.id)
  }
  return { ...booking, phone, onTheDay }
}

test('[PG1] a link that is opened days before says with whom, in which role, how long and for which plan', async () => {
  const { phone, secret } = await invited()
  const { body } = await lookAt(phone, secret)
  expect(body).toMatchObject({
    ...{ state: 'early', minutes: 20, practitionerName: clinic.here.me.name, practitionerTitle: clinic.here.me.title },
    plan: { id: 'walking-and-balance', view: 'whole-body' },
    preparation: { steps: { read: false, device: false, tell: false }, questions: '', equipment: null },
  })
})

test('[PG2] each step is kept by itself, for the device that opened the link alone, until nobody comes any more', async () => {
  const { phone, secret, url } = await invited()
  expect((await keep(phone, secret, { read: true })).body.steps).toEqual({ read: true, device: false, tell: false })
  const found = someFindings(server.clock.now().getTime())
  const after = await keep(phone, secret, {
    equipment: found,
    questions: ' May I swim?\n',
    talk: { ...NO_TALK, agreed: null },
  })
  expect(after.body.steps).toEqual({ read: true, device: true, tell: false })
  expect((await lookAt(phone, secret)).body.preparation).toMatchObject({
    steps: { read: true, device: true },
    questions: 'May I swim?',
    equipment: { camera: found.camera },
  })
  const stranger = await openedOn(clinic, randomUUID())
  expect((await keep(stranger, secret, { read: true })).code).toBe('invitation/not-opened')
  await clinic.here.call('POST', `${url}/cancel`, { by: 'clinic', reason: 'Closed' })
  expect((await keep(phone, secret, { questions: 'And ride?' })).code).toBe('invitation/over')
})

test('[PG4] staff see it on the page of the day and among those expected; who sees first names alone does not', async () => {
  const { phone, secret, onTheDay, appointment } = await invited(120)
  const [desk, helper] = [await openConsole(clinic.here), await openConsole(clinic.interpreter)]
  await keep(phone, secret, { read: true, equipment: someFindings(server.clock.now().getTime()) })
  const preparation = { steps: { read: true, device: true, tell: false }, planId: 'walking-and-balance' }
  expect(await onTheDay()).toMatchObject({ preparation })
  const expectedBy = async (console: Awaited<ReturnType<typeof openConsole>>) => {
    const { view } = await console.hear('area', (heard) => heard.view.areaId === clinic.area.id)
    return view.expected?.find(({ appointmentId }) => appointmentId === appointment.id)
  }
  expect(await expectedBy(desk)).toMatchObject({ preparation })
  const limited = await expectedBy(helper)
  expect(limited).toMatchObject({ firstName: 'Jean', lastName: '' })
  expect(limited).not.toHaveProperty('preparation')
})

test('[PG5] who said that that is all is done once no form is left open', async () => {
  const { phone, secret, url } = await invited()
  await clinic.here.call('POST', `${url}/forms`, { questionnaireId: 'pain' })
  expect((await keep(phone, secret, { told: true })).body.steps.tell).toBe(false)
  const { forms } = (await phone.call<FormList>('POST', '/api/open/invitation/forms', { secret })).body
  const answers = { pain: [{ option: '3' }] }
  await phone.call('PUT', '/api/open/invitation/forms', { secret, formId: forms[0]?.id, answers, done: true })
  expect((await lookAt(phone, secret)).body.preparation.steps.tell).toBe(true)
})

test('[PG6] what was said about devices, and the questions, come along into the visit', async () => {
  const { phone, secret } = await invited(20)
  const answers = { ...NO_TALK.answers, devices: ['tablet' as const], alone: true }
  await keep(phone, secret, { talk: { answers, agreed: 'tablet' }, questions: 'May I swim?' })
  const { body: view } = await phone.call<PatientView>('POST', '/api/open/invitation/visit', { secret, ...ARRIVAL })
  expect(view.talk).toMatchObject({ answers: { devices: ['tablet'], alone: true }, agreed: { device: 'tablet' } })
  expect(view.messages.map(({ from, text }) => [from, text])).toEqual([['patient', 'May I swim?']])
  const without = await invited(20)
  const other = await without.phone.call<PatientView>('POST', '/api/open/invitation/visit', {
    ...{ secret: without.secret, ...ARRIVAL },
  })
  expect(other.body.messages).toEqual([])
})

test('[PG8] it goes a day after the time of who did not come, and with the details of who came', async () => {
  const word = `plum${randomUUID().slice(0, 6)}`
  const [away, came] = [await invited(60), await invited(20)]
  for (const { phone, secret } of [away, came]) await keep(phone, secret, { questions: word })
  await came.phone.call('POST', '/api/open/invitation/visit', { secret: came.secret, ...ARRIVAL })
  const left = async () => (await server.sql('select 1 from preparations where questions = $1', [word])).length
  await deleteWhatIsDue(server)
  expect(await left()).toBe(2)
  await came.phone.call('POST', '/api/patient/visit/leave', {})
  server.clock.advance(61 * MINUTE)
  await deleteWhatIsDue(server)
  expect(await left()).toBe(1)
  server.clock.advance(25 * 60 * MINUTE)
  await deleteWhatIsDue(server)
  expect(await left()).toBe(0)
})
