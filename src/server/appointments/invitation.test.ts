import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentBody, AppointmentSaved, DayView, InvitationView } from '#contract/appointment'
import type { PatientView } from '#contract/visit'
import { type Browser, openBrowser } from '../../../test/browser.ts'
import { act, type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'

const MINUTE = 60_000
const BORN = '3 3 1948'
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

async function booked(minutes = 20, change: Partial<AppointmentBody> = {}) {
  const at = new Date(server.clock.now().getTime() + minutes * MINUTE)
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = text.format(at).split(' ')
  const url = `/api/staff/areas/${clinic.area.id}/appointments`
  const name = `Ellis${randomUUID().slice(0, 6)}`
  const reply = await clinic.here.call<AppointmentSaved>('POST', url, {
    ...{ date, time, minutes: 20, practitionerId: clinic.here.me.personId, planId: 'close-look' },
    ...{ firstName: 'Jean', lastName: name, dateOfBirth: '1948-03-03', phone: '01632 960001', email: 'jean@x.example' },
    ...{ reason: 'Sore knee', ...change },
  })
  const { appointment } = reply.body
  const act = (verb: string, body: unknown = {}) => clinic.here.call('POST', `${url}/${appointment.id}/${verb}`, body)
  const secret = async () =>
    (await clinic.here.call<{ url: string }>('GET', `${url}/${appointment.id}/link`)).body.url.split('/v/')[1] ?? ''
  return { appointment, name, act, secret }
}

/** A phone that keeps cookies. */
async function phone(): Promise<Browser> {
  const browser = openBrowser(server)
  await browser.call('GET', '/api/open/kept')
  return browser
}
const open = (browser: Browser, secret: string, dateOfBirth?: string) =>
  browser.call<InvitationView>('POST', '/api/open/invitation', { secret, ...(dateOfBirth ? { dateOfBirth } : {}) })
const ARRIVAL = { phone: '', consent: true, picture: 'works', sound: 'works', phoneMe: false }
const arrive = (browser: Browser, secret: string) =>
  browser.call<PatientView>('POST', '/api/open/invitation/visit', { secret, ...ARRIVAL })
const pageOf = async (secret: string) => {
  const response = await fetch(`${server.url}/v/${secret}`)
  return { headers: response.headers, text: await response.text() }
}
const statusOf = async (id: string) =>
  (await clinic.here.call<DayView>('GET', '/api/staff/appointments')).body.appointments.find((one) => one.id === id)

describe('[AP6] the page of a link', () => {
  test('says who invites and nothing else; fetching it opens nothing and uses nothing up', async () => {
    const { secret, name, appointment } = await booked()
    const page = await pageOf(await secret())
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).toContain('Harbour Health')
    for (const told of ['Jean', name, '1948', 'knee', 'Knee clinic', 'Priya']) expect(page.text).not.toContain(told)
    expect((await statusOf(appointment.id))?.link).toBe('sent')
    expect((await open(await phone(), await secret(), BORN)).status).toBe(200)
  })

  test('is the same for a link that leads nowhere', async () => {
    const { secret } = await booked()
    expect((await pageOf('n'.repeat(43))).text).toBe((await pageOf(await secret())).text)
  })
})

describe('[AP7] the date of birth', () => {
  test('wrong or the link wrong: the same answer, five times each, then a wait', async () => {
    const { secret } = await booked()
    const browser = await phone()
    for (const tried of [await secret(), 'n'.repeat(43)]) {
      for (let time = 0; time < 5; time++) {
        const { status, body } = await open(browser, tried, '4 3 1948')
        expect({ status, body }).toMatchObject({ status: 403, body: { code: 'invitation/not-opened', detail: {} } })
      }
      expect((await open(browser, tried, BORN)).code).toBe('request/too-many')
    }
    server.clock.advance(15 * MINUTE)
    expect((await open(browser, await secret(), BORN)).status).toBe(200)
  })

  test('right: when, with whom, and their own details; not what it is for', async () => {
    const { secret, name, appointment } = await booked()
    const { body, text } = await open(await phone(), await secret(), BORN)
    expect(body).toMatchObject({ state: 'open', firstName: 'Jean', lastName: name, startsAt: appointment.startsAt })
    expect(body).toMatchObject({ practitionerName: 'Priya Raman', organisationName: 'Harbour Health' })
    expect(text).not.toContain('Sore')
    expect((await statusOf(appointment.id))?.link).toBe('opened')
  })
})

