import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InvitationView } from '#contract/appointment'
import { bookAppointment, openedOn } from '../../../test/appointments.ts'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { sms: openMailbox(), email: openMailbox() } })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const FAMILY = { lastName: 'Okoro', phone: '07700 900777', email: '' }
/** What a phone that has opened this link is shown. */
const shown = async (phone: Awaited<ReturnType<typeof openedOn>>, secret: string) =>
  (await phone.call<InvitationView>('POST', '/api/open/invitation', { secret })).body
const keyOf = async (id: string) =>
  (await server.sql<{ key: string }>('select patient_key as key from appointments where id = $1', [id]))[0]?.key
const sentTo = async (id: string) =>
  (await server.sql<{ to: string }>('select recipient as to from notifications where appointment_id = $1', [id])).map(
    ({ to }) => to,
  )

test('[AP24] twins with one birth date and one family phone have a link and an appointment each', async () => {
  const [ada, ben] = [
    await bookAppointment(clinic, 10, { ...FAMILY, firstName: 'Ada' }),
    await bookAppointment(clinic, 10, { ...FAMILY, firstName: 'Ben' }),
  ]
  expect(ada.secret).not.toBe(ben.secret)
  expect(await keyOf(ada.appointment.id)).not.toBe(await keyOf(ben.appointment.id))
  expect([await sentTo(ada.appointment.id), await sentTo(ben.appointment.id)]).toEqual([
    ['+447700900777'],
    ['+447700900777'],
  ])
  // Both links are opened on the phone that they share.
  const phone = await openedOn(clinic, ada.secret)
  await phone.call('POST', '/api/open/invitation', { secret: ben.secret, dateOfBirth: '3 3 1948' })
  expect((await shown(phone, ada.secret)).firstName).toBe('Ada')
  expect((await shown(phone, ben.secret)).firstName).toBe('Ben')
})

test('[AP24] a number that another patient has is no fault, and says nothing of them', async () => {
  await bookAppointment(clinic, 60, { ...FAMILY, firstName: 'Chidi', dateOfBirth: '1980-01-31' })
  const other = await bookAppointment(clinic, 60, { phone: FAMILY.phone, firstName: 'Dee', dateOfBirth: '1955-05-05' })
  expect(JSON.stringify(other.appointment)).not.toMatch(/Chidi|Okoro/)
  const phone = await openedOn(clinic, other.secret, '5 5 1955')
  expect(JSON.stringify(await shown(phone, other.secret))).not.toMatch(/Chidi|Okoro|1980/)
})

test.each(['Suharto', 'ཚེ་རིང', 'ณเดชน์', '小明', 'عائشة', 'Nǁng', 'Zoë'])(
  '[AP2] [AP24] one name alone, %s, is a whole name',
  async (firstName) => {
    const one = await bookAppointment(clinic, 10, { ...FAMILY, firstName, lastName: '' })
    expect(one.appointment.patient).toMatchObject({ firstName, lastName: '' })
    const phone = await openedOn(clinic, one.secret)
    expect(await shown(phone, one.secret)).toMatchObject({ firstName, lastName: '' })
  },
)
