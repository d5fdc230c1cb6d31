import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentBody, AppointmentSaved, DayView } from '#contract/appointment'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, inNewArea, openClinic, openConsole } from '../../../test/clinic.ts'
import type { StaffPerson } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'

const MINUTE = 60_000
const mail = openMailbox()
let server: TestServer
let whole: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { email: mail } })
  whole = await openClinic(server)
})
afterAll(() => server.close())

/** So many minutes from now, by the clock in London. */
function wall(minutes: number): { date: string; time: string } {
  const at = new Date(server.clock.now().getTime() + minutes * MINUTE)
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = text.format(at).split(' ')
  return { date, time }
}

const body = (change: Partial<AppointmentBody> = {}): AppointmentBody => ({
  ...wall(60),
  ...{ firstName: 'Jean', lastName: `Ellis-${randomUUID().slice(0, 6)}`, dateOfBirth: '3/3/1948', phone: '' },
  ...{ email: 'jean@example.org', reason: 'Sore knee', minutes: 20, practitionerId: null, planId: null },
  ...change,
})

const at = (areaId: string) => `/api/staff/areas/${areaId}/appointments`
const book = (person: StaffPerson, areaId: string, change: Partial<AppointmentBody> = {}) =>
  person.call<AppointmentSaved>('POST', at(areaId), body(change))
const day = async (person: StaffPerson, date?: string) =>
  (await person.call<DayView>('GET', `/api/staff/appointments${date ? `?date=${date}` : ''}`)).body

describe('[AP1] [AP2] an appointment that staff make', () => {
  test('stands in the list of its day, at its time on the wall, for who sees that queue and nobody else', async () => {
    const clinic = await inNewArea(whole)
    const { appointment } = (await book(clinic.here, clinic.area.id, { date: '2027-07-05', time: '10:30' })).body
    expect(appointment).toMatchObject({ date: '2027-07-05', time: '10:30', timeZone: 'Europe/London' })
    expect(appointment.startsAt).toBe(Date.parse('2027-07-05T09:30:00Z'))
    expect(appointment.patient).toMatchObject({ firstName: 'Jean', dateOfBirth: '1948-03-03', reason: 'Sore knee' })
    const ids = async (person: StaffPerson, date: string) => (await day(person, date)).appointments.map(({ id }) => id)
    expect(await ids(clinic.colleague, '2027-07-05')).toContain(appointment.id)
    expect(await ids(clinic.here, '2027-07-06')).toEqual([])
    expect(await ids(clinic.elsewhere, '2027-07-05')).toEqual([])
  })

  test('a practitioner is one of that waiting area', async () => {
    const { here, elsewhere, area } = whole
    expect((await book(here, area.id, { practitionerId: here.me.personId })).status).toBe(200)
    const refused = await book(here, area.id, { practitionerId: elsewhere.me.personId })
    expect(refused).toMatchObject({ code: 'appointment/not-valid', body: { detail: { field: 'practitioner' } } })
  })

  test('[AP4] two at once of one practitioner warn, and both stand', async () => {
    const practitionerId = whole.colleague.me.personId
    const when = { ...wall(600), practitionerId, minutes: 30 }
    expect((await book(whole.here, whole.area.id, when)).body.clash).toBe(false)
    expect((await book(whole.here, whole.area.id, { ...when, ...wall(620) })).body.clash).toBe(true)
    expect((await book(whole.here, whole.area.id, { ...when, ...wall(630) })).body.clash).toBe(true)
    expect((await book(whole.here, whole.area.id, { ...when, ...wall(680) })).body.clash).toBe(false)
    expect((await book(whole.here, whole.area.id, { ...when, practitionerId: null })).body.clash).toBe(false)
  })
})

