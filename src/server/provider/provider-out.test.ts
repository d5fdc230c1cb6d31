import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import type { ProviderFinish, ProviderStart, SignedOut, SignInSettings } from '#contract/provider'
import { type Browser, openBrowser } from '../../../test/browser.ts'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { openPage } from '../../../test/page.ts'
import { guest, PASSWORD, signIn } from '../../../test/people.ts'
import { type ProviderBrowser, startProvider, type TestProvider } from '../../../test/provider/provider.ts'
import { answerResets } from '../../../test/resets.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { allowPasswords } from '../platform/provider-only.ts'

const mail = openMailbox()
let provider: TestProvider
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  provider = await startProvider()
  server = await startTestServer({ oidc: provider.settings, channels: { email: mail } })
  await provider.know({
    url: `http://localhost:${server.served().port}`,
    logoutAt: `${server.url}/api/open/provider/logout`,
  })
  clinic = await openClinic(server)
})
afterAll(async () => {
  await server.close()
  await provider.close()
})

const subjects = new Map<string, string>()

/** Somebody of the clinic comes by the provider. */
async function come(email: string): Promise<{ browser: Browser; at: ProviderBrowser; subject: string }> {
  const subject = subjects.get(email) ?? randomUUID()
  subjects.set(email, subject)
  provider.accounts.set(subject, { email, email_verified: true })
  const [browser, at] = [openBrowser(server), provider.browser()]
  const { body } = await browser.call<ProviderStart>('POST', '/api/open/provider/start', { beside: false, anew: false })
  const search = await at.signIn(body.url, subject)
  const reply = await browser.call<ProviderFinish>('POST', '/api/open/provider/finish', { search })
  expect(reply.status, reply.text).toBe(200)
  return { browser, at, subject }
}

const here = async (browser: Browser) => (await browser.call('GET', '/api/staff/me')).status === 200

const tell = (token: string, headers?: Record<string, string>) =>
  guest(server).call('POST', '/api/open/provider/logout', `logout_token=${encodeURIComponent(token)}`, {
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  })

/** The provider's name for the session that the cookie of `browser` was opened by. */
async function sidOf(subject: string): Promise<string | null> {
  const rows = await server.sql<{ sid: string | null }>(
    'select sid from provider_sign_ins where subject = $1 order by at desc limit 1',
    [subject],
  )
  return rows[0]?.sid ?? null
}

test('[ID18] [ID19] signing out leads to the provider and back, and the provider ends what else it opened', async () => {
  const { email } = clinic.here.me
  const first = await come(email)
  const { body } = await first.browser.call<SignedOut>('POST', '/api/staff/sign-out', {})
  const way = new URL(body.url ?? '')
  expect(way.origin).toBe(provider.issuer)
  expect(way.searchParams.get('id_token_hint')).toMatch(/^ey/)
  expect(await first.at.signOut(way.href)).toBe(`http://localhost:${server.served().port}/staff`)
  const byPassword = await signIn(server, email)
  expect((await byPassword.call<SignedOut>('POST', '/api/staff/sign-out', {})).body.url).toBeNull()
})

test('[ID25] with an ID token too long for an address the way out does without it, and still leads there and back', async () => {
  const entra = await startProvider({}, { wholeIdToken: true })
  const own = await serverForThisTest({ oidc: entra.settings })
  await entra.know({ url: `http://localhost:${own.served().port}` })
  const { email } = (await openClinic(own)).here.me
  const wayOut = async (groups: readonly string[]) => {
    entra.accounts.set('maya', { email, email_verified: true, groups })
    const [browser, at] = [openBrowser(own), entra.browser()]
    const { body } = await browser.call<ProviderStart>('POST', '/api/open/provider/start', {
      beside: false,
      anew: false,
    })
    const search = await at.signIn(body.url, 'maya')
    expect((await browser.call('POST', '/api/open/provider/finish', { search })).status).toBe(200)
    const url = (await browser.call<SignedOut>('POST', '/api/staff/sign-out', {})).body.url ?? ''
    expect(await at.signOut(url)).toBe(`http://localhost:${own.served().port}/staff`)
    return { length: url.length, asked: Object.fromEntries(new URL(url).searchParams) }
  }
  const few = await wayOut(['nurses'])
  expect(few.asked.id_token_hint).toMatch(/^ey/)
  const many = await wayOut(Array.from({ length: 180 }, () => randomUUID()))
  expect(many.length).toBeLessThanOrEqual(2000)
  expect(Object.keys(many.asked).sort()).toEqual(['client_id', 'logout_hint', 'post_logout_redirect_uri'])
  expect(many.asked).toMatchObject({ client_id: 'bedside', logout_hint: 'maya' })
  await entra.close()
})

