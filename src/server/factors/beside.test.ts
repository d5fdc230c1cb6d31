// What second factors share with the rest of signing in: browsers that are told apart, locked pages, closed passwords.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import type { SignInList } from '#contract/sign-ins'
import type { Browser } from '../../../test/browser.ts'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { untilSecondStep, withAuthenticator } from '../../../test/factors.ts'
import { addPasskey, enterByPasskey, openPasskey } from '../../../test/passkey.ts'
import { PASSWORD, practitioner, type StaffPerson } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const byApp = (browser: Browser, token: string, code: string) =>
  browser.call<Me>('POST', '/api/open/sign-in/authenticator', { token, code })
const untold = ({ me }: StaffPerson) =>
  server.sql('select 1 from devices where person_id = $1 and untold', [me.personId])
const signInsOf = async (person: Browser) => (await person.call<SignInList>('GET', '/api/staff/sign-ins')).body.signIns

async function withPasskey(name: string) {
  const [person, key] = [await somebody(name), openPasskey(server.served().deps.publicUrl())]
  expect((await addPasskey(person, key)).status).toBe(200)
  return { person, key }
}

test('[SF17] a second step tells of a new browser as a password alone does', async () => {
  const person = await somebody('Steps Elsewhere')
  const app = await withAuthenticator(server, person)
  const { browser, token } = await untilSecondStep(server, person)
  expect([(await untold(person)).length, (await signInsOf(person)).length]).toEqual([0, 1])
  const done = await byApp(browser, token, app.code())
  expect(done.body).toMatchObject({ newDevices: [], openSessions: 2 })
  expect(await untold(person)).toHaveLength(1)
  expect((await signInsOf(person)).map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.1'])
  expect((await person.call<Me>('GET', '/api/staff/me')).body.newDevices).toHaveLength(1)
})

test('[SF17] so does a passkey', async () => {
  const { person, key } = await withPasskey('Keys Elsewhere')
  server.clock.advance(1000)
  expect((await enterByPasskey(openBrowser(server), key)).body).toMatchObject({ openSessions: 2 })
  expect(await untold(person)).toHaveLength(1)
  expect((await person.call<Me>('GET', '/api/staff/me')).body.newDevices).toHaveLength(1)
})

test('[SF17] locked pages go on by a second step in the same browser, or by the password alone', async () => {
  const person = await somebody('Locked Steps')
  const app = await withAuthenticator(server, person)
  const [before] = await signInsOf(person)
  await person.call('POST', '/api/staff/lock', {})
  const half = await person.call<{ detail: { token: string } }>('POST', '/api/open/sign-in', {
    email: person.me.email,
    password: PASSWORD,
  })
  expect(half.code).toBe('access/second-step-needed')
  expect((await person.call('GET', '/api/staff/me')).code).toBe('session/locked')
  expect((await byApp(person, half.body.detail.token, app.code())).status).toBe(200)
  expect(await signInsOf(person)).toMatchObject([{ sessionId: before?.sessionId, locked: false }])
  await person.call('POST', '/api/staff/lock', {})
  expect((await person.call('POST', '/api/staff/unlock', { password: PASSWORD })).status).toBe(200)
})

test('[SF11] locking works before a second factor is set up, and a locked page sets none up', async () => {
  await clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: true })
  const browser = openBrowser(server)
  const { email } = clinic.receptionist.me
  const { body } = await browser.call<Me>('POST', '/api/open/sign-in', { email, password: PASSWORD })
  expect(body.mustEnrol).toBe(true)
  expect((await browser.call('POST', '/api/staff/active', {})).status).toBe(200)
  await browser.call('POST', '/api/staff/lock', {})
  expect((await browser.call('POST', '/api/staff/factors/authenticator', {})).code).toBe('session/locked')
  const unlocked = await browser.call<Me>('POST', '/api/staff/unlock', { password: PASSWORD })
  expect(unlocked.body.mustEnrol).toBe(true)
  // Proving again who one is takes nothing away from a sign-in that could do everything.
  const again = await clinic.receptionist.call<Me>('POST', '/api/open/sign-in', { email, password: PASSWORD })
  expect(again.body.mustEnrol).toBe(false)
  await clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: false })
})

test('[SK6] where passwords are closed, neither a passkey nor a second step that was begun opens anything', async () => {
  const { person, key } = await withPasskey('Keys Closed')
  const stepper = await somebody('Steps Closed')
  const app = await withAuthenticator(server, stepper)
  const half = await untilSecondStep(server, stepper)
  const close = (only: boolean) =>
    server.sql(
      'update organisations set oidc_only = $1 where id = (select organisation_id from people where id = $2)',
      [only, person.me.personId],
    )
  await close(true)
  expect((await enterByPasskey(openBrowser(server), key)).code).toBe('access/provider-only')
  expect((await byApp(half.browser, half.token, app.code())).code).toBe('access/provider-only')
  expect((await person.call('GET', '/api/staff/factors')).body).toMatchObject({ providerOnly: true })
  await close(false)
  expect((await enterByPasskey(openBrowser(server), key)).status).toBe(200)
})
