import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountView } from '#contract/account'
import type { OutboxView } from '#contract/outbox'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, type StaffPerson, sampleAdministrator, signIn } from '../../../test/people.ts'
import { answerResets } from '../../../test/resets.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'

const ACCOUNT = '/api/staff/account'
const NEXT = 'kettle lemon bridge'
const HOUR = 60 * 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

let people = 0
const somebody = () => practitioner(server, clinic.administrator, `Mona Berg ${++people}`, [clinic.area])
const newAddress = () => `mona.${++people}@elsewhere.example`

async function lettersTo(email: string) {
  const { messages: letters } = (await clinic.administrator.call<OutboxView>('GET', '/api/staff/outbox')).body
  return letters.filter(({ to }) => to === email)
}
const tokenFor = async (email: string) =>
  ((await lettersTo(email)).find(({ link }) => link)?.link ?? '').split('#')[1] ?? ''

const ask = (person: StaffPerson, email: string, password = PASSWORD) =>
  person.call<AccountView>('POST', `${ACCOUNT}/email`, { email, password })
const confirm = (person: StaffPerson, token: string) =>
  person.call<AccountView>('POST', `${ACCOUNT}/email/confirm`, { token })
const changePassword = (person: StaffPerson, password = PASSWORD, next = NEXT) =>
  person.call<AccountView>('PUT', `${ACCOUNT}/password`, { password, next })
const signInWith = (email: string, password = PASSWORD) =>
  openBrowser(server).call('POST', '/api/open/sign-in', { email, password })

test('[OD1] everybody changes their own name, an auditor as well', async () => {
  for (const person of [await somebody(), clinic.auditor]) {
    const before = await lastLine(server)
    const reply = await person.call<AccountView>('PUT', `${ACCOUNT}/name`, { name: '  Mona Berg-Lie ' })
    expect(reply.body.name).toBe('Mona Berg-Lie')
    expect((await person.call<{ name: string }>('GET', '/api/staff/me')).body.name).toBe('Mona Berg-Lie')
    expect(await linesSince(server, before)).toMatchObject([
      { action: 'account.change', who_id: person.me.personId, subject_kind: 'person', subject_id: person.me.personId },
    ])
  }
})

describe('another e-mail address', () => {
  test('[OD2] [OD3] counts once its link is followed, signed in; the old one hears of it and opens nothing', async () => {
    const person = await somebody()
    const [old, next] = [person.me.email, newAddress()]
    expect((await ask(person, ` ${next.toUpperCase()} `)).body).toMatchObject({ email: old, nextEmail: next })
    expect((await signInWith(next)).code).toBe('access/wrong-sign-in')
    const [letter] = await lettersTo(next)
    expect(letter?.link).toMatch(/\/staff\/email#[\w-]{43}$/)
    const token = await tokenFor(next)
    await openBrowser(server).call('POST', '/api/open/reset', { email: old })
    await answerResets(server)
    const reset = await tokenFor(old)
    expect(reset).not.toBe('')

    const reply = await confirm(person, token)
    expect(reply.body).toMatchObject({ email: next, nextEmail: null })
    expect((await signInWith(next)).status).toBe(200)
    expect((await signInWith(old)).code).toBe('access/wrong-sign-in')
    expect((await openBrowser(server).call('POST', '/api/open/link', { token: reset })).code).toBe(
      'person/link-not-valid',
    )
    expect((await lettersTo(old)).filter(({ text }) => text?.includes(next))).toHaveLength(1)
    expect((await confirm(person, token)).code).toBe('person/link-not-valid')
    // Nothing that is left opens anything.
    expect(await tokenFor(next)).toBe('')
  })

  test('[OD2] whoever gets the letter by mistake can do nothing with it', async () => {
    const person = await somebody()
    const next = newAddress()
    await ask(person, next)
    const token = await tokenFor(next)
    const stranger = openBrowser(server)
    expect((await stranger.call('POST', '/api/open/link', { token })).code).toBe('person/link-not-valid')
    const chosen = { token, password: NEXT }
    expect((await stranger.call('POST', '/api/open/link/password', chosen)).code).toBe('person/link-not-valid')
    expect((await stranger.call('POST', `${ACCOUNT}/email/confirm`, { token })).code).toBe('access/sign-in-needed')
    expect((await confirm(await somebody(), token)).code).toBe('person/link-not-valid')
    const back = await person.call<AccountView>('POST', `${ACCOUNT}/email/cancel`, {})
    expect(back.body.nextEmail).toBeNull()
    expect((await confirm(person, token)).code).toBe('person/link-not-valid')
  })

  test('[OD2] the link lasts a day', async () => {
    const person = await somebody()
    const next = newAddress()
    await ask(person, next)
    const token = await tokenFor(next)
    server.clock.advance(24 * HOUR)
    const again = await signIn(server, person.me.email)
    expect((await again.call<AccountView>('GET', ACCOUNT)).body.nextEmail).toBeNull()
    expect((await confirm(again, token)).code).toBe('person/link-not-valid')
    clinic = { ...clinic, administrator: await signIn(server, clinic.administrator.me.email) }
  })

  test('[OD4] of somebody else: the answer is the same, that person gets a letter, and nothing changes', async () => {
    const [person, other] = [await somebody(), await somebody()]
    const reply = await ask(person, other.me.email)
    expect([reply.status, reply.body.nextEmail]).toEqual([200, other.me.email])
    const letters = await lettersTo(other.me.email)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ link: null, text: expect.stringContaining('It is yours already') })
    expect((await signInWith(other.me.email)).status).toBe(200)
  })

  test('[OD4] that somebody took meanwhile stays theirs', async () => {
    const person = await somebody()
    const next = newAddress()
    await ask(person, next)
    const token = await tokenFor(next)
    const other = await somebody()
    await server.sql('update people set email = $2 where id = $1', [other.me.personId, next])
    expect((await confirm(person, token)).code).toBe('person/email-taken')
    expect((await person.call<AccountView>('GET', ACCOUNT)).body.email).toBe(person.me.email)
  })

  test('[OD4] one address gets three letters an hour, whoever asks', async () => {
    const next = newAddress()
    const askers = [await somebody(), await somebody(), await somebody(), await somebody()]
    const codes = []
    for (const asker of askers) codes.push((await ask(asker, next)).code)
    expect(codes).toEqual([null, null, null, 'request/too-many'])
    expect(await lettersTo(next)).toHaveLength(3)
  })
})

