import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentSaved, WeekView } from '#contract/appointment'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

async function book(date: string, time: string): Promise<string> {
  const { here, area } = clinic
  const reply = await here.call<AppointmentSaved>('POST', `/api/staff/areas/${area.id}/appointments`, {
    ...{ date, time, minutes: 20, practitionerId: null, planId: null, reason: '', email: '' },
    ...{ firstName: 'Jean', lastName: 'Ellis', dateOfBirth: '3/3/1948', phone: '07700 900456' },
  })
  expect(reply.status).toBe(200)
  return reply.body.appointment.id
}

const week = (date?: string, person = clinic.here) =>
  person.call<WeekView>('GET', `/api/staff/appointments/week${date ? `?date=${date}` : ''}`)

test('[AP26] a week has what stands from its Monday to its Sunday, by the clock on the wall, for who sees that queue', async () => {
  await book('2027-03-21', '23:59')
  // The clocks of London change on the 28th, at one.
  const inside = [
    await book('2027-03-22', '00:00'),
    await book('2027-03-26', '10:00'),
    await book('2027-03-28', '23:30'),
  ]
  await book('2027-03-29', '00:00')
  for (const date of ['2027-03-22', '2027-03-25', '2027-03-28']) {
    const { body } = await week(date)
    expect(body.from).toBe('2027-03-22')
    expect(body.appointments.map(({ id }) => id)).toEqual(inside)
  }
  expect((await week('2027-03-22', clinic.elsewhere)).body.appointments).toEqual([])
})

test('[AP26] without a date it is this week, and a day that does not exist is refused', async () => {
  const { body } = await week()
  expect(body.today >= body.from).toBe(true)
  expect(new Date(`${body.from}T00:00:00Z`).getUTCDay()).toBe(1)
  expect(await week('2027-02-30')).toMatchObject({ code: 'appointment/not-valid', body: { detail: { field: 'date' } } })
})