test('[ID19] signing out at the provider ends that sign-in here at once, and its pages; others stay', async () => {
  const { email } = clinic.here.me
  const [first, second] = [await come(email), await come(email)]
  const byPassword = await signIn(server, email)
  const page = await openPage(server.url, 'staff', `${SESSION_COOKIE}=${first.browser.cookie(SESSION_COOKIE)}`)
  await page.ask({ type: 'staff.open', pageId: page.pageId })
  const ended = page.ended()
  await first.at.signOut(`${provider.issuer}/session/end?client_id=${provider.clientId}`)
  await ended
  expect(await here(first.browser)).toBe(false)
  expect([await here(second.browser), await here(byPassword)]).toEqual([true, true])
})

test('[ID19] without a sid all sign-ins of that person end that the provider opened', async () => {
  const { email } = clinic.here.me
  const [first, second, colleague] = [await come(email), await come(email), await come(clinic.colleague.me.email)]
  const byPassword = await signIn(server, email)
  expect((await tell(await provider.logoutToken({ sub: first.subject }))).status).toBe(200)
  expect([await here(first.browser), await here(second.browser)]).toEqual([false, false])
  expect([await here(colleague.browser), await here(byPassword)]).toEqual([true, true])
})

test('[ID20] a logout token is believed by its signature, for us, fresh, once, and as what it is', async () => {
  const { browser, subject } = await come(clinic.here.me.email)
  const sid = await sidOf(subject)
  const ago = Math.floor(Date.now() / 1000) - 3600
  const made = (claims: Record<string, unknown>, header?: { typ?: string; key?: 'another' }) =>
    provider.logoutToken({ sub: subject, ...claims }, header)
  const wrong: Record<string, string> = {
    'another key': await made({}, { key: 'another' }),
    'another issuer': await made({ iss: 'https://elsewhere.example' }),
    'for somebody else': await made({ aud: 'another client' }),
    'with a nonce': await made({ nonce: 'n' }),
    'without the event': await made({ events: {} }),
    'with the event as a word': await made({ events: { 'http://schemas.openid.net/event/backchannel-logout': 'x' } }),
    'nobody in it': await made({ sub: null }),
    'without a name': await made({ jti: null }),
    'an hour old': await made({ iat: ago }),
    'run out': await made({ exp: ago }),
    'another kind': await made({}, { typ: 'at+jwt' }),
    'no token': 'x.y.z',
    unsigned: `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: subject }))}.`,
  }
  for (const [why, token] of Object.entries(wrong)) {
    const reply = await tell(token)
    expect({ status: reply.status, code: reply.code }, why).toEqual({ status: 400, code: 'request/invalid' })
  }
  const elsewhere = await tell(await made({ sid: 'another session' }))
  expect([elsewhere.status, await here(browser)]).toEqual([200, true])
  const token = await made({ sid })
  expect([(await tell(token)).status, await here(browser)]).toEqual([200, false])
  const again = await come(clinic.here.me.email)
  expect([(await tell(token)).status, await here(again.browser)]).toEqual([400, true])
})

test('[ID20] the door for servers takes forms alone, and no other door takes them', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await guest(server).call('POST', '/api/open/provider/logout', { logout_token: 'x' })).status).toBe(400)
  expect((await guest(server).call('POST', '/api/open/sign-in', 'email=a&password=b', form)).code).toBe(
    'access/cross-site',
  )
  expect(
    (await guest(server).call('POST', '/api/open/sign-in', 'email=a&password=b', { ...form, 'x-bedside': '1' })).code,
  ).toBe('request/invalid')
})