describe('another password', () => {
  test('[OD5] ends every other sign-in and their pages, and this one goes on with another secret', async () => {
    const person = await somebody()
    const elsewhere = await signIn(server, person.me.email)
    const [page, pageElsewhere] = [await openConsole(person), await openConsole(elsewhere)]
    const before = person.cookie(SESSION_COOKIE) ?? ''
    await ask(person, newAddress())
    const reply = await changePassword(person)
    expect([reply.status, reply.body.nextEmail]).toEqual([200, null])
    await pageElsewhere.hear('signed-out')
    expect((await elsewhere.call('GET', '/api/staff/me')).code).toBe('access/sign-in-needed')
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
    expect(page.connected).toBe(true)
    const stolen = openBrowser(server)
    stolen.setCookie(SESSION_COOKIE, before)
    expect((await stolen.call('GET', '/api/staff/me')).code).toBe('access/sign-in-needed')
    expect((await signInWith(person.me.email)).code).toBe('access/wrong-sign-in')
    expect((await signInWith(person.me.email, NEXT)).status).toBe(200)
    expect((await lettersTo(person.me.email))[0]?.subject).toContain('your password was changed')
  })

  test.each([
    ['short', 'person/password-too-short'],
    ['Password2026!', 'person/password-too-common'],
  ])('[OD5] %s is refused, and the old one stays', async (next, code) => {
    const person = await somebody()
    expect((await changePassword(person, PASSWORD, next)).code).toBe(code)
    expect((await signInWith(person.me.email)).status).toBe(200)
  })
})

test('[OD6] wrong passwords refuse the right one as well, at this sign-in alone', async () => {
  const person = await somebody()
  for (let time = 0; time < 5; time++) {
    expect((await changePassword(person, 'wrong password')).code).toBe('person/password-wrong')
    expect((await ask(person, newAddress(), 'wrong password')).code).toBe('person/password-wrong')
  }
  const locked = await changePassword(person)
  expect([locked.code, Number(locked.headers.get('retry-after'))]).toEqual(['request/too-many', 15 * 60])
  expect((await signInWith(person.me.email)).status).toBe(200)
})

test('[OD6] the sample clinic’s sign-ins keep their address and password', async () => {
  const amara = await sampleAdministrator(server)
  expect((await ask(amara, newAddress())).code).toBe('person/sample-stays')
  expect((await changePassword(amara)).code).toBe('person/sample-stays')
})
