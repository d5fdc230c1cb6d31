// Photos behind a personal link: sent before the day, seen by the desk, and the visit's once its patient comes.
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayView } from '#contract/appointment'
import type { FileList, FileView } from '#contract/file'
import type { PatientView } from '#contract/visit'
import { bookAppointment, openedOn } from '../../../test/appointments.ts'
import type { Browser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { guest } from '../../../test/people.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openFileService } from './service.ts'

let server: TestServer
let clinic: Clinic
let photo: Uint8Array
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
  const drawn = sharp({ create: { width: 80, height: 40, channels: 3, background: '#aa3322' } })
  photo = await drawn.jpeg().toBuffer()
})
afterAll(() => server.close())

const MINUTE = 60_000
const DAY = 24 * 60
const ARRIVAL = { phone: '', consent: true, picture: 'works', sound: 'works', phoneMe: false }
const BYTES = { 'x-bedside': '1', 'content-type': 'application/octet-stream' }

const send = (who: Browser, secret: string, id = randomUUID()) =>
  who.call<FileView>('POST', `/api/open/invitation/files/${id}`, photo, { ...BYTES, 'x-bedside-link': secret })
const own = async (who: Browser, secret: string) =>
  (await who.call<FileList>('POST', '/api/open/invitation/files', { secret })).body.files
const atTheDesk = async (url: string, who = clinic.here) => who.call<FileList>('GET', `${url}/files`)

async function invited(inMinutes = 3 * DAY) {
  const booking = await bookAppointment(clinic, inMinutes)
  return { ...booking, phone: await openedOn(clinic, booking.secret) }
}

test('[FI10] a photo goes by the link, for the device that opened it alone, and five at most', async () => {
  const { phone, secret } = await invited()
  const id = randomUUID()
  expect((await send(phone, secret, id)).status).toBe(200)
  expect((await send(phone, secret, id)).body.id).toBe(id)
  expect((await own(phone, secret)).map((one) => one.id)).toEqual([id])
  const stranger = guest(server)
  expect((await send(stranger, secret)).code).toBe('invitation/not-opened')
  expect((await send(phone, randomUUID())).code).toBe('invitation/not-opened')
  const other = await invited()
  expect((await send(other.phone, other.secret, id)).code).toBe('request/invalid')
  for (let more = 0; more < 4; more += 1) await send(phone, secret)
  expect((await send(phone, secret)).code).toBe('file/too-many')
})

test('[FI10] nothing is taken for an appointment that was cancelled', async () => {
  const { phone, secret, url } = await invited()
  await clinic.here.call('POST', `${url}/cancel`, { by: 'clinic', reason: 'Closed' })
  expect((await send(phone, secret)).code).toBe('invitation/over')
})

test('[FI11] the desk of that waiting area reads how many on the day, and sees them', async () => {
  const { phone, secret, url, appointment } = await invited(120)
  const { body } = await send(phone, secret)
  const day = (await clinic.here.call<DayView>('GET', `/api/staff/appointments?date=${appointment.date}`)).body
  expect(day.appointments.find(({ id }) => id === appointment.id)?.preparation.photos).toBe(1)
  expect((await atTheDesk(url)).body.files).toEqual([body])
  expect((await atTheDesk(url, clinic.receptionist)).body.files).toEqual([body])
  expect((await atTheDesk(url, clinic.elsewhere)).code).toBe('area/not-found')
  const elsewhere = url.replace(clinic.area.id, clinic.elsewhereArea.id)
  expect((await atTheDesk(elsewhere, clinic.elsewhere)).body.files).toEqual([])
  expect((await clinic.elsewhere.call('GET', `${elsewhere}/files/${body.id}`)).code).toBe('file/not-found')
})

test('[FI11] they are the visit’s from the arrival on', async () => {
  const { phone, secret, url } = await invited(20)
  const { body } = await send(phone, secret)
  const console = await openConsole(clinic.here)
  const arrived = await phone.call<PatientView>('POST', '/api/open/invitation/visit', { secret, ...ARRIVAL })
  await console.hear('queue', ({ news }) =>
    news.visits.some(({ id, photos }) => id === arrived.body.visitId && photos === 1),
  )
  expect(
    (await clinic.here.call<FileList>('GET', `/api/staff/visits/${arrived.body.visitId}/files`)).body.files,
  ).toEqual([body])
  expect((await atTheDesk(url)).body.files).toEqual([])
  expect((await send(phone, secret)).code).toBe('invitation/over')
})

test('[FI12] those of somebody who did not come go a day after the time', async () => {
  const { phone, secret } = await invited(60)
  const { body } = await send(phone, secret)
  const kept = () => server.sql('select 1 from files where id = $1', [body.id])
  server.clock.advance((60 + DAY) * MINUTE - MINUTE)
  await deleteWhatIsDue(server)
  expect(await kept()).toHaveLength(1)
  server.clock.advance(2 * MINUTE)
  await deleteWhatIsDue(server)
  expect(await kept()).toEqual([])
  const { deps } = server.served()
  const { sweep } = openFileService(deps)
  await sweep()
  await sweep()
  expect(await deps.files.get(body.id)).toBeNull()
})
