import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactorsView, PasskeyAsk } from '#contract/factors'
import { type Browser, openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { untilSecondStep, withAuthenticator } from '../../../test/factors.ts'
import {
  addPasskey,
  type DevicePasskey,
  enterByPasskey,
  openPasskey,
  type PasskeyWishes,
} from '../../../test/passkey.ts'
import { PASSWORD, practitioner, type StaffPerson, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { placeOf } from './passkeys.ts'

const MINUTE = 60_000
const URL = '/api/staff/factors/passkeys'

let server: TestServer
let clinic: Clinic
let origin: string
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
  origin = server.served().deps.publicUrl()
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const askAdd = async (person: Browser) => (await person.call<PasskeyAsk>('POST', URL, {})).body
const askSignIn = async (browser: Browser) => (await browser.call<PasskeyAsk>('POST', '/api/open/passkey', {})).body
const viewOf = async (person: Browser) => (await person.call<FactorsView>('GET', '/api/staff/factors')).body

async function withPasskey(name: string, counts = true): Promise<{ person: StaffPerson; key: DevicePasskey }> {
  const [person, key] = [await somebody(name), openPasskey(origin, counts)]
  const reply = await addPasskey(person, key)
  if (reply.status !== 200) throw new Error(`no passkey: ${reply.text}`)
  return { person, key }
}
const lastLetter = async ({ me }: StaffPerson) =>
  (
    await server.sql<{ body: string }>(
      "select body from notifications where recipient = $1 and subject not like '%new device' order by created_at",
      [me.email],
    )
  ).at(-1)?.body

describe('adding a passkey', () => {
  test('[SK1] asks for one that is found by itself and asks for finger, face or PIN', async () => {
    const ask = await askAdd(await somebody('Asks First'))
    expect(ask.options).toMatchObject({
      rp: { id: 'localhost', name: 'Harbour Health' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
  })

  test('[SK1] [SF7] [SF9] it is listed, recovery codes come with the first, a letter tells, the cookie is another', async () => {
    const person = await somebody('First Key')
    const before = person.cookie('bedside_session')
    const reply = await addPasskey(person, openPasskey(origin))
    expect(reply.body.view.passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: null, stopped: false }])
    expect(reply.body.recoveryCodes).toHaveLength(10)
    expect(person.cookie('bedside_session')).not.toBe(before)
    expect(await lastLetter(person)).toContain('A passkey was added to it: Laptop.')
    expect((await addPasskey(person, openPasskey(origin))).body.recoveryCodes).toBeNull()
  })

  test.each<[string, PasskeyWishes]>([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['made without finger, face or PIN', { verified: false }],
    ['that answers something else', { challenge: 'AAAA' }],
  ])('[SK1] one %s is not added', async (_, wishes) => {
    const person = await somebody('Wrong Key')
    expect((await addPasskey(person, openPasskey(origin), wishes)).code).toBe('factor/passkey-not-valid')
    expect((await viewOf(person)).passkeys).toEqual([])
  })

  test('[SK1] an ask counts once, for who asked, for five minutes; a passkey stands once', async () => {
    const [person, other] = [await somebody('Asks Once'), await somebody('Asks Never')]
    const key = openPasskey(origin)
    const ask = await askAdd(person)
    const body = { id: ask.id, name: 'Laptop', made: key.make(ask) }
    expect((await other.call('POST', `${URL}/confirm`, body)).code).toBe('factor/passkey-not-valid')
    expect((await person.call('POST', `${URL}/confirm`, body)).status).toBe(200)
    expect((await person.call('POST', `${URL}/confirm`, body)).code).toBe('factor/passkey-not-valid')
    expect((await addPasskey(other, key)).code).toBe('factor/passkey-not-valid')
    const late = await askAdd(person)
    server.clock.advance(5 * MINUTE)
    await person.call('POST', '/api/staff/proof/password', { password: PASSWORD })
    const made = openPasskey(origin).make(late)
    expect((await person.call('POST', `${URL}/confirm`, { id: late.id, name: 'Late', made })).code).toBe(
      'factor/passkey-not-valid',
    )
  })
})

describe('signing in with a passkey', () => {
  test('[SK2] alone, as a full sign-in; when it was used last is shown', async () => {
    const { person, key } = await withPasskey('Key Alone')
    const browser = openBrowser(server)
    expect((await enterByPasskey(browser, key)).body).toMatchObject({ name: 'Key Alone', mustEnrol: false })
    expect((await browser.call('GET', '/api/staff/me')).status).toBe(200)
    expect((await viewOf(person)).passkeys[0]?.lastUsedAt).toBe(server.clock.now().getTime())
  })

  test('[SK2] [SF1] the password alone does not sign in any more, and says that a passkey does', async () => {
    const { person, key } = await withPasskey('Key And Password')
    const { browser } = await untilSecondStep(server, person)
    const reply = await browser.call('POST', '/api/open/sign-in', {
      email: person.me.email,
      password: 'three random words',
    })
    expect(reply.body).toMatchObject({ detail: { authenticator: false, passkey: true, recovery: true } })
    expect((await enterByPasskey(browser, key)).status).toBe(200)
  })

  test.each<[string, PasskeyWishes]>([
    ['on another site', { origin: 'https://elsewhere.example' }],
    ['without finger, face or PIN', { verified: false }],
    ['for something else', { challenge: 'AAAA' }],
  ])('[SK2] signed %s it opens nothing', async (_, wishes) => {
    const { key } = await withPasskey('Signs Wrongly')
    const browser = openBrowser(server)
    expect((await enterByPasskey(browser, key, wishes)).code).toBe('access/passkey-not-valid')
    expect(browser.cookie('bedside_session')).toBeUndefined()
  })

  test('[SK2] an answer counts once; an unknown passkey, and a made-up ask, open nothing', async () => {
    const { key } = await withPasskey('Answers Once')
    const browser = openBrowser(server)
    const ask = await askSignIn(browser)
    const body = { id: ask.id, answer: key.sign(ask) }
    expect((await browser.call('POST', '/api/open/passkey/sign-in', body)).status).toBe(200)
    expect((await browser.call('POST', '/api/open/passkey/sign-in', body)).code).toBe('access/passkey-not-valid')
    expect((await enterByPasskey(browser, openPasskey(origin))).code).toBe('access/passkey-not-valid')
    const other = { id: randomUUID(), answer: key.sign(await askSignIn(browser)) }
    expect((await browser.call('POST', '/api/open/passkey/sign-in', other)).code).toBe('access/passkey-not-valid')
  })

  test('[SK2] an ask for adding one signs nobody in', async () => {
    const { person, key } = await withPasskey('Mixes Asks')
    const { id, options } = await askAdd(person)
    const { rp } = options as { rp: { id: string } }
    const answer = key.sign({ id, options: { ...(options as object), rpId: rp.id } })
    expect((await openBrowser(server).call('POST', '/api/open/passkey/sign-in', { id, answer })).code).toBe(
      'access/passkey-not-valid',
    )
  })

  test('[SK2] of somebody deactivated it opens nothing', async () => {
    const { person, key } = await withPasskey('Gone Away')
    await clinic.administrator.call('POST', `/api/staff/people/${person.me.personId}/deactivate`, {})
    expect((await enterByPasskey(openBrowser(server), key)).code).toBe('access/passkey-not-valid')
  })

  test('[SK3] one whose count goes back opens nothing any more; a letter tells, and the password still needs a second step', async () => {
    const { person, key } = await withPasskey('Copied Key')
    const browser = openBrowser(server)
    expect((await enterByPasskey(browser, key, { counter: 9 })).status).toBe(200)
    expect((await enterByPasskey(openBrowser(server), key, { counter: 9 })).code).toBe('access/passkey-stopped')
    expect((await enterByPasskey(openBrowser(server), key, { counter: 50 })).code).toBe('access/passkey-stopped')
    expect(await lastLetter(person)).toContain('seems to exist twice')
    expect((await viewOf(person)).passkeys).toMatchObject([{ stopped: true }])
    const reply = await openBrowser(server).call('POST', '/api/open/sign-in', {
      email: person.me.email,
      password: 'three random words',
    })
    expect(reply.body).toMatchObject({ code: 'access/second-step-needed', detail: { passkey: false, recovery: true } })
  })

  test('[SK3] one that counts nothing is none', async () => {
    const { key } = await withPasskey('Synced Key', false)
    for (let time = 0; time < 3; time++) expect((await enterByPasskey(openBrowser(server), key)).status).toBe(200)
  })
})

describe('[SK4] one’s own passkeys', () => {
  test('are named and removed by their owner alone', async () => {
    const { person, key } = await withPasskey('Names It')
    const other = await somebody('Meddles')
    const [{ id } = { id: '' }] = (await viewOf(person)).passkeys
    expect((await other.call('PUT', `${URL}/${id}`, { name: 'Mine' })).code).toBe('factor/passkey-not-found')
    expect((await other.call('POST', `${URL}/${id}/remove`, {})).code).toBe('factor/passkey-not-found')
    const renamed = await person.call<FactorsView>('PUT', `${URL}/${id}`, { name: ' Phone ' })
    expect(renamed.body.passkeys[0]?.name).toBe('Phone')
    const removed = await person.call<FactorsView>('POST', `${URL}/${id}/remove`, {})
    expect(removed.body).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 })
    expect(await lastLetter(person)).toContain('removed from it: Phone')
    expect((await enterByPasskey(openBrowser(server), key)).code).toBe('access/passkey-not-valid')
    await signIn(server, person.me.email)
  })

  test('[SF10] with an authenticator left, recovery codes stay', async () => {
    const { person } = await withPasskey('Has Both')
    await withAuthenticator(server, person)
    const [{ id } = { id: '' }] = (await viewOf(person)).passkeys
    await person.call('POST', `${URL}/${id}/remove`, {})
    expect(await viewOf(person)).toMatchObject({ passkeys: [], recoveryCodesLeft: 10 })
  })

  test('twenty at most', async () => {
    const person = await somebody('Collects Them')
    for (let count = 0; count < 20; count++) await addPasskey(person, openPasskey(origin))
    expect((await person.call('POST', URL, {})).code).toBe('factor/too-many')
  })

  test.each([
    ['https://video.example.org', 'video.example.org'],
    ['http://localhost:3000', 'localhost'],
    ['https://192.168.1.20:3000', null],
    ['https://[fd00::2]:3000', null],
  ])('at %s they are good for %s', (url, host) => {
    expect(placeOf(url)?.host ?? null).toBe(host)
  })
})
