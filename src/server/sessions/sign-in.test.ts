import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openSignInPages } from './pages.ts'

const MINUTE = 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const attempt = (email: string, password: string) =>
  openBrowser(server).call<Me>('POST', '/api/open/sign-in', { email, password })

describe('signing in', () => {
  test('[SI1] the right password opens a sign-in by a cookie that scripts cannot read', async () => {
    const reply = await attempt(clinic.here.me.email, PASSWORD)
    expect(reply.body).toMatchObject({
      name: 'Priya Raman',
      role: 'practitioner',
      roles: ['practitioner'],
      organisationName: 'Harbour Health',
      sample: false,
      areas: [{ slug: 'knee-clinic', name: 'Knee clinic', roles: ['practitioner'] }],
    })
    const cookie = reply.headers.getSetCookie().find((line) => line.startsWith('bedside_session'))
    expect(cookie).toMatch(/^bedside_session=[\w-]{43}; Max-Age=50400; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('[SI7] the database has neither the password nor the secret of the cookie', async () => {
    const person = await somebody('Nora Kept')
    const cookie = person.cookie('bedside_session') ?? ''
    const rows = await server.sql<{ all: string }>(
      'select sessions::text || people::text as all from sessions join people on people.id = person_id where people.id = $1',
      [person.me.personId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.all).not.toContain(cookie)
    expect(rows[0]?.all).not.toContain(PASSWORD)
    expect(rows[0]?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('[SI8] in capitals, with blanks around the address', async () => {
    expect((await attempt(`  ${clinic.here.me.email.toUpperCase()} `, PASSWORD)).status).toBe(200)
  })

  test('[SI2] a wrong password and an unknown address are answered alike', async () => {
    const known = await attempt(clinic.here.me.email, 'wrong password')
    const unknown = await attempt('nobody@harbour.example', 'wrong password')
    expect([known.status, known.code]).toEqual([401, 'access/wrong-sign-in'])
    expect(unknown.text).toBe(known.text)
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()])
    expect([...known.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([])
  })

  test.each(['', 'x', 'A'.repeat(43)])('[SI1] the cookie %j opens nothing', async (value) => {
    const browser = openBrowser(server)
    browser.setCookie('bedside_session', value)
    expect((await browser.call('GET', '/api/staff/me')).status).toBe(401)
  })
})

describe('[SI3] guessing', () => {
  test.each(['a known address', 'an unknown address'])(
    'of %s stops after ten failures, for the rest of 15 minutes',
    async (which) => {
      const email = which === 'a known address' ? (await somebody('Guessed At')).me.email : 'guessed@harbour.example'
      for (let guess = 0; guess < 10; guess++) {
        expect((await attempt(email, `guess number ${guess}`)).code).toBe('access/wrong-sign-in')
        server.clock.advance(MINUTE)
      }
      const locked = await attempt(email, PASSWORD)
      expect([locked.status, locked.code]).toEqual([429, 'request/too-many'])
      // The first failure is ten minutes old: five are left.
      expect(locked.headers.get('retry-after')).toBe('300')
      expect(locked.body).toMatchObject({ detail: { retryAfterSeconds: 300 } })
      server.clock.advance(5 * MINUTE - 1000)
      expect((await attempt(email, PASSWORD)).headers.get('retry-after')).toBe('1')
      server.clock.advance(1000)
      expect((await attempt(email, PASSWORD)).status).toBe(which === 'a known address' ? 200 : 401)
    },
  )

  test('nine failures and the right password: counting begins anew', async () => {
    const { email } = (await somebody('Nine Times')).me
    for (let round = 0; round < 2; round++) {
      for (let guess = 0; guess < 9; guess++) await attempt(email, 'wrong password')
      expect((await attempt(email, PASSWORD)).status).toBe(200)
    }
  })

  test('thirty guesses at the same moment are ten', async () => {
    const { email } = (await somebody('Guessed At Once')).me
    const guesses = Array.from({ length: 30 }, (_, guess) => attempt(email, `guess number ${guess}`))
    const codes = (await Promise.all(guesses)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'access/wrong-sign-in')).toHaveLength(10)
    expect(codes.filter((code) => code === 'request/too-many')).toHaveLength(20)
  })

  test('of one address locks out nobody else', async () => {
    for (let guess = 0; guess < 11; guess++) await attempt('noise@harbour.example', 'wrong password')
    expect((await attempt(clinic.colleague.me.email, PASSWORD)).status).toBe(200)
  })

  test('the addresses that were tried are not readable in the database', async () => {
    await attempt('tried@harbour.example', 'wrong password')
    const rows = await server.sql("select 1 from sign_in_failures as row where row::text ilike '%harbour%'")
    expect(rows).toEqual([])
  })
})

describe('signing out', () => {
  test('[SI4] ends this sign-in alone, at once, and its pages hear it', async () => {
    const one = await somebody('Two Devices')
    const other = await signIn(server, one.me.email)
    const [page, otherPage] = [await openConsole(one), await openConsole(other)]
    expect((await other.call<Me>('GET', '/api/staff/me')).body.openSessions).toBe(2)
    const bringBack = one.rememberCookies()
    const reply = await one.call('POST', '/api/staff/sign-out', {})
    expect(reply.headers.getSetCookie()[0]).toMatch(/^bedside_session=; Max-Age=0;/)
    await page.hear('signed-out')
    await page.ended()
    bringBack()
    expect((await one.call('GET', '/api/staff/me')).status).toBe(401)
    expect((await other.call<Me>('GET', '/api/staff/me')).body.openSessions).toBe(1)
    expect([otherPage.connected, otherPage.heard('signed-out')]).toEqual([true, []])
  })

  test('[SI5] everywhere ends all of a person’s sign-ins and disconnects all of their pages', async () => {
    const person = await somebody('All Devices')
    const others = [await signIn(server, person.me.email), await signIn(server, person.me.email)]
    const pages = await Promise.all([person, ...others].map(openConsole))
    const watching = await openConsole(clinic.here)
    await person.call('POST', '/api/staff/sign-out-everywhere', {})
    for (const page of pages) {
      await page.hear('signed-out')
      await page.ended()
    }
    for (const other of others) expect((await other.call('GET', '/api/staff/me')).status).toBe(401)
    expect(watching.connected).toBe(true)
  })

  test('[SI6] a sign-in runs out after fourteen hours; its open pages are ended as well', async () => {
    const person = await somebody('Long Shift')
    const page = await openConsole(person)
    server.clock.advance(14 * 60 * MINUTE - 1)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
    server.clock.advance(1)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(401)
    await openSignInPages(server.served().deps).endLapsed()
    await page.hear('signed-out')
    await page.ended()
  })
})
