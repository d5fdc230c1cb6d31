import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import { ENROLMENT } from '#domain/permission'
import { lastLine, linesSince } from '../audit/written.ts'
import { openBrowser } from '../browser.ts'
import { type Clinic, openClinic, openConsole } from '../clinic.ts'
import { withAuthenticator } from '../factors.ts'
import { PASSWORD, type StaffPerson, signIn, somebody } from '../people.ts'
import { addressOf, begin, type Story } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { ENDPOINT_SCENARIOS } from './endpoints.ts'

let server: TestServer
let clinic: Clinic
let story: Story
let person: StaffPerson
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
  story = await begin(clinic, 'waiting')
  const deputy = await somebody(server, clinic.administrator, 'Dana Deputy', { organisationRole: 'administrator' })
  await clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: true })
  // Once more: whoever was signed in before goes on.
  person = await signIn(server, deputy.me.email)
})
afterAll(() => server.close())

// As an administrator, so that nothing else refuses.
const mine = ENDPOINT_SCENARIOS.filter(({ as, url }) => as === 'administrator' && url.startsWith('/api/staff/'))

describe('[SF11] until a second factor is set up', () => {
  test('every endpoint of the staff is tried', () => {
    const there = server.served().endpoints.filter(({ surface }) => surface === 'staff')
    expect(new Set(mine.map(({ method, url }) => `${method} ${url}`))).toEqual(
      new Set(there.map(({ method, url }) => `${method} ${url}`)),
    )
  })

  test.each(mine.map((scenario) => [`${scenario.method} ${scenario.url}`, scenario] as const))('%s', async (_, one) => {
    const action = server.served().endpoints.find(({ method, url }) => method === one.method && url === one.url)?.action
    const bringBack = person.rememberCookies()
    const before = await lastLine(server)
    const reply = await person.call(one.method, addressOf(one.url, story), one.body?.(story), one.headers)
    if (action && ENROLMENT.includes(action)) {
      expect(reply.code).not.toBe('access/second-factor-needed')
    } else {
      expect([reply.status, reply.code]).toEqual([403, 'access/second-factor-needed'])
      expect((await linesSince(server, before)).at(-1)).toMatchObject({
        action,
        outcome: 'refused',
        code: 'access/second-factor-needed',
      })
    }
    bringBack()
    if (one.endsSignIn) person.setCookie('bedside_session', await newCookie())
  })

  test('nothing but these answers', () => {
    expect(ENROLMENT).toEqual([
      ...['session.read', 'session.end', 'session.lock', 'session.unlock', 'session.prove', 'session.touch'],
      ...['factor.read-own', 'factor.write-own'],
    ])
  })
})

async function newCookie(): Promise<string> {
  return (await signIn(server, person.me.email)).cookie('bedside_session') ?? ''
}

describe('[SF11] who is led through it', () => {
  test('whoever has none, at their next sign-in; whoever is signed in goes on', async () => {
    const { me } = clinic.receptionist
    const page = await openConsole(clinic.receptionist)
    expect((await clinic.receptionist.call<Me>('GET', '/api/staff/me')).body.mustEnrol).toBe(false)
    const again = await signIn(server, me.email)
    expect(again.me.mustEnrol).toBe(true)
    expect((await again.call<Me>('GET', '/api/staff/me')).body.mustEnrol).toBe(true)
    expect((await again.call('GET', '/api/staff/notes')).code).toBe('access/second-factor-needed')
    expect(page.connected).toBe(true)
  })

  test('setting one up opens everything at this sign-in, and ends others that only could set one up', async () => {
    const { me } = clinic.interpreter
    const [here, elsewhere] = [await signIn(server, me.email), await signIn(server, me.email)]
    await withAuthenticator(server, here)
    expect((await here.call<Me>('GET', '/api/staff/me')).body.mustEnrol).toBe(false)
    expect((await here.call('GET', '/api/staff/notes')).status).toBe(200)
    // Whoever knew the password only, and waited for this, has nothing.
    expect((await elsewhere.call('GET', '/api/staff/me')).status).toBe(401)
    expect((await clinic.interpreter.call('GET', '/api/staff/me')).status).toBe(200)
  })

  test('somebody invited, too, by their link', async () => {
    const browser = openBrowser(server)
    const reply = await browser.call<Me>('POST', '/api/open/link/password', {
      token: 'i'.repeat(43),
      password: PASSWORD,
    })
    expect(reply.body).toMatchObject({ name: 'Nils Expected', mustEnrol: true })
    expect((await browser.call('GET', '/api/staff/notes')).code).toBe('access/second-factor-needed')
  })

  test('[SF12] the last one stays while it is required', async () => {
    const here = await signIn(server, clinic.champion.me.email)
    const app = await withAuthenticator(server, here)
    expect((await here.call('POST', '/api/staff/factors/authenticator/remove', {})).code).toBe('factor/last-one')
    expect((await here.call('GET', '/api/staff/factors')).body).toMatchObject({ required: true, recoveryCodesLeft: 10 })
    expect(app.recoveryCodes).toHaveLength(10)
  })

  test('[SF13] administrators see how many have none; nobody is asked any more once it is not required', async () => {
    const url = '/api/staff/settings/second-factor'
    const before = await clinic.administrator.call<{ people: number; without: number }>('GET', url)
    expect(before.body).toMatchObject({ required: true })
    const here = await signIn(server, clinic.colleague.me.email)
    await withAuthenticator(server, here)
    const after = await clinic.administrator.call<{ people: number; without: number }>('GET', url)
    expect(after.body).toEqual({ ...before.body, without: before.body.without - 1 })
    const waiting = await signIn(server, clinic.elsewhere.me.email)
    await clinic.administrator.call('PUT', url, { required: false })
    expect((await waiting.call('GET', '/api/staff/notes')).status).toBe(200)
    expect((await signIn(server, clinic.elsewhere.me.email)).me.mustEnrol).toBe(false)
  })
})
