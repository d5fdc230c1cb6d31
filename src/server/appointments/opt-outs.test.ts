import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentBody, AppointmentSaved, AppointmentView } from '#contract/appointment'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { guest } from '../../../test/people.ts'
import { APPOINTMENT } from '../../../test/scenarios.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'

const SECRET = 'a-secret-of-the-phone-company'
const email = openMailbox()
/** A mailbox that hands over what came in as the webhook does: whoever knows the secret is believed. */
const sms = {
  ...openMailbox(),
  receive: ({ body, header }: { body: Readonly<Record<string, unknown>>; header(name: string): string | undefined }) =>
    header('authorization') === SECRET
      ? [{ kind: 'came-in' as const, from: String(body.source_number), text: String(body.message) }]
      : null,
}
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { email, sms } })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const cameIn = (from: string, message: string, authorization = SECRET) =>
  guest(server).call('POST', '/api/open/carrier/sms', { source_number: from, message }, { authorization })

async function book(change: Partial<AppointmentBody>) {
  const at = `/api/staff/areas/${clinic.area.id}/appointments`
  const body = { ...APPOINTMENT, date: '2026-06-09', time: '11:45', minutes: 20, practitionerId: null, ...change }
  const { appointment } = (await clinic.here.call<AppointmentSaved>('POST', at, body)).body
  const sendLink = async (sent: object = {}) =>
    (await clinic.here.call<AppointmentSaved>('POST', `${at}/${appointment.id}/send-link`, sent)).body.appointment
  return { appointment, sendLink }
}
const told = ({ message, optedOut, link }: AppointmentView) => ({ by: message?.channel ?? null, optedOut, link })
async function send(): Promise<void> {
  await openNotifications(server.served().deps).sendDue()
  const due = "select 1 from notifications where state = 'sending' or (state = 'queued' and next_try_at <= $1)"
  await expect.poll(() => server.sql(due, [server.clock.now()]), { timeout: 30_000 }).toEqual([])
}

test('[CH8] [AP22] STOP keeps texts from that number, for all who share it; START brings them back', async () => {
  const shared = { phone: '07700 900456', email: 'pat@example.org' }
  expect((await cameIn('447700900456', 'STOP', 'another')).code).toBe('access/not-allowed')
  expect(told((await book(shared)).appointment)).toEqual({ by: 'sms', optedOut: [], link: 'sent' })
  expect((await cameIn('447700900456', ' Stop ')).status).toBe(200)
  // Twice is once.
  expect((await cameIn('+447700900456', 'UNSUBSCRIBE')).status).toBe(200)
  const byEmail = { by: 'email', optedOut: ['sms'], link: 'sent' }
  expect(told((await book(shared)).appointment)).toEqual(byEmail)
  // Somebody else of the family, who typed the number in another way.
  expect(told((await book({ ...shared, firstName: 'Kim', phone: '+44 7700 900456' })).appointment)).toEqual(byEmail)
  expect(told((await book({ phone: '07700 900457', email: '' })).appointment)).toMatchObject({
    by: 'sms',
    optedOut: [],
  })
  await cameIn('447700900456', 'Thank you, see you there')
  expect(told((await book(shared)).appointment)).toEqual(byEmail)
  await cameIn('447700900456', 'START')
  expect(told((await book(shared)).appointment)).toMatchObject({ by: 'sms', optedOut: [] })
})

test('[AP22] a person can send a link anyway, and nothing else goes', async () => {
  await cameIn('447700900458', 'STOP')
  const { appointment, sendLink } = await book({ phone: '07700 900458', email: '' })
  const nothing = { by: null, optedOut: ['sms'], link: 'none' }
  expect(told(appointment)).toEqual(nothing)
  expect(told(await sendLink())).toEqual(nothing)
  expect(told(await sendLink({ anyway: true }))).toEqual({ by: 'sms', optedOut: ['sms'], link: 'sent' })
})

test('[CH9] an e-mail has a way out, which is a press: by its page, or in the mail program', async () => {
  const kim = { phone: '', email: 'Kim@example.org' }
  await book(kim)
  await send()
  const got = email.arrived.find(({ to }) => to === 'Kim@example.org')
  const token = /\/stop#([\w-]+)$/.exec(got?.text ?? '')?.[1] ?? ''
  expect(got?.oneClick).toMatch(/^http.*\/api\/open\/opt-out\/one-click\?token=[\w-]+$/)
  expect(got?.text).not.toContain('Kim@')
  const oneClick = new URL(got?.oneClick ?? '')
  const press = (wish: string, given = token) => guest(server).call('POST', '/api/open/opt-out', { token: given, wish })
  const by = async () => told((await book({ ...kim, email: 'kim@EXAMPLE.org' })).appointment).optedOut

  // A scanner fetches both.
  for (const path of ['/stop', oneClick.pathname + oneClick.search]) await guest(server).call('GET', path)
  expect(await by()).toEqual([])
  expect((await press('stop')).status).toBe(200)
  expect(await by()).toEqual(['email'])
  expect((await press('start')).status).toBe(200)
  expect(await by()).toEqual([])
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const posted = await guest(server).call(
    'POST',
    oneClick.pathname + oneClick.search,
    'List-Unsubscribe=One-Click',
    form,
  )
  expect([posted.status, await by()]).toEqual([200, ['email']])

  // Neither made up, nor anything else that we have sealed.
  const other = server.served().deps.seal.close('http://localhost:3000/v/x')
  for (const wrong of ['x', `${token.slice(0, -2)}AA`, other, createHmac('sha256', 'x').digest('base64url')])
    expect((await press('stop', wrong)).code, wrong).toBe('request/not-found')
})

test('[CH11] no address is kept of who opted out', async () => {
  await cameIn('447700900459', 'STOP')
  const rows = await server.sql<{ row: string }>('select row_to_json(o)::text as row from opt_outs o')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/7700900|example\.org/i)
})
