import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DayView } from '#contract/appointment'
import type {
  ClinicListAdded,
  ClinicListBody,
  ClinicListCheck,
  ClinicListsView,
  ClinicListUndone,
} from '#contract/clinic-list'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, inNewArea, openClinic } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'

const mail = openMailbox()
let server: TestServer
let whole: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { email: mail } })
  whole = await openClinic(server)
})
afterAll(() => server.close())

type Row = ClinicListBody['rows'][number]

const DAY = '2027-07-05'
const row = (line: number, change: Partial<Row> = {}): Row => ({
  ...{ line, date: DAY, time: `09:${String(line % 60).padStart(2, '0')}`, minutes: 20, practitionerId: null },
  ...{ firstName: 'Jean', lastName: `Ellis-${randomUUID().slice(0, 6)}`, dateOfBirth: '1948-03-03', phone: '' },
  ...{ email: 'jean@example.org', reason: '', planId: null },
  ...change,
})

/** A waiting area of its own, and what one does with lists there. */
async function desk() {
  const clinic = await inNewArea(whole)
  const url = `/api/staff/areas/${clinic.area.id}/clinic-lists`
  const { here } = clinic
  return {
    clinic,
    add: (rows: Row[], sends = true) => here.call<ClinicListAdded>('POST', url, { rows, sends }),
    check: (rows: Row[]) => here.call<ClinicListCheck>('POST', `${url}/check`, { rows, sends: false }),
    undo: (id: string | null) => here.call<ClinicListUndone>('POST', `${url}/${id}/undo`, {}),
    recent: async () => (await here.call<ClinicListsView>('GET', url)).body.lists,
    async day() {
      const { body } = await here.call<DayView>('GET', `/api/staff/appointments?date=${DAY}`)
      return body.appointments.filter(({ areaId }) => areaId === clinic.area.id)
    },
  }
}

const send = () => openNotifications(server.served().deps).sendDue()

describe('[CI6] a list is added whole', () => {
  test('each row is an appointment with its link', async () => {
    const { add, day, clinic } = await desk()
    const practitionerId = clinic.here.me.personId
    const added = await add([row(2, { practitionerId }), row(3, { reason: 'Knee' })])
    expect(added.body).toMatchObject({ made: 2, there: 0 })
    expect(await day()).toMatchObject([
      { time: '09:02', link: 'sent', practitioner: { id: practitionerId } },
      { time: '09:03', link: 'sent', patient: { reason: 'Knee' } },
    ])
  })

  test.each([
    [{ dateOfBirth: '1948-02-30' }, 'arrival/birth-date-not-valid'],
    [{ date: '2027-02-30' }, 'appointment/not-valid'],
    [{ practitionerId: randomUUID() }, 'appointment/not-valid'],
    [{ email: '' }, 'appointment/not-valid'],
    [{ planId: 'knee-plan-of-nobody' as Row['planId'] }, 'plan/not-found'],
  ])('or not at all, and the line is named: %j', async (change, code) => {
    const { add, day, recent } = await desk()
    const refused = await add([row(2), row(3), row(4, change)])
    expect(refused).toMatchObject({ code: 'clinic-list/row-refused', body: { detail: { line: 4, code } } })
    expect(await day()).toEqual([])
    expect(await recent()).toEqual([])
  })

  test('nobody is written to where that is not wanted, and the link is there to be sent later', async () => {
    const { add, day, clinic } = await desk()
    await add([row(2)], false)
    const [one] = await day()
    expect(one).toMatchObject({ link: 'none', message: null })
    const link = `/api/staff/areas/${clinic.area.id}/appointments/${one?.id}/link`
    expect((await clinic.here.call<{ url: string }>('GET', link)).body.url).toContain('/v/')
  })
})

describe('[CI7] the same patient at the same time is made once', () => {
  test('however often the list is added, written a little differently', async () => {
    const { add, check, day } = await desk()
    const rows = [row(2, { firstName: 'Siân', lastName: "O'Brien" }), row(3)]
    await add(rows)
    const again = rows.map((one) => ({ ...one, lastName: one.lastName.toUpperCase(), email: 'other@example.org' }))
    expect((await check([...again, row(4)])).body).toEqual({ there: [2, 3] })
    expect((await add(again)).body).toEqual({ id: null, made: 0, there: 2 })
    expect((await add([...again, row(4)])).body).toMatchObject({ made: 1, there: 2 })
    expect(await day()).toHaveLength(3)
  })

  test('by two people in one moment, and twice in one list', async () => {
    const { add, day } = await desk()
    const rows = [row(2), row(3)]
    const twice = rows.map((one) => ({ ...one, line: one.line + 10 }))
    const [one, two] = await Promise.all([add([...rows, ...twice]), add(rows)])
    expect([one.body.made, two.body.made].sort()).toEqual([0, 2])
    expect(await day()).toHaveLength(2)
  })

  test('a twin of another first name, another time or another birth date is somebody else', async () => {
    const { add, day } = await desk()
    const jean = row(2, { lastName: 'Ellis' })
    await add([
      jean,
      { ...jean, firstName: 'Joan' },
      { ...jean, time: '11:00' },
      { ...jean, dateOfBirth: '1950-03-03' },
    ])
    expect(await day()).toHaveLength(4)
  })
})

describe('[CI8] undone', () => {
  test('before anybody was told: nothing of it is left, nobody is written to, and it can be added again', async () => {
    const { add, undo, day, recent } = await desk()
    const email = `${randomUUID()}@example.org`
    const rows = [row(2, { email }), row(3, { email })]
    const { id } = (await add(rows)).body
    expect((await recent())[0]).toMatchObject({ id, booked: 2, undoneAt: null })
    expect((await undo(id)).body).toEqual({ gone: 2, cancelled: 0, kept: 0 })
    await send()
    expect(mail.arrived.filter(({ to }) => to === email)).toEqual([])
    expect(await day()).toEqual([])
    expect((await recent())[0]).toMatchObject({ id, booked: 0, undoneAt: expect.any(Number) })
    expect((await add(rows)).body.made).toBe(2)
    expect(await day()).toHaveLength(2)
  })

  test('whoever was told is told; who was moved or has cancelled stays as they are', async () => {
    const { add, undo, day, clinic } = await desk()
    const email = `${randomUUID()}@example.org`
    const { id } = (await add([row(2, { email }), row(3), row(4)])).body
    const [, second, third] = await day()
    const at = `/api/staff/areas/${clinic.area.id}/appointments`
    await clinic.here.call('POST', `${at}/${second?.id}/move`, { ...row(30), date: DAY, time: '15:00' })
    await clinic.here.call('POST', `${at}/${third?.id}/cancel`, { by: 'patient', reason: 'Away' })
    await send()
    expect((await undo(id)).body).toEqual({ gone: 0, cancelled: 1, kept: 2 })
    expect(await day()).toMatchObject([
      { time: '09:02', status: 'cancelled', cancelledBy: 'clinic' },
      { status: 'cancelled', cancelledBy: 'patient' },
      { time: '15:00', status: 'booked' },
    ])
    await send()
    const subjects = mail.arrived.filter(({ to }) => to === email).map(({ subject }) => subject)
    expect(subjects).toEqual([/your video appointment$/, /cancelled$/].map((ends) => expect.stringMatching(ends)))
  })

  test('twice is once, and of another waiting area it is not there', async () => {
    const [mine, other] = [await desk(), await desk()]
    const { id } = (await mine.add([row(2)])).body
    expect((await other.undo(id)).code).toBe('clinic-list/not-found')
    await mine.undo(id)
    expect((await mine.undo(id)).code).toBe('clinic-list/not-found')
  })
})
