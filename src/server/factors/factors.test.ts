import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuthenticatorAsk, FactorsChanged, FactorsView } from '#contract/factors'
import type { Me } from '#contract/people'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import type { Browser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { untilSecondStep, withAuthenticator } from '../../../test/factors.ts'
import { practitioner, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { fingerprint } from '../platform/secrets.ts'

const MINUTE = 60_000

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
const bySheet = (browser: Browser, token: string, code: string) =>
  browser.call<Me>('POST', '/api/open/sign-in/recovery-code', { token, code })
const viewOf = async (person: Browser) => (await person.call<FactorsView>('GET', '/api/staff/factors')).body
const lettersTo = async (email: string) =>
  (
    await server.sql<{ body: string }>(
      "select body from notifications where recipient = $1 and subject not like '%new device' order by created_at",
      [email],
    )
  ).map(({ body }) => body)

describe('the second step', () => {
  test('[SF1] a right password opens nothing by itself, and the code does', async () => {
    const person = await somebody('Two Steps')
    const app = await withAuthenticator(server, person)
    const { browser, token } = await untilSecondStep(server, person)
    expect(browser.cookie('bedside_session')).toBeUndefined()
    const done = await byApp(browser, token, app.code())
    expect(done.body).toMatchObject({ name: 'Two Steps', mustEnrol: false })
    expect((await browser.call('GET', '/api/staff/me')).status).toBe(200)
  })

  test('[SF1] says by what to go on', async () => {
    const person = await somebody('Which Ways')
    await withAuthenticator(server, person)
    const reply = await clinic.here.call('POST', '/api/open/sign-in', {
      email: person.me.email,
      password: 'three random words',
    })
    expect(reply.body).toMatchObject({
      status: 401,
      code: 'access/second-step-needed',
      detail: { authenticator: true, passkey: false, recovery: true },
    })
  })

  test('[SF1] is taken once, within ten minutes', async () => {
    const person = await somebody('Once Only')
    const app = await withAuthenticator(server, person)
    const { browser, token } = await untilSecondStep(server, person)
    expect((await byApp(browser, token, app.code())).status).toBe(200)
    expect((await byApp(browser, token, app.code(1))).code).toBe('access/second-step-over')
    const late = await untilSecondStep(server, person)
    server.clock.advance(10 * MINUTE)
    expect((await byApp(late.browser, late.token, app.code())).code).toBe('access/second-step-over')
    expect((await byApp(late.browser, 'x'.repeat(43), app.code())).code).toBe('access/second-step-over')
  })

  test('[SF1] nor does the link for a new password sign in alone', async () => {
    const person = await somebody('Forgetful One')
    const app = await withAuthenticator(server, person)
    await server.sql(
      `insert into person_links (id, person_id, kind, token_hash, created_at, ends_at)
       values (gen_random_uuid(), $1, 'reset', $2, '2026-06-01', '2099-01-01')`,
      [person.me.personId, fingerprint('r'.repeat(43))],
    )
    const browser = clinic.here
    const bringBack = browser.rememberCookies()
    const before = browser.cookie('bedside_session')
    const reply = await browser.call<{ detail: { token: string } }>('POST', '/api/open/link/password', {
      token: 'r'.repeat(43),
      password: 'another kettle lemon',
    })
    expect(reply.code).toBe('access/second-step-needed')
    expect(browser.cookie('bedside_session')).toBe(before)
    expect((await byApp(browser, reply.body.detail.token, app.code())).body.name).toBe('Forgetful One')
    bringBack()
    expect((await person.call('GET', '/api/staff/me')).status).toBe(401)
    await untilSecondStep(server, person, 'another kettle lemon')
  })

  test('[SF2] a code counts once, also when it is sent nine times at once', async () => {
    const person = await somebody('Sent Twice')
    const app = await withAuthenticator(server, person)
    const steps = [await untilSecondStep(server, person), await untilSecondStep(server, person)]
    const codes = await Promise.all(
      Array.from({ length: 9 }, (_, time) => {
        const step = steps[time % 2] as (typeof steps)[0]
        return byApp(step.browser, step.token, app.code())
      }),
    )
    expect(codes.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('[SF2] the code before and the one after count as well, others do not', async () => {
    const person = await somebody('Slow Typist')
    const app = await withAuthenticator(server, person)
    server.clock.advance(5 * MINUTE)
    const { browser, token } = await untilSecondStep(server, person)
    expect((await byApp(browser, token, app.code(-2))).code).toBe('access/wrong-code')
    expect((await byApp(browser, token, app.code(2))).code).toBe('access/wrong-code')
    expect((await byApp(browser, token, app.code(-1))).status).toBe(200)
    const again = await untilSecondStep(server, person)
    expect((await byApp(again.browser, again.token, app.code(-1))).code).toBe('access/wrong-code')
    expect((await byApp(again.browser, again.token, app.code(1))).status).toBe(200)
  })

  test('[SF3] ten wrong codes refuse the right one for the rest of a quarter of an hour, and a letter says so', async () => {
    const person = await somebody('Guessed At')
    const app = await withAuthenticator(server, person)
    for (let guess = 0; guess < 5; guess++) {
      // The password again does not begin the count anew.
      const { browser, token } = await untilSecondStep(server, person)
      await Promise.all([0, 1].map(() => bySheet(browser, token, 'ABCD-ABCD-ABCD-ABCD')))
    }
    const { browser, token } = await untilSecondStep(server, person)
    const refused = await byApp(browser, token, app.code())
    expect([refused.status, refused.code]).toEqual([429, 'request/too-many'])
    expect(refused.headers.get('retry-after')).toBe('900')
    expect((await lettersTo(person.me.email)).filter((text) => text.includes('ten wrong codes'))).toHaveLength(1)
    server.clock.advance(15 * MINUTE)
    const later = await untilSecondStep(server, person)
    expect((await byApp(later.browser, later.token, app.code())).status).toBe(200)
  })

  test('[SF3] thirty codes at the same moment are ten', async () => {
    const person = await somebody('Guessed At Once')
    await withAuthenticator(server, person)
    const { browser, token } = await untilSecondStep(server, person)
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => byApp(browser, token, String(100_000 + guess))),
    )
    expect(replies.filter(({ code }) => code === 'access/wrong-code')).toHaveLength(10)
    expect(replies.filter(({ code }) => code === 'request/too-many')).toHaveLength(20)
  })

  test('[SF4] a recovery code counts once, and the letter says how many are left', async () => {
    const person = await somebody('Lost Telephone')
    const { recoveryCodes } = await withAuthenticator(server, person)
    const code = recoveryCodes[3] ?? ''
    const { browser, token } = await untilSecondStep(server, person)
    expect((await bySheet(browser, token, code.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
    expect(await viewOf(browser)).toMatchObject({ recoveryCodesLeft: 9 })
    expect((await lettersTo(person.me.email)).at(-1)).toContain('9 recovery codes left')
    const again = await untilSecondStep(server, person)
    expect((await bySheet(again.browser, again.token, code)).code).toBe('access/wrong-code')
  })

  test('[SF4] of somebody else it opens nothing', async () => {
    const [one, other] = [await somebody('Code Owner'), await somebody('Code Finder')]
    const { recoveryCodes } = await withAuthenticator(server, one)
    await withAuthenticator(server, other)
    const { browser, token } = await untilSecondStep(server, other)
    expect((await bySheet(browser, token, recoveryCodes[0] ?? '')).code).toBe('access/wrong-code')
  })

  test('[SF1] [AU1] the audit tells the steps apart', async () => {
    const person = await somebody('Written Down')
    const app = await withAuthenticator(server, person)
    const before = await lastLine(server)
    const { browser, token } = await untilSecondStep(server, person)
    await byApp(browser, token, '000000')
    await byApp(browser, token, app.code())
    const theirs = { subject_kind: 'person', subject_id: person.me.personId, action: 'session.start' }
    const step = { ...theirs, via: 'POST /api/open/sign-in/authenticator' }
    expect(await linesSince(server, before)).toMatchObject([
      { ...theirs, via: 'POST /api/open/sign-in', outcome: 'refused', code: 'access/second-step-needed' },
      { ...step, outcome: 'refused', code: 'access/wrong-code' },
      { ...step, outcome: 'allowed' },
    ])
  })
})

describe('one’s own page', () => {
  test('[SF6] an authenticator counts once a code of it was typed', async () => {
    const person = await somebody('Begins Only')
    const ask = await person.call<AuthenticatorAsk>('POST', '/api/staff/factors/authenticator', {})
    const secret = ask.body.secret.replaceAll(' ', '')
    expect(ask.body.uri).toContain(`secret=${secret}`)
    expect(ask.body.uri).toContain('Harbour%20Health')
    expect(ask.body.qr.path).toMatch(/^M0 0h7v1h-7z/)
    const wrong = await person.call('POST', '/api/staff/factors/authenticator/confirm', { code: '123 456' })
    expect(wrong.code).toBe('factor/wrong-code')
    expect(await viewOf(person)).toMatchObject({ authenticator: null, recoveryCodesLeft: 0, required: false })
    await signIn(server, person.me.email)
  })

  test('[SF6] another takes the place of the one before; the recovery codes stay', async () => {
    const person = await somebody('New Telephone')
    const old = await withAuthenticator(server, person)
    const app = await withAuthenticator(server, person)
    expect(app.recoveryCodes).toEqual([])
    const { browser, token } = await untilSecondStep(server, person)
    expect((await byApp(browser, token, old.code())).code).toBe('access/wrong-code')
    expect((await byApp(browser, token, app.code())).status).toBe(200)
    const again = await untilSecondStep(server, person)
    expect((await bySheet(again.browser, again.token, old.recoveryCodes[0] ?? '')).status).toBe(200)
  })

  test('[SF7] ten recovery codes come with it, and new ones end those', async () => {
    const person = await somebody('Prints Them')
    const { recoveryCodes } = await withAuthenticator(server, person)
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    const made = await person.call<FactorsChanged>('POST', '/api/staff/factors/recovery-codes', {})
    expect(made.body.recoveryCodes).toHaveLength(10)
    const { browser, token } = await untilSecondStep(server, person)
    expect((await bySheet(browser, token, recoveryCodes[0] ?? '')).code).toBe('access/wrong-code')
    expect((await bySheet(browser, token, made.body.recoveryCodes?.[0] ?? '')).status).toBe(200)
  })

  test('[SF8] the database holds neither secret nor code, and no reply shows them again', async () => {
    const person = await somebody('Kept Closed')
    const ask = await person.call<AuthenticatorAsk>('POST', '/api/staff/factors/authenticator', {})
    const { recoveryCodes } = await withAuthenticator(server, person)
    const secret = ask.body.secret.replaceAll(' ', '')
    const rows = await server.sql<{ all: string }>(
      `select authenticators::text as all from authenticators union all select recovery_codes::text from recovery_codes
       union all select audit::text from audit union all select notifications::text from notifications`,
    )
    const all = rows.map((row) => row.all).join() + server.logLines.join()
    for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(all).not.toContain(text)
    expect((await person.call('GET', '/api/staff/factors')).text).not.toContain(secret)
  })

  test('[SF9] a change gives this sign-in another secret and tells by a letter; other sign-ins and open pages stay', async () => {
    const person = await somebody('Changes Things')
    const other = await signIn(server, person.me.email)
    const page = await openConsole(person)
    const before = person.cookie('bedside_session') ?? ''
    await withAuthenticator(server, person)
    expect(person.cookie('bedside_session')).not.toBe(before)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
    expect((await other.call('GET', '/api/staff/me')).status).toBe(200)
    const stale = person.rememberCookies()
    person.setCookie('bedside_session', before)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(401)
    stale()
    expect([page.connected, page.heard('signed-out')]).toEqual([true, []])
    expect((await lettersTo(person.me.email)).at(-1)).toContain('An authenticator app was set up')
    const rows = await linesSince(server, 0)
    expect(rows.filter((row) => row.who_id === person.me.personId && row.action === 'factor.write-own')).toMatchObject([
      { via: 'POST /api/staff/factors/authenticator', outcome: 'allowed' },
      { via: 'POST /api/staff/factors/authenticator/confirm', subject_id: person.me.personId },
    ])
  })

  test('[SF10] without it the password is enough again, and the recovery codes are gone', async () => {
    const person = await somebody('Takes It Off')
    await withAuthenticator(server, person)
    const reply = await person.call<FactorsView>('POST', '/api/staff/factors/authenticator/remove', {})
    expect(reply.body).toMatchObject({ authenticator: null, recoveryCodesLeft: 0 })
    await signIn(server, person.me.email)
    expect((await lettersTo(person.me.email)).at(-1)).toContain('removed from it')
    for (const way of ['authenticator/remove', 'recovery-codes'])
      expect((await person.call('POST', `/api/staff/factors/${way}`, {})).code).toBe('factor/none-yet')
    const confirm = await person.call('POST', '/api/staff/factors/authenticator/confirm', { code: '123456' })
    expect(confirm.code).toBe('factor/not-begun')
  })
})
