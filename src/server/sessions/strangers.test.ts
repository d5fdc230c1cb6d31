// What strangers can do to somebody's sign-in by guessing and by asking: nothing that its owner notices at a browser of
// theirs. Strangers call from addresses of their own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import type { SignInList } from '#contract/sign-ins'
import { type Browser, openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { untilSecondStep, withAuthenticator } from '../../../test/factors.ts'
import { PASSWORD, practitioner, type StaffPerson, signIn } from '../../../test/people.ts'
import { answerResets } from '../../../test/resets.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { countAttempt, MOST_ATTEMPTS, strangersGuesses } from '../platform/attempts.ts'
import { DEVICE_COOKIE } from '../platform/caller.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const attempt = (browser: Browser, email: string, password = PASSWORD) =>
  browser.call('POST', '/api/open/sign-in', { email, password })
/** Ten wrong passwords of strangers: as they are counted, without the work of each. */
const lockOut = async (email: string) => {
  const { db, now } = server.served().deps
  for (let guess = 0; guess < MOST_ATTEMPTS; guess++) await countAttempt(db, strangersGuesses('password', email), now)
}
const guessAt = async (browser: Browser, email: string) => {
  for (let guess = 0; guess < MOST_ATTEMPTS; guess++)
    expect((await attempt(browser, email, `guess number ${guess}`)).code).toBe('access/wrong-sign-in')
}

describe('[SI14] guessing', () => {
  test('by strangers keeps nobody from signing in at a browser of theirs', async () => {
    const person = await somebody('Gale Known')
    const { email } = person.me
    await guessAt(openBrowser(server), email)
    expect((await attempt(openBrowser(server), email)).code).toBe('request/too-many')
    expect((await attempt(person, email)).status).toBe(200)
    // Their success is no news to strangers, whose count goes on.
    expect((await attempt(openBrowser(server), email)).code).toBe('request/too-many')
  })

  test('at one browser stops there, and nowhere else', async () => {
    const person = await somebody('Gale Shared')
    const { email } = person.me
    const other = await signIn(server, email)
    await guessAt(person, email)
    expect((await attempt(person, email)).code).toBe('request/too-many')
    expect((await attempt(other, email)).status).toBe(200)
    expect((await attempt(openBrowser(server), email)).status).toBe(200)
  })

  test('at a browser that is somebody else’s is a stranger’s', async () => {
    const [person, colleague] = [await somebody('Gale Mine'), await somebody('Gale Colleague')]
    await guessAt(colleague, person.me.email)
    expect((await attempt(openBrowser(server), person.me.email)).code).toBe('request/too-many')
    expect((await attempt(person, person.me.email)).status).toBe(200)
  })
})

describe('[SI15] a browser that is trusted', () => {
  test('is known by a secret that the server made: one that was planted is replaced', async () => {
    const { email } = (await somebody('Pell Planted')).me
    const browser = openBrowser(server)
    browser.setCookie(DEVICE_COOKIE, 'planted')
    await attempt(browser, email)
    expect(browser.cookie(DEVICE_COOKIE)).toMatch(/^[\w-]{43}$/)
  })

  type End = (person: StaffPerson, other: StaffPerson) => Promise<unknown>
  const administrator = (action: string) => async (person: StaffPerson) => {
    const again = await signIn(server, clinic.administrator.me.email)
    return again.call('POST', `/api/staff/people/${person.me.personId}/${action}`, {})
  }
  test.each<[string, End]>([
    [
      'its sign-in was ended from elsewhere',
      async (_, other) => {
        const { signIns } = (await other.call<SignInList>('GET', '/api/staff/sign-ins')).body
        const theirs = signIns.find(({ here }) => !here)
        return other.call('POST', `/api/staff/sign-ins/${theirs?.sessionId}/end`, {})
      },
    ],
    ['all others were ended', (_, other) => other.call('POST', '/api/staff/sign-ins/end-others', {})],
    ['its person signed out everywhere', (_, other) => other.call('POST', '/api/staff/sign-out-everywhere', {})],
    [
      'there is a new password',
      (_, other) => other.call('PUT', '/api/staff/account/password', { password: PASSWORD, next: PASSWORD }),
    ],
    [
      'an administrator ended it',
      async (person) => {
        await administrator('deactivate')(person)
        return administrator('reactivate')(person)
      },
    ],
  ])('is a stranger’s again when %s, until they sign in there', async (_, end) => {
    const person = await somebody('Pell Ended')
    const { email } = person.me
    const other = await signIn(server, email)
    await end(person, other)
    await lockOut(email)
    expect((await attempt(person, email)).code).toBe('request/too-many')
    server.clock.advance(15 * MINUTE)
    expect((await attempt(person, email)).status).toBe(200)
    await lockOut(email)
    expect((await attempt(person, email)).status).toBe(200)
  })
})

test('[LK12] strangers’ guesses keep no page locked, and those at a locked page lock out nobody elsewhere', async () => {
  const person = await somebody('Lark Locked')
  const unlock = (password = PASSWORD) => person.call('POST', '/api/staff/unlock', { password })
  await person.call('POST', '/api/staff/lock', {})
  await lockOut(person.me.email)
  expect((await unlock()).status).toBe(200)
  server.clock.advance(15 * MINUTE)
  await person.call('POST', '/api/staff/lock', {})
  for (let guess = 0; guess < 10; guess++)
    expect((await unlock(`guess number ${guess}`)).code).toBe('session/wrong-password')
  const refused = await unlock()
  expect([refused.status, refused.code]).toEqual([429, 'request/too-many'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await attempt(openBrowser(server), person.me.email)).status).toBe(200)
  server.clock.advance(15 * MINUTE)
  expect((await unlock()).status).toBe(200)
})

test('[SF18] who knows a password and guesses at codes keeps its owner from no second step at a browser of theirs', async () => {
  const person = await somebody('Sun Second')
  const app = await withAuthenticator(server, person)
  const code = (browser: Browser, token: string, typed: string) =>
    browser.call('POST', '/api/open/sign-in/authenticator', { token, code: typed })
  const stranger = await untilSecondStep(server, person)
  for (let guess = 0; guess < 10; guess++) await code(stranger.browser, stranger.token, String(100_000 + guess))
  expect((await code(stranger.browser, stranger.token, app.code())).code).toBe('request/too-many')
  const begun = await person.call<{ detail: { token: string } }>('POST', '/api/open/sign-in', {
    ...{ email: person.me.email, password: PASSWORD },
  })
  expect(begun.code).toBe('access/second-step-needed')
  expect((await code(person, begun.body.detail.token, app.code())).status).toBe(200)
})

describe('letters about a new password', () => {
  let address = 0
  /** Somebody at an address where nobody was before. */
  const stranger = () => {
    const [from, browser] = [`198.51.100.${++address}`, openBrowser(server)]
    return (email: string) =>
      browser.call('POST', '/api/open/reset', { email }, { 'x-bedside': '1', 'x-forwarded-for': from })
  }
  const askedFor = async (email: string) => {
    server.clock.advance(1000)
    await answerResets(server)
    return (await server.sql('select 1 from notifications where recipient = $1 and about_id is not null', [email]))
      .length
  }
  const links = async (email: string) => {
    const again = await signIn(server, clinic.administrator.me.email)
    const { messages: letters } = (await again.call<OutboxView>('GET', '/api/staff/outbox')).body
    return letters.flatMap(({ to, link }) => (to === email && link ? [link.split('#')[1] ?? ''] : []))
  }

  test('[PW4] two an hour for one stranger, three for all, six a day', async () => {
    const { email } = (await somebody('Rain Much')).me
    const before = await askedFor(email)
    const [one, other] = [stranger(), stranger()]
    const askOften = async (ask: typeof one) => {
      for (let times = 0; times < 4; times++) expect((await ask(email)).status).toBe(200)
      return (await askedFor(email)) - before
    }
    expect(await askOften(one)).toBe(2)
    expect(await askOften(other)).toBe(3)
    server.clock.advance(HOUR)
    expect(await askOften(one)).toBe(5)
    expect(await askOften(other)).toBe(6)
    server.clock.advance(HOUR)
    expect(await askOften(stranger())).toBe(6)
    server.clock.advance(22 * HOUR)
    expect(await askOften(stranger())).toBe(8)
  })

  test('[PW8] whatever strangers ask for, a browser of theirs gets its own three', async () => {
    const person = await somebody('Rain Owner')
    const { email } = person.me
    const before = await askedFor(email)
    for (const ask of [stranger(), stranger(), stranger(), stranger()]) await ask(email)
    expect((await askedFor(email)) - before).toBe(3)
    for (let times = 0; times < 5; times++) await person.call('POST', '/api/open/reset', { email })
    expect((await askedFor(email)) - before).toBe(6)
  })

  test('[PW8] asking again ends no link that was asked for, and using one ends them all', async () => {
    const person = await somebody('Rain Link')
    const { email } = person.me
    const look = (token: string) => openBrowser(server).call('POST', '/api/open/link', { token })
    await person.call('POST', '/api/open/reset', { email })
    await askedFor(email)
    const [own = ''] = await links(email)
    await stranger()(email)
    await askedFor(email)
    const others = (await links(email)).filter((token) => token !== own)
    expect(others).toHaveLength(1)
    expect((await look(own)).status).toBe(200)
    const used = await openBrowser(server).call('POST', '/api/open/link/password', {
      ...{ token: own, password: 'kettle lemon bridge' },
    })
    expect(used.status).toBe(200)
    for (const token of [own, ...others]) expect((await look(token)).code).toBe('person/link-not-valid')
  })
})