describe('[AP3] what becomes of it', () => {
  const act = (id: string, verb: string, sent: unknown = {}) =>
    whole.here.call<AppointmentSaved>('POST', `${at(whole.area.id)}/${id}/${verb}`, sent)

  test('moved, it says from where; cancelled, by whom and why; then nothing changes it', async () => {
    const { appointment } = (await book(whole.here, whole.area.id)).body
    const later = { ...wall(24 * 60), minutes: 45, practitionerId: whole.here.me.personId }
    const moved = (await act(appointment.id, 'move', later)).body.appointment
    const { practitionerId, ...when } = later
    expect(moved).toMatchObject({ ...when, practitioner: { id: practitionerId }, movedFrom: appointment.startsAt })
    const cancelled = (await act(appointment.id, 'cancel', { by: 'patient', reason: 'Has a cold' })).body.appointment
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelledBy: 'patient' })
    expect(cancelled.patient?.cancelReason).toBe('Has a cold')
    for (const [verb, sent] of [
      ['move', later],
      ['cancel', { by: 'clinic', reason: 'x' }],
      ['did-not-attend', {}],
      ['send-link', {}],
    ] as const)
      expect((await act(appointment.id, verb, sent)).code, verb).toBe('appointment/not-booked')
  })

  test('of another waiting area it is not there', async () => {
    const { appointment } = (await book(whole.here, whole.area.id)).body
    const reply = await whole.elsewhere.call(
      'POST',
      `${at(whole.elsewhereArea.id)}/${appointment.id}/did-not-attend`,
      {},
    )
    expect(reply.code).toBe('appointment/not-found')
  })
})

describe('[AP5] the e-mail with the link', () => {
  const send = () => openNotifications(server.served().deps).sendDue()

  test('says when and by whom, and neither who it is nor what for', async () => {
    const { appointment } = (await book(whole.here, whole.area.id)).body
    await send()
    const { body: link } = await whole.here.call<{ url: string }>('GET', `${at(whole.area.id)}/${appointment.id}/link`)
    const letter = mail.arrived.find(({ text }) => text.includes(link.url))
    expect(letter).toMatchObject({ to: 'jean@example.org', subject: 'Harbour Health: your video appointment' })
    expect(letter?.text).toContain(appointment.time)
    expect(letter?.text).toMatch(/\/v\/[\w-]{43}\n/)
    const said = `${letter?.subject} ${letter?.text}`
    for (const secret of ['Jean', 'Ellis', '1948', 'knee', 'Knee clinic']) expect(said).not.toContain(secret)
  })

  test('without an address none goes, and the link can be copied', async () => {
    const before = mail.arrived.length
    const { appointment } = (await book(whole.here, whole.area.id, { email: '', phone: '01632 960001' })).body
    await send()
    expect(mail.arrived).toHaveLength(before)
    expect(appointment.link).toBe('none')
    const { body: link } = await whole.here.call<{ url: string }>('GET', `${at(whole.area.id)}/${appointment.id}/link`)
    expect(link.url).toMatch(/\/v\/[\w-]{43}$/)
  })

  test('[AP6] its secret lies nowhere in the database but sealed', async () => {
    const { appointment } = (await book(whole.here, whole.area.id)).body
    const { body: link } = await whole.here.call<{ url: string }>('GET', `${at(whole.area.id)}/${appointment.id}/link`)
    const secret = link.url.split('/v/')[1] ?? ''
    for (const table of ['notifications', 'appointment_links', 'appointments'])
      for (const { row } of await server.sql<{ row: string }>(`select t::text as row from ${table} t`))
        expect(row).not.toContain(secret)
    for (const line of server.logLines) expect(line).not.toContain(secret)
  })
})

test('[AP11] the queue shows who is expected in time order, and hears of each change', async () => {
  const clinic = await inNewArea(whole)
  const console = await openConsole(clinic.here)
  await book(clinic.here, clinic.area.id, { ...wall(90), firstName: 'Second' })
  await book(clinic.here, clinic.area.id, { ...wall(30), firstName: 'First', email: '', phone: '01632 960001' })
  await book(clinic.here, clinic.area.id, { ...wall(48 * 60), firstName: 'Another day' })
  const heard = await console.hear('area', ({ view }) => view.areaId === clinic.area.id && view.expected?.length === 2)
  expect(heard.view.expected).toMatchObject([
    { firstName: 'First', link: 'none', practitionerName: null },
    { firstName: 'Second', link: 'sent' },
  ])
})