describe('[AP8] the first device that passes', () => {
  test('opens it again without a date; another never does, whatever date it gives', async () => {
    const { secret } = await booked()
    const first = await phone()
    await open(first, await secret(), BORN)
    expect((await open(first, await secret())).status).toBe(200)
    const second = await phone()
    expect((await open(second, await secret())).code).toBe('invitation/not-opened')
    for (const date of [BORN, '4 3 1948'])
      expect((await open(second, await secret(), date)).code).toBe('invitation/other-device')
    expect((await arrive(second, await secret())).code).toBe('invitation/not-opened')
  })

  test('a new link opens on a new device, and the old one says that there is a newer one and nothing else', async () => {
    const { secret, act: change } = await booked()
    const old = await secret()
    await open(await phone(), old, BORN)
    await change('send-link')
    const second = await phone()
    expect((await open(second, old, BORN)).code).toBe('invitation/replaced')
    expect((await pageOf(old)).text).toContain('"replaced":true')
    expect((await open(second, await secret(), BORN)).status).toBe(200)
  })
})

describe('[AP9] [AP10] coming in', () => {
  test('not before its time, and then the visit is there with all that is known', async () => {
    const { secret, name, appointment } = await booked(45)
    const console = await openConsole(clinic.here)
    const browser = await phone()
    expect((await open(browser, await secret(), BORN)).body.state).toBe('early')
    expect((await arrive(browser, await secret())).code).toBe('invitation/too-early')
    server.clock.advance(15 * MINUTE)
    const { body: view, status } = await arrive(browser, await secret())
    expect(status).toBe(200)
    expect(view).toMatchObject({ firstName: 'Jean', phone: '01632 960001', state: { status: 'waiting' } })
    expect(view.plan.id).toBe('close-look')
    const own = await browser.call<PatientView>('GET', '/api/patient/visit')
    expect(own.body.visitId).toBe(view.visitId)
    const { news } = await console.hear('queue', (heard) => heard.news.visits.some(({ id }) => id === view.visitId))
    expect(news.visits[0]).toMatchObject({ lastName: name, appointmentAt: appointment.startsAt })
    expect((await statusOf(appointment.id))?.status).toBe('arrived')
  })

  test('pressed twice, it is one visit, and the device finds back to it', async () => {
    const { secret } = await booked()
    const browser = await phone()
    await open(browser, await secret(), BORN)
    const [first, second] = [await arrive(browser, await secret()), await arrive(browser, await secret())]
    expect(second.body.visitId).toBe(first.body.visitId)
    expect((await browser.call('GET', '/api/patient/visit')).status).toBe(200)
    expect((await open(browser, await secret())).body).toMatchObject({ state: 'arrived', visitId: first.body.visitId })
  })

  test('two at once make one visit', async () => {
    const { secret, name } = await booked()
    const browser = await phone()
    await open(browser, await secret(), BORN)
    await Promise.all([arrive(browser, await secret()), arrive(browser, await secret())])
    expect(await server.sql('select 1 from visit_details where last_name = $1', [name])).toHaveLength(1)
  })

  test('cancelled, it says so and lets nobody in; once the visit has ended the link is over', async () => {
    const cancelled = await booked()
    const browser = await phone()
    await cancelled.act('cancel', { by: 'clinic', reason: 'Ill' })
    expect((await open(browser, await cancelled.secret(), BORN)).body.state).toBe('cancelled')
    expect((await arrive(browser, await cancelled.secret())).code).toBe('invitation/over')
    const seen = await booked()
    await open(browser, await seen.secret(), BORN)
    const { visitId } = (await arrive(browser, await seen.secret())).body
    await act(clinic.here, visitId, 'join', { pageId: 'p'.repeat(22), callId: null })
    await act(clinic.here, visitId, 'end')
    expect((await open(browser, await seen.secret())).body.state).toBe('over')
    expect((await arrive(browser, await seen.secret())).code).toBe('visit/already-ended')
    expect((await statusOf(seen.appointment.id))?.status).toBe('seen')
  })
})

test('[AP12] an hour after the visit, and a day after an appointment to which nobody came, nothing says who it was', async () => {
  const [came, missed] = [await booked(), await booked(20, { email: 'planted@x.example' })]
  const browser = await phone()
  const link = await came.secret()
  await open(browser, link, BORN)
  const { visitId } = (await arrive(browser, link)).body
  await act(clinic.here, visitId, 'remove')
  await openNotifications(server.served().deps).sendDue()
  const named = async (name: string) =>
    (await server.sql('select 1 from appointment_details where last_name = $1', [name])).length
  server.clock.advance(61 * MINUTE)
  await deleteWhatIsDue(server)
  expect([await named(came.name), await named(missed.name)]).toEqual([0, 1])
  expect((await open(browser, link)).code).toBe('invitation/not-opened')
  server.clock.advance(24 * 60 * MINUTE)
  await deleteWhatIsDue(server)
  expect(await named(missed.name)).toBe(0)
  expect(await server.sql(`select 1 from notifications where recipient = 'planted@x.example'`)).toEqual([])
  // The sample clinic's are still to come.
  const over = new Date(server.clock.now().getTime() - 24 * 60 * MINUTE)
  const kept = 'select 1 from appointment_links l join appointments a on a.id = l.appointment_id'
  expect(await server.sql(`${kept} where l.secret is not null and a.starts_at < $1`, [over])).toEqual([])
})
