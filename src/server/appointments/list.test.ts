import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentList, AppointmentSaved, AppointmentSearchBody } from '#contract/appointment'
import { type Clinic, inNewArea, openClinic } from '../../../test/clinic.ts'
import type { StaffPerson } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const DAY = 24 * 60 * 60_000
let server: TestServer
let whole: Clinic
beforeAll(async () => {
  server = await startTestServer()
  whole = await openClinic(server)
})
afterAll(() => server.close())

/** So many days from today, by the clock in London. */
const dayFrom = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' }).format(
    server.clock.now().getTime() + days * DAY,
  )

interface Given {
  name: string
  days?: number
  time?: string
  phone?: string
  practitionerId?: string
}

async function book({ here, area }: Clinic, { name, days = 1, time = '10:30', phone = '', practitionerId }: Given) {
  const [firstName = '', ...rest] = name.split(' ')
  const reply = await here.call<AppointmentSaved>('POST', `/api/staff/areas/${area.id}/appointments`, {
    ...{ date: dayFrom(days), time, minutes: 20, practitionerId: practitionerId ?? null, planId: null },
    ...{ firstName, lastName: rest.join(' '), dateOfBirth: '3/3/1948', phone: phone || '07700 900456', email: '' },
    reason: '',
  })
  expect(reply.status).toBe(200)
  return reply.body.appointment
}

const EVERYBODY: AppointmentSearchBody = {
  ...{ text: '', when: 'coming', status: null, areaId: null, practitionerId: null, after: null },
}
const search = async (person: StaffPerson, change: Partial<AppointmentSearchBody> = {}) =>
  (await person.call<AppointmentList>('POST', '/api/staff/appointments/search', { ...EVERYBODY, ...change })).body
const found = async (clinic: Clinic, change: Partial<AppointmentSearchBody> = {}) =>
  (await search(clinic.here, { areaId: clinic.area.id, ...change })).appointments.map(({ patient }) =>
    [patient?.firstName, patient?.lastName].filter(Boolean).join(' '),
  )

test('[AP25] the list has the coming ones by their time, and the past ones from the newest, for who sees that queue', async () => {
  const clinic = await inNewArea(whole)
  await book(clinic, { name: 'Last', days: 40 })
  await book(clinic, { name: 'Next', days: 1, time: '08:00' })
  await book(clinic, { name: 'Later', days: 1, time: '16:00' })
  // What was today stays among the coming ones until the day is over.
  await book(clinic, { name: 'Earliest', days: 0, time: '00:00' })
  await book(clinic, { name: 'Yesterday', days: -1 })
  await book(clinic, { name: 'Before', days: -9 })
  expect(await found(clinic)).toEqual(['Earliest', 'Next', 'Later', 'Last'])
  expect(await found(clinic, { when: 'past' })).toEqual(['Yesterday', 'Before'])
  // Naming the area shows nothing to who does not serve it.
  expect((await search(clinic.elsewhere, { areaId: clinic.area.id })).appointments).toEqual([])
  const theirs = (await search(clinic.elsewhere)).appointments.map(({ areaId }) => areaId)
  expect(theirs).not.toContain(clinic.area.id)
})

test('[AP25] it is searched by beginnings of names and by the last digits of the phone', async () => {
  const clinic = await inNewArea(whole)
  await book(clinic, { name: 'Siân O’Brien', phone: '+44 7700 900123' })
  await book(clinic, { name: 'Jürgen Ellis-Whitcombe', phone: '07700 900 789', time: '11:30' })
  await book(clinic, { name: '李 %', phone: '07700 900555', time: '12:30' })
  for (const [text, name] of [
    ['SIAN', 'Siân O’Brien'],
    ['o’br', 'Siân O’Brien'],
    ['obrien si', 'Siân O’Brien'],
    ['jurg', 'Jürgen Ellis-Whitcombe'],
    ['whit', 'Jürgen Ellis-Whitcombe'],
    ['李', '李 %'],
    ['%', '李 %'],
    ['123', 'Siân O’Brien'],
    ['07700 900123', 'Siân O’Brien'],
    ['+44 7700 900789', 'Jürgen Ellis-Whitcombe'],
  ] as const)
    expect(await found(clinic, { text }), text).toEqual([name])
  for (const text of ['brien', 'hitcombe', '_', '900', "' or true --"])
    expect(await found(clinic, { text })).toEqual([])
})

test('[AP25] it is narrowed by state, waiting area and practitioner', async () => {
  const clinic = await inNewArea(whole)
  const mine = clinic.here.me.personId
  await book(clinic, { name: 'Mine', practitionerId: mine })
  await book(clinic, { name: 'Anyones' })
  const gone = await book(clinic, { name: 'Gone', practitionerId: mine, days: 2 })
  const path = `/api/staff/areas/${clinic.area.id}/appointments/${gone.id}/cancel`
  expect((await clinic.here.call('POST', path, { by: 'patient', reason: 'Has a cold' })).status).toBe(200)
  expect(await found(clinic, { practitionerId: mine })).toEqual(['Mine', 'Gone'])
  expect(await found(clinic, { practitionerId: 'team' })).toEqual(['Anyones'])
  expect(await found(clinic, { status: 'cancelled' })).toEqual(['Gone'])
  expect(await found(clinic, { status: 'booked', practitionerId: mine })).toEqual(['Mine'])
  expect(await found(clinic, { status: 'seen' })).toEqual([])
  const everywhere = (await search(clinic.here)).appointments.map(({ areaId }) => areaId)
  expect(new Set(everywhere).size).toBeGreaterThan(1)
})

test('[AP25] who arrived and was joined is found as seen, and not as arrived', async () => {
  const clinic = await inNewArea(whole)
  const { id } = await book(clinic, { name: 'Seen', days: 0, time: '00:00' })
  const [visit] = await server.sql<{ id: string }>('select id from visits limit 1')
  await server.sql("update appointments set status = 'arrived', visit_id = $2 where id = $1", [id, visit?.id ?? null])
  expect(await found(clinic, { status: 'arrived' })).toEqual(['Seen'])
  expect(await found(clinic, { status: 'seen' })).toEqual([])
})

test('[AP25] pages follow each other without a gap, also where many are at one time', async () => {
  const clinic = await inNewArea(whole)
  for (let count = 0; count < 28; count++) await book(clinic, { name: `Person ${count}`, days: 3 })
  for (const when of ['coming', 'past'] as const) {
    if (when === 'past')
      await server.sql(
        "update appointments set local_start = local_start - interval '9 days', starts_at = starts_at - interval '9 days' where area_id = $1",
        [clinic.area.id],
      )
    const first = await search(clinic.here, { areaId: clinic.area.id, when })
    expect(first.appointments).toHaveLength(25)
    const rest = await search(clinic.here, { areaId: clinic.area.id, when, after: first.next })
    expect(rest).toMatchObject({ next: null })
    const ids = [...first.appointments, ...rest.appointments].map(({ id }) => id)
    expect(new Set(ids).size).toBe(28)
  }
})

test('[AP25] what was typed stands in no log and not in the audit', async () => {
  await search(whole.here, { text: 'Plantedname' })
  expect(server.logLines.join('\n')).not.toContain('Plantedname')
  const rows = await server.sql<{ row: string }>('select audit::text as row from audit')
  expect(rows.map(({ row }) => row).join('\n')).not.toContain('Plantedname')
})
