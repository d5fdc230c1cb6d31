import { expect, test } from 'vitest'
import type { WeekView } from '#contract/appointment'
import { DESK, someAppointment } from '../../../../../test/made-up-appointments.ts'
import { fakeAsk } from '../../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../../net/api.ts'
import { createAppointmentWeek, laidOut } from './appointment-week-model.ts'

const URL = 'GET /api/staff/appointments/week'
const MONDAY = '2027-03-01'
const JANES = someAppointment('a1', '2027-03-01 09:30')
const TEAMS = someAppointment('a2', '2027-03-03 10:00', { practitioner: null, areaId: 'falls' })
const WEEK: WeekView = { ...DESK, from: MONDAY, appointments: [JANES, TEAMS] }
const ALL = { areaId: '', practitionerId: '' }

async function opened(replies: Record<string, unknown> = {}) {
  const server = fakeAsk({ [URL]: WEEK, [`${URL}?date=2027-03-08`]: { ...WEEK, from: '2027-03-08' }, ...replies })
  const model = createAppointmentWeek(server.apiCall, async () => true)
  await model.load()
  const now = () => {
    const state = model.state.get()
    if (state.kind !== 'loaded') throw new Error(state.kind)
    return state
  }
  const shown = () => now().days.flatMap(({ appointments }) => appointments.map(({ id }) => id))
  return { server, model, now, shown }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('[AP26] the weekend is there once it has something or is today, and hours reach to what stands outside a clinic’s day', () => {
  expect(
    laidOut(WEEK, ALL)
      .days.map(({ date }) => date)
      .at(-1),
  ).toBe('2027-03-05')
  expect(laidOut(WEEK, ALL).hours).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
  expect(laidOut({ ...WEEK, today: '2027-03-07' }, ALL).days).toHaveLength(7)
  // Of another week.
  expect(laidOut({ ...WEEK, today: '2027-03-14' }, ALL).days).toHaveLength(5)
  const evening = someAppointment('a3', '2027-03-06 19:30')
  const early = someAppointment('a4', '2027-03-02 06:10')
  const long = laidOut({ ...WEEK, appointments: [early, evening] }, ALL)
  expect([long.days.length, long.hours[0], long.hours.at(-1)]).toEqual([7, 6, 19])
})

test('[AP26] it is narrowed by waiting area and practitioner without being read again', async () => {
  const { server, model, now, shown } = await opened()
  expect(shown()).toEqual(['a1', 'a2'])
  model.choose({ practitionerId: 'team' })
  expect(shown()).toEqual(['a2'])
  model.choose({ practitionerId: 'jane' })
  expect(shown()).toEqual(['a1'])
  model.choose({ areaId: 'falls' })
  expect(now().whose).toEqual({ areaId: 'falls', practitionerId: '' })
  expect(shown()).toEqual(['a2'])
  expect(server.asked).toHaveLength(1)
})

test('[AP26] to the week before, this one and the next; what was narrowed stays so', async () => {
  const { server, model, now } = await opened()
  expect(now().now).toBeNull()
  model.choose({ areaId: 'knee' })
  model.step(1)
  await settled()
  expect(now()).toMatchObject({ view: { from: '2027-03-08' }, whose: { areaId: 'knee' } })
  // Pressed twice before the first answer.
  server.replies[`${URL}?date=2027-03-22`] = { ...WEEK, from: '2027-03-22' }
  model.step(1)
  model.step(1)
  await settled()
  expect(now().view.from).toBe('2027-03-22')
  server.replies[`${URL}?date=${DESK.today}`] = WEEK
  now().now?.()
  await settled()
  expect(now().view.from).toBe(MONDAY)
  server.replies[`${URL}?date=2027-02-22`] = new Refusal('offline')
  model.step(-1)
  await settled()
  expect(model.state.get().kind).toBe('refused')
  server.replies[`${URL}?date=2027-02-22`] = { ...WEEK, from: '2027-02-22' }
  await model.load()
  expect(now().view.from).toBe('2027-02-22')
})

test('[AP26] an empty hour books there, for those who are shown', async () => {
  const { model } = await opened()
  const form = () => {
    const dialog = model.dialog.get()
    return dialog?.kind === 'form' ? dialog.form : null
  }
  model.book('2027-03-04', 9)
  expect(form()).toMatchObject({ date: '2027-03-04', time: '09:00', areaId: 'knee', practitionerId: '' })
  model.choose({ practitionerId: 'owen' })
  model.book('2027-03-05')
  expect(form()).toMatchObject({ date: '2027-03-05', time: '', areaId: 'knee', practitionerId: 'owen' })
  model.choose({ areaId: 'falls' })
  model.choose({ practitionerId: 'team' })
  model.book('2027-03-05', 14)
  expect(form()).toMatchObject({ time: '14:00', areaId: 'falls', practitionerId: '' })
})

test('[AP26] what is booked or moved into another week shows that week', async () => {
  const { server, model, now } = await opened()
  server.replies['POST /api/staff/areas/knee/appointments'] = { appointment: JANES, clash: false }
  model.book('2027-03-08', 9)
  await model.save()
  expect(now().view.from).toBe('2027-03-08')
  expect(model.told.get()?.text).toContain('is booked')
})
