import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import type { Me } from '#contract/people'
import type { SignInList } from '#contract/sign-ins'
import { type Browser, openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { DEVICE_COOKIE, SESSION_COOKIE } from '../platform/caller.ts'
import { fingerprint } from '../platform/secrets.ts'
import { openSignInService } from './sign-ins-service.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const signInWith = (browser: Browser, email: string) =>
  browser.call<Me>(
    'POST',
    '/api/open/sign-in',
    { email, password: PASSWORD },
    { 'x-bedside': '1', 'user-agent': FIREFOX },
  )
const list = async (person: Pick<Browser, 'call'>) =>
  (await person.call<SignInList>('GET', '/api/staff/sign-ins')).body.signIns

describe('where somebody is signed in', () => {
  test('[DV2] each browser in words, this one first', async () => {
    const person = await somebody('Dora Two')
    const other = openBrowser(server)
    server.clock.advance(1000)
    await signInWith(other, person.me.email)
    expect(await list(person)).toMatchObject([
      { here: true, browser: null, address: '127.0.0.1', locked: false },
      { here: false, browser: 'Firefox', system: 'Windows', since: server.clock.now().getTime() },
    ])
  })

  test('[DV3] one is ended: its pages close, this one stays', async () => {
    const person = await somebody('Dora Ends')
    const other = await signIn(server, person.me.email)
    const page = await openConsole(other)
    const sessionId = (await list(person)).find(({ here }) => !here)?.sessionId
    const reply = await person.call<SignInList>('POST', `/api/staff/sign-ins/${sessionId}/end`, {})
    expect(reply.body.signIns).toHaveLength(1)
    await page.ended()
    expect((await other.call('GET', '/api/staff/me')).status).toBe(401)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
  })

  test('[DV3] all others are ended', async () => {
    const person = await somebody('Dora Alone')
    const others = [await signIn(server, person.me.email), await signIn(server, person.me.email)]
    await person.call('POST', '/api/staff/sign-ins/end-others', {})
    for (const other of others) expect((await other.call('GET', '/api/staff/me')).status).toBe(401)
    expect(await list(person)).toHaveLength(1)
  })

  test('[DV3] nobody ends another person’s', async () => {
    const [person, other] = [await somebody('Dora Mine'), await somebody('Dora Theirs')]
    const [theirs] = await list(other)
    expect((await person.call('POST', `/api/staff/sign-ins/${theirs?.sessionId}/end`, {})).code).toBe(
      'session/not-found',
    )
    expect((await other.call('GET', '/api/staff/me')).status).toBe(200)
  })
})

describe('[DV4] a new browser', () => {
  const lettersTo = async (email: string) => {
    await openSignInService(server.served().deps).tellOfDevices()
    const { body } = await clinic.administrator.call<OutboxView>('GET', '/api/staff/outbox')
    return body.messages.filter(({ to }) => to === email)
  }

  test('is told by letter and at the others, once; the first of all is not', async () => {
    const person = await somebody('Dora New')
    const { email } = person.me
    expect(await lettersTo(email)).toEqual([])
    const other = openBrowser(server)
    server.clock.advance(1000)
    expect((await signInWith(other, email)).body.newDevices).toEqual([])
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.subject).toContain('new device')
    expect(JSON.stringify(letter)).toContain('Firefox on Windows')
    const { newDevices } = (await person.call<Me>('GET', '/api/staff/me')).body
    expect(newDevices).toMatchObject([{ browser: 'Firefox', system: 'Windows', address: '127.0.0.1' }])
    expect((await person.call<Me>('POST', '/api/staff/devices/known', {})).body.newDevices).toEqual([])
    // The same browser again, as a known one.
    await other.call('POST', '/api/staff/sign-out', {})
    server.clock.advance(1000)
    await signInWith(other, email)
    expect(await lettersTo(email)).toHaveLength(1)
    expect((await person.call<Me>('GET', '/api/staff/me')).body.newDevices).toEqual([])
  })

  test('is told at the next sign-in of a browser that was signed out meanwhile', async () => {
    const person = await somebody('Dora Later')
    await person.call('POST', '/api/staff/sign-out', {})
    server.clock.advance(1000)
    await signInWith(openBrowser(server), person.me.email)
    const { body } = await person.call<Me>('POST', '/api/open/sign-in', { email: person.me.email, password: PASSWORD })
    expect(body.newDevices).toMatchObject([{ browser: 'Firefox' }])
  })

  test('of the sample clinic sends nobody a letter', async () => {
    await openSignInService(server.served().deps).tellOfDevices()
    const before = await server.sql('select 1 from notifications')
    const again = clinic.otherAdministrator.me.email
    await server.sql('update devices set untold = true where person_id = (select id from people where email = $1)', [
      again,
    ])
    await openSignInService(server.served().deps).tellOfDevices()
    expect(await server.sql('select 1 from notifications')).toHaveLength(before.length)
  })
})

test('[DV5] the cookie that tells browsers apart opens nothing, and the database holds its fingerprint alone', async () => {
  const person = await somebody('Dora Cookie')
  const device = person.cookie(DEVICE_COOKIE) ?? ''
  expect(device).toMatch(/^[\w-]{43}$/)
  const thief = openBrowser(server)
  thief.setCookie(DEVICE_COOKIE, device)
  thief.setCookie(SESSION_COOKIE, device)
  expect((await thief.call('GET', '/api/staff/me')).status).toBe(401)
  const rows = await server.sql<{ all: string }>('select devices::text as all from devices where person_id = $1', [
    person.me.personId,
  ])
  expect(rows.map(({ all }) => all).join()).toContain(fingerprint(device))
  expect(rows.map(({ all }) => all).join()).not.toContain(device)
})