test('[ID7] the database holds no token but sealed, and the audit whose sign-in ended', async () => {
  const { subject, browser } = await come(clinic.champion.me.email)
  const rows = await server.sql<{ id_token: string }>('select id_token from provider_sign_ins where subject = $1', [
    subject,
  ])
  expect(rows[0]?.id_token).not.toContain('.')
  await tell(await provider.logoutToken({ sub: subject }))
  expect(await here(browser)).toBe(false)
  await server.served().deps.audit.chain()
  const audit = await server.sql(
    "select action, subject_id from audit where action like 'session.%provider' order by seq desc limit 3",
  )
  const personId = clinic.champion.me.personId
  expect(audit).toEqual([
    { action: 'session.end-by-provider', subject_id: personId },
    { action: 'session.by-provider', subject_id: personId },
    { action: 'session.by-provider', subject_id: null },
  ])
})

test('[ID15] [ID16] [ID17] passwords are closed by who has just come the other way, and opened by the operator', async () => {
  const { email } = clinic.administrator.me
  const only = (browser: Browser, value: boolean) =>
    browser.call<SignInSettings>('PUT', '/api/staff/sign-in-settings/only', { only: value })
  expect((await only(clinic.administrator, true)).code).toBe('access/provider-not-tried')
  const { browser } = await come(email)
  server.clock.advance(16 * 60 * 1000)
  expect((await only(browser, true)).code).toBe('access/provider-not-tried')
  const fresh = await come(email)
  expect((await only(fresh.browser, true)).body).toMatchObject({ only: true, mayClose: true })

  const tried = (password: string) => guest(server).call('POST', '/api/open/sign-in', { email, password })
  expect((await tried('wrong password')).code).toBe('access/wrong-sign-in')
  expect((await tried(PASSWORD)).code).toBe('access/provider-only')
  const link = { token: 'i'.repeat(43) }
  expect((await guest(server).call('POST', '/api/open/link', link)).code).toBe('access/provider-only')
  const used = await guest(server).call('POST', '/api/open/link/password', { ...link, password: PASSWORD })
  expect(used.code).toBe('access/provider-only')
  // Who is signed in stays so, and another organisation notices nothing.
  expect(await here(clinic.here)).toBe(true)
  expect(await here(clinic.otherAdministrator)).toBe(true)
  expect((await guest(server).call('GET', '/api/open/sign-in-ways')).body).toMatchObject({ passwords: true })

  const invitation = { name: 'Ola', title: '', email: 'ola@harbour.example', organisationRole: null, memberships: [] }
  expect((await fresh.browser.call('POST', '/api/staff/people', invitation)).status).toBe(200)
  await guest(server).call('POST', '/api/open/reset', { email })
  await answerResets(server)
  const letters = await server.sql<{ body: string; link: string }>(
    "select body, link from notifications where recipient = any($1) and subject not like '%new device' order by created_at",
    [['ola@harbour.example', email]],
  )
  expect(letters).toHaveLength(2)
  for (const { body, link: sealed } of letters) {
    expect(body).toContain('sign in with Harbour Staff')
    expect(server.served().deps.seal.open(sealed)).toBe(`http://localhost:${server.served().port}/staff`)
  }

  expect(await allowPasswords(server.served().deps.db)).toHaveLength(1)
  expect((await tried(PASSWORD)).status).toBe(200)
})

