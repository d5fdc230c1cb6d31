import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentBody, AppointmentSaved, DayView } from '#contract/appointment'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, inNewArea, openClinic, openConsole } from '../../../test/clinic.ts'
import { APPOINTMENT } from '../../../test/scenarios.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'
import { isLandline, mobileOf } from '../platform/phone-numbers.ts'
import { openPatientMessages } from './messages.ts'

const [email, sms] = [openMailbox(), openMailbox()]
let server: TestServer
let whole: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { email, sms } })
  whole = await openClinic(server)
})
afterAll(() => server.close())

const BOTH = { phone: '07700 900123', email: 'jean@example.org' }
const LATER = { date: '2026-06-09', time: '11:45', minutes: 20, practitionerId: null }
const book = async (clinic: Clinic, change: Partial<AppointmentBody> = {}) => {
  const at = `/api/staff/areas/${clinic.area.id}/appointments`
  const body = { ...APPOINTMENT, ...LATER, date: '2026-06-08', ...BOTH, ...change }
  const { appointment } = (await clinic.here.call<AppointmentSaved>('POST', at, body)).body
  const act = async (verb: string, sent: object = {}) =>
    (await clinic.here.call<AppointmentSaved>('POST', `${at}/${appointment.id}/${verb}`, sent)).body.appointment
  const now = async () => {
    const { body: day } = await clinic.here.call<DayView>('GET', `/api/staff/appointments?date=${appointment.date}`)
    return day.appointments.find(({ id }) => id === appointment.id)
  }
  return { appointment, act, now }
}
/** Sends all that is due; the server's own timer may have some of it in hand. */
async function send(): Promise<void> {
  const { deps } = server.served()
  const messages = openPatientMessages(deps)
  await openNotifications(deps, async ({ appointmentId, ...row }) => {
    if (appointmentId) await messages.undelivered({ ...row, appointmentId })
  }).sendDue()
  const due = "select 1 from notifications where state = 'sending' or (state = 'queued' and next_try_at <= $1)"
  await expect.poll(() => server.sql(due, [server.clock.now()]), { timeout: 30_000 }).toEqual([])
}

test('[AP14] a number is read by the plan of its country, and a landline is told from a mobile', () => {
  expect(mobileOf('07700 900123')).toBe('+447700900123')
  expect(mobileOf('+33 6 12 34 56 78')).toBe('+33612345678')
  for (const none of ['', '12345', '0161 496 0000', '07700 900123 ext 4']) expect(mobileOf(none), none).toBeNull()
  expect([isLandline('0161 496 0000'), isLandline('07700 900123'), isLandline('')]).toEqual([true, false, false])
})

test('[AP14] booked, moved, cancelled: a text each time, with a link while it opens something', async () => {
  const one = await book(whole)
  await send()
  expect(sms.arrived.at(-1)).toMatchObject({ to: '+447700900123', subject: '' })
  expect(sms.arrived.at(-1)?.text).toMatch(/Monday 8 June at 11:45\.\s.*\/v\/[\w-]{43}/)
  expect(sms.arrived.at(-1)?.text).not.toMatch(/Jean|Ellis|knee/i)
  expect((await one.now())?.message).toMatchObject({ kind: 'invitation', channel: 'sms', state: 'sent' })
  await one.act('move', LATER)
  await send()
  expect(sms.arrived.at(-1)?.text).toMatch(/new time: Tuesday 9 June at 11:45\.\s.*\/v\//)
  const before = sms.arrived.length
  // Nothing of it is another time.
  await one.act('move', { ...LATER, minutes: 40 })
  await one.act('cancel', { by: 'clinic', reason: 'Ill' })
  await send()
  const [last, ...more] = sms.arrived.slice(before)
  expect([last?.text.includes('is cancelled'), last?.text.includes('/v/'), more]).toEqual([true, false, []])
  expect(email.arrived).toEqual([])
})

test('[AP14] a landline gets no text; what was on its way and is not true any more does not go', async () => {
  const { appointment } = await book(whole, { phone: '0161 496 0000' })
  expect(appointment).toMatchObject({ landline: true, message: { channel: 'email' } })
  const [texts, before] = [sms.arrived.length, email.arrived.length]
  const one = await book(whole, { email: 'kim@example.org', phone: '' })
  const changed = await server.sql(
    "update notifications set next_try_at = '2099-01-01' where state = 'queued' returning 1",
  )
  expect(changed.length).toBeGreaterThan(0)
  await one.act('cancel', { by: 'patient', reason: 'Away' })
  await server.sql('update notifications set next_try_at = $1 where next_try_at > $1', [server.clock.now()])
  await send()
  const toKim = email.arrived.slice(before).filter(({ to }) => to === 'kim@example.org')
  expect([toKim.length, toKim[0]?.text.includes('is cancelled'), sms.arrived.length]).toEqual([1, true, texts])
})

test('[AP15] in the night of the area a message waits for the morning there', async () => {
  const clinic = await inNewArea(whole)
  await server.sql(`update areas set own = own || '{"timeZone": "Pacific/Auckland"}' where id = $1`, [clinic.area.id])
  const { appointment } = await book(clinic)
  const [row] = await server.sql<{ at: string; waits: boolean }>(
    `select to_char(next_try_at at time zone 'Pacific/Auckland', 'HH24:MI') as at, next_try_at > $2 as waits
     from notifications where appointment_id = $1`,
    [appointment.id, server.clock.now()],
  )
  expect(row).toEqual({ at: '08:00', waits: true })
  expect(appointment.message?.waitsUntil).not.toBeNull()
})

test('[AP16] a text that is not delivered goes as an e-mail, and after that somebody phones', async () => {
  const clinic = await inNewArea(whole)
  const console = await openConsole(clinic.here)
  const failed = { kind: 'failed', fault: 'no such number', lasting: true } as const
  sms.next(failed)
  email.next(failed)
  const one = await book(clinic, { date: '2026-06-01', time: '16:00' })
  await send()
  await send()
  expect((await one.now())?.message).toMatchObject({ channel: 'email', state: 'failed' })
  const heard = await console.hear('area', ({ view }) => view.expected?.some(({ toPhone }) => toPhone) === true)
  expect(heard.view.expected).toMatchObject([{ appointmentId: one.appointment.id, toPhone: true }])
  server.clock.advance(1000)
  sms.next(failed)
  await one.act('send-link')
  await send()
  await send()
  expect(email.arrived.at(-1)?.to).toBe('jean@example.org')
  expect((await one.now())?.message).toMatchObject({ channel: 'email', state: 'sent' })
})
