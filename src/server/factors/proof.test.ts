import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PasskeyAsk } from '#contract/factors'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { withAuthenticator } from '../../../test/factors.ts'
import { addPasskey, openPasskey } from '../../../test/passkey.ts'
import { PASSWORD, practitioner, type StaffPerson, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'

const MINUTE = 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const change = (person: StaffPerson) => person.call('POST', '/api/staff/factors/authenticator', {})
const byPassword = (person: StaffPerson, password = PASSWORD) =>
  person.call('POST', '/api/staff/proof/password', { password })
const byCode = (person: StaffPerson, code: string) => person.call('POST', '/api/staff/proof/authenticator', { code })
const wantsProof = async (person: StaffPerson) => (await change(person)).code === 'session/proof-needed'

describe('[PF1] a proof of who one is', () => {
  test('counts for five minutes, to the second; signing in and unlocking are one', async () => {
    const person = await somebody('Pru Minutes')
    server.clock.advance(5 * MINUTE - 1)
    expect(await wantsProof(person)).toBe(false)
    server.clock.advance(1)
    expect(await wantsProof(person)).toBe(true)
    await person.call('POST', '/api/staff/unlock', { password: PASSWORD })
    expect(await wantsProof(person)).toBe(false)
    server.clock.advance(5 * MINUTE)
    const elsewhere = await signIn(server, person.me.email)
    expect([await wantsProof(elsewhere), await wantsProof(person)]).toEqual([false, true])
  })

  test('being there, and asking for other things, is none', async () => {
    const person = await somebody('Pru Busy')
    server.clock.advance(5 * MINUTE)
    await person.call('POST', '/api/staff/active', {})
    await person.call('GET', '/api/staff/factors')
    expect(await wantsProof(person)).toBe(true)
  })
})

describe('[PF2] is given', () => {
  test('by the password; a wrong one is none', async () => {
    const person = await somebody('Pru Password')
    server.clock.advance(5 * MINUTE)
    expect((await byPassword(person, 'wrong password')).code).toBe('session/wrong-password')
    expect(await wantsProof(person)).toBe(true)
    expect((await byPassword(person)).status).toBe(200)
    expect(await wantsProof(person)).toBe(false)
  })

  test('by a code of one’s app, which counts once', async () => {
    const person = await somebody('Pru Code')
    const app = await withAuthenticator(server, person)
    server.clock.advance(5 * MINUTE)
    expect((await change(person)).body).toMatchObject({ detail: { authenticator: true } })
    const code = app.code()
    expect((await byCode(person, code)).status).toBe(200)
    expect(await wantsProof(person)).toBe(false)
    expect((await byCode(person, code)).code).toBe('access/wrong-code')
  })

  test('by a passkey of one’s own, and nobody else’s', async () => {
    const [person, other] = [await somebody('Pru Key'), await somebody('Pru Other')]
    const key = openPasskey(server.served().deps.publicUrl())
    await addPasskey(person, key)
    server.clock.advance(5 * MINUTE)
    expect((await change(person)).body).toMatchObject({ detail: { passkey: true } })
    const prove = async (who: StaffPerson) => {
      const { body } = await who.call<PasskeyAsk>('POST', '/api/staff/proof/passkey', {})
      return who.call('POST', '/api/staff/proof/passkey/confirm', { id: body.id, answer: key.sign(body) })
    }
    expect((await prove(other)).code).toBe('access/passkey-not-valid')
    expect(await wantsProof(other)).toBe(true)
    expect((await prove(person)).status).toBe(200)
    expect(await wantsProof(person)).toBe(false)
  })
})

test('[PF3] it gives the sign-in another secret: who took the one of before has nothing of it', async () => {
  const person = await somebody('Pru Taken')
  const page = await openConsole(person)
  server.clock.advance(5 * MINUTE)
  const thief = openBrowser(server)
  thief.setCookie(SESSION_COOKIE, person.cookie(SESSION_COOKIE) ?? '')
  await byPassword(person)
  server.clock.advance(10_000)
  expect((await thief.call('POST', '/api/staff/factors/authenticator', {})).code).toBe('access/sign-in-needed')
  expect(await wantsProof(person)).toBe(false)
  expect(page.connected).toBe(true)
})

test('[PF4] ten wrong ones refuse the right one for a quarter of an hour, at this sign-in alone, whichever way', async () => {
  const person = await somebody('Pru Guessed')
  const app = await withAuthenticator(server, person)
  for (let guess = 0; guess < 5; guess++) {
    expect((await byPassword(person, `guess number ${guess}`)).code).toBe('session/wrong-password')
    expect((await byCode(person, String(100_000 + guess))).code).toBe('access/wrong-code')
  }
  const refused = await byPassword(person)
  expect([refused.code, Number(refused.headers.get('retry-after'))]).toEqual(['request/too-many', 15 * 60])
  expect((await byCode(person, app.code())).code).toBe('request/too-many')
  const elsewhere = await openBrowser(server).call('POST', '/api/open/sign-in', {
    ...{ email: person.me.email, password: PASSWORD },
  })
  expect(elsewhere.code).toBe('access/second-step-needed')
  server.clock.advance(15 * MINUTE)
  expect((await byPassword(person)).status).toBe(200)
})