describe('[PF5] a proof by the provider', () => {
  /** Whether a change of how they sign in wants a proof first. */
  const wantsProof = async (browser: Browser) =>
    (await browser.call('POST', '/api/staff/factors/authenticator', {})).code === 'session/proof-needed'
  /** Goes there in a second tab as `subject`, by an address that may have been changed on the way. */
  const prove = async (browser: Browser, at: ProviderBrowser, subject: string, change = (url: string) => url) => {
    const { body } = await browser.call<ProviderStart>('POST', '/api/staff/proof/provider', {})
    const search = await at.signIn(change(body.url), subject)
    return browser.call<ProviderFinish>('POST', '/api/open/provider/finish', { search })
  }

  test('is wanted of who came that way, however lately, and given by coming anew', async () => {
    const { browser, at, subject } = await come(clinic.colleague.me.email)
    const refused = await browser.call('POST', '/api/staff/factors/authenticator', {})
    expect([refused.code, refused.body.detail]).toMatchObject(['session/proof-needed', { provider: true }])
    const { body } = await browser.call<ProviderStart>('POST', '/api/staff/proof/provider', {})
    const asked = new URL(body.url).searchParams
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '300'])
    const before = browser.cookie('bedside_session')
    const reply = await prove(browser, at, subject)
    expect(reply.body).toMatchObject({ beside: true, me: { personId: clinic.colleague.me.personId } })
    expect(browser.cookie('bedside_session')).not.toBe(before)
    expect(await wantsProof(browser)).toBe(false)
    server.clock.advance(5 * 60 * 1000)
    expect(await wantsProof(browser)).toBe(true)
  })

  test('is none by somebody else, or by a sign-in that does not say when it was', async () => {
    const { browser, at, subject } = await come(clinic.receptionist.me.email)
    const other = await come(clinic.interpreter.me.email)
    expect((await prove(browser, other.at, other.subject)).code).toBe('access/provider-somebody-else')
    const without = (url: string) => url.replace(/&(prompt|max_age)=\w+/g, '')
    expect((await prove(browser, at, subject, without)).code).toBe('access/provider-failed')
    expect(await wantsProof(browser)).toBe(true)
    // Who is signed in here is still who they were.
    expect((await browser.call<Me>('GET', '/api/staff/me')).body.personId).toBe(clinic.receptionist.me.personId)
  })
})

test('[ID12] a sign-in that is weaker than demanded is refused, and the demand is told', async () => {
  const asks = await startProvider({ acrValues: ['AAL3_ANY'], acrAccepted: ['AAL3_ANY'] })
  const own = await serverForThisTest({ oidc: asks.settings })
  await asks.know({ url: `http://localhost:${own.served().port}` })
  const { administrator } = await openClinic(own)
  const levels = [undefined, 'AAL2_OR_AAL3_ANY', 'AAL3_ANY']
  const codes: (string | null)[] = []
  for (const acr of levels) {
    asks.accounts.set('ada', { email: administrator.me.email, email_verified: true, acr })
    const browser = openBrowser(own)
    const { body } = await browser.call<ProviderStart>('POST', '/api/open/provider/start', {
      beside: false,
      anew: false,
    })
    expect(new URL(body.url).searchParams.get('acr_values')).toBe('AAL3_ANY')
    const search = await asks.browser().signIn(body.url, 'ada')
    codes.push((await browser.call('POST', '/api/open/provider/finish', { search })).code)
  }
  expect(codes).toEqual(['access/provider-too-weak', 'access/provider-too-weak', null])
  await asks.close()
})

test('[ID14] a private key signs in the place of a secret', async () => {
  const keyed = await startProvider({ auth: { kind: 'key', jwk: {} } })
  const own = await serverForThisTest({ oidc: keyed.settings })
  await keyed.know({ url: `http://localhost:${own.served().port}` })
  const { administrator } = await openClinic(own)
  keyed.accounts.set('ada', { email: administrator.me.email, email_verified: true })
  const browser = openBrowser(own)
  const { body } = await browser.call<ProviderStart>('POST', '/api/open/provider/start', { beside: false, anew: false })
  const search = await keyed.browser().signIn(body.url, 'ada')
  expect((await browser.call('POST', '/api/open/provider/finish', { search })).status).toBe(200)
  await keyed.close()
})

test('[ID13] a provider that is away stops nobody but who comes by it', async () => {
  const gone = await startProvider()
  await gone.close()
  const own = await serverForThisTest({ oidc: gone.settings })
  const { administrator } = await openClinic(own)
  const start = await guest(own).call('POST', '/api/open/provider/start', { beside: false, anew: false })
  expect({ status: start.status, code: start.code }).toEqual({ status: 409, code: 'access/provider-away' })
  expect((await signIn(own, administrator.me.email)).me.personId).toBe(administrator.me.personId)
  expect((await administrator.call('POST', '/api/staff/sign-out', {})).status).toBe(200)
})
