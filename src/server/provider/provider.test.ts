import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import type { PeopleView } from '#contract/people-admin'
import type { ProviderFinish, ProviderStart, SignInSettings } from '#contract/provider'
import { type Browser, openBrowser, type Reply } from '../../../test/browser.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { signIn, somebody } from '../../../test/people.ts'
import {
  type Account,
  type ProviderBrowser,
  startProvider,
  type TestProvider,
} from '../../../test/provider/provider.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'

let provider: TestProvider
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  provider = await startProvider()
  server = await startTestServer({ oidc: provider.settings })
  const { port } = server.served()
  await provider.know({ url: `http://localhost:${port}`, logoutAt: `${server.url}/api/open/provider/logout` })
  clinic = await openClinic(server)
})
afterAll(async () => {
  await server.close()
  await provider.close()
})

interface Came {
  readonly browser: Browser
  readonly at: ProviderBrowser
  readonly reply: Reply<ProviderFinish>
}

/** Somebody new at the provider. */
function account(is: Account): string {
  const subject = randomUUID()
  provider.accounts.set(subject, is)
  return subject
}

/** Presses the button, signs in there, and comes back. */
async function come(
  subject: string | null,
  { browser = openBrowser(server), at = provider.browser(), from = '/api/open/provider/start', anew = false } = {},
): Promise<Came> {
  const { body } = await browser.call<ProviderStart>('POST', from, { beside: false, anew })
  const search = await at.signIn(body.url, subject)
  return { browser, at, reply: await browser.call<ProviderFinish>('POST', '/api/open/provider/finish', { search }) }
}

const verified = (email: string, more: Account = {}): Account => ({ email, email_verified: true, ...more })

async function setRules(rules: readonly { group: string; serviceId: string | null; role: string }[]): Promise<void> {
  const reply = await clinic.administrator.call('PUT', '/api/staff/sign-in-settings/groups', { rules })
  expect(reply.status, reply.text).toBe(200)
}

const serviceOf = async (name: string) => {
  const { body } = await clinic.administrator.call<SignInSettings>('GET', '/api/staff/sign-in-settings')
  return body.services.find((each) => each.name.startsWith(name))?.id ?? ''
}

const refusals = async (subject: string) => (await come(subject)).reply.code

test('[ID1] the sign-in page offers the provider by its name; without one there is none, and nothing begins', async () => {
  const ways = await openBrowser(server).call('GET', '/api/open/sign-in-ways')
  expect(ways.body).toEqual({ provider: { name: 'Harbour Staff' }, passwords: true })
  const plain = await startTestServer()
  const browser = openBrowser(plain)
  expect((await browser.call('GET', '/api/open/sign-in-ways')).body).toEqual({ provider: null, passwords: true })
  const start = await browser.call('POST', '/api/open/provider/start', { beside: false, anew: false })
  expect(start.code).toBe('access/provider-none')
  await plain.close()
})

test('[ID2] the question carries state, nonce and a PKCE challenge, and nothing that says who asks', async () => {
  const { body } = await openBrowser(server).call<ProviderStart>('POST', '/api/open/provider/start', {
    beside: false,
    anew: false,
  })
  const asked = new URL(body.url).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid profile email groups',
    redirect_uri: `http://localhost:${server.served().port}/staff/provider`,
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBe(43)
})

test('[ID23] on another try the provider asks who they are, whoever is signed in there', async () => {
  const at = provider.browser()
  const [stranger, colleague] = [
    account(verified('stranger@harbour.example')),
    account(verified(clinic.champion.me.email)),
  ]
  expect((await come(stranger, { at })).reply.code).toBe('access/provider-unknown-person')
  // Without being asked again, it is the same as before.
  expect((await come(colleague, { at })).reply.code).toBe('access/provider-unknown-person')
  expect((await come(colleague, { at, anew: true })).reply.body.me.personId).toBe(clinic.champion.me.personId)
})

test('[ID3] somebody is found by an address that the provider vouches for, and from then on by who they are there', async () => {
  const { email, personId, name } = clinic.here.me
  const subject = account(verified(email.toUpperCase()))
  const first = await come(subject)
  expect(first.reply.body.me).toMatchObject({ personId, name })
  expect((await first.browser.call<Me>('GET', '/api/staff/me')).body.personId).toBe(personId)
  provider.accounts.set(subject, { email: 'married@harbour.example' })
  expect((await come(subject)).reply.body.me.personId).toBe(personId)
})

test('[ID3] an address that changed hands there opens nothing here', async () => {
  const { email } = clinic.colleague.me
  expect(await refusals(account({ email }))).toBe('access/provider-unknown-person')
  expect((await come(account(verified(email)))).reply.status).toBe(200)
  expect(await refusals(account(verified(email)))).toBe('access/provider-unknown-person')
})

test('[ID24] a new account there counts once the old one is taken away', async () => {
  const { email, personId } = clinic.colleague.me
  const [old] = await server.sql<{ subject: string }>('select subject from person_identities where person_id = $1', [
    personId,
  ])
  const before = await come(old?.subject ?? '')
  const renewed = account(verified(email))
  expect(await refusals(renewed)).toBe('access/provider-unknown-person')
  const view = await clinic.administrator.call<PeopleView>('POST', `/api/staff/people/${personId}/disconnect`, {})
  expect(view.body.people.find(({ id }) => id === personId)?.connected).toBe(false)
  expect((await before.browser.call('GET', '/api/staff/me')).status).toBe(401)
  expect((await come(renewed)).reply.body.me.personId).toBe(personId)
  expect(await refusals(old?.subject ?? '')).toBe('access/provider-unknown-person')
})

test('[ID4] who was invited is here with that; who is deactivated, or of another organisation, is not', async () => {
  const [{ email }] = (await server.sql<{ email: string }>('select email from people where id = $1', [
    clinic.invitedId,
  ])) as [{ email: string }]
  const invited = await come(account(verified(email)))
  expect(invited.reply.body.me.personId).toBe(clinic.invitedId)
  expect(await server.sql('select 1 from person_links where person_id = $1', [clinic.invitedId])).toEqual([])
  await clinic.administrator.call('POST', `/api/staff/people/${clinic.invitedId}/deactivate`, {})
  expect((await invited.browser.call('GET', '/api/staff/me')).status).toBe(401)
  expect(await refusals(account(verified(email)))).toBe('access/provider-unknown-person')
  await clinic.administrator.call('POST', `/api/staff/people/${clinic.invitedId}/reactivate`, {})
  const [person] = await server.sql<{ status: string }>('select status from people where id = $1', [clinic.invitedId])
  expect(person?.status).toBe('active')
  expect(await refusals(account(verified('amara@riverside.example')))).toBe('access/provider-unknown-person')
})

test('[ID5] [ID10] somebody unknown comes in when a group of theirs gives a role, and as long as it does', async () => {
  const knee = await serviceOf('Knee clinic')
  const subject = account(verified('new.starter@harbour.example', { name: 'Nia Starter', groups: ['knee-team'] }))
  expect(await refusals(subject)).toBe('access/provider-unknown-person')
  await setRules([
    { group: 'knee-team', serviceId: knee, role: 'practitioner' },
    { group: 'it', serviceId: null, role: 'administrator' },
  ])
  const came = await come(subject)
  expect(came.reply.body.me).toMatchObject({
    name: 'Nia Starter',
    email: 'new.starter@harbour.example',
    role: 'practitioner',
  })
  expect(came.reply.body.me.areas.map(({ name }) => name)).toContain('Knee clinic')
  provider.accounts.set(subject, verified('x@harbour.example', { groups: ['it'] }))
  expect((await come(subject)).reply.body.me).toMatchObject({ roles: ['administrator'], areas: [] })
  // The page that was open before has heard it, too.
  expect((await came.browser.call<Me>('GET', '/api/staff/me')).body.roles).toEqual(['administrator'])
  provider.accounts.set(subject, verified('x@harbour.example'))
  expect((await come(subject)).reply.body.me.roles).toEqual([])
  await setRules([])
})

test('[ID5] nobody comes in by a group without an address that is vouched for', async () => {
  await setRules([{ group: 'it', serviceId: null, role: 'administrator' }])
  expect(await refusals(account({ email: 'nobody.knows@harbour.example', groups: ['it'] }))).toBe(
    'access/provider-unknown-person',
  )
  expect(await refusals(account({ groups: ['it'] }))).toBe('access/provider-unknown-person')
  await setRules([])
})

test('[ID8] where groups count, nobody comes in on half of them', async () => {
  const subject = account(verified(clinic.interpreter.me.email, { _claim_names: { groups: 'elsewhere' } }))
  expect((await come(subject)).reply.status).toBe(200)
  await setRules([{ group: 'it', serviceId: null, role: 'administrator' }])
  expect(await refusals(subject)).toBe('access/provider-too-many-groups')
  await setRules([])
})

test('[ID11] whoever is the last administrator by a group stays one without it, until there is another', async () => {
  await setRules([{ group: 'it', serviceId: null, role: 'administrator' }])
  const subject = account(verified('last@harbour.example', { groups: ['it'] }))
  const { personId } = clinic.administrator.me
  const setRole = (role: string | null) =>
    server.sql('update people set organisation_role = $2 where id = $1', [personId, role])
  expect((await come(subject)).reply.body.me.roles).toEqual(['administrator'])
  await setRole(null)
  provider.accounts.set(subject, verified('last@harbour.example'))
  expect((await come(subject)).reply.body.me.roles).toEqual(['administrator'])
  await setRole('administrator')
  expect((await come(subject)).reply.body.me.roles).toEqual([])
  await setRules([])
})

test('[ID9] a rule names a role that fits, in a service of one’s own, once', async () => {
  const [other] = await server.sql<{ id: string }>(
    'select services.id from services join organisations on organisations.id = organisation_id where sample',
  )
  const knee = await serviceOf('Knee clinic')
  for (const rules of [
    [{ group: 'a', serviceId: other?.id, role: 'practitioner' }],
    [{ group: 'a', serviceId: null, role: 'practitioner' }],
    [{ group: 'a', serviceId: knee, role: 'administrator' }],
    [
      { group: 'a', serviceId: knee, role: 'champion' },
      { group: ' a ', serviceId: knee, role: 'champion' },
    ],
  ])
    expect((await clinic.administrator.call('PUT', '/api/staff/sign-in-settings/groups', { rules })).code).toBe(
      'person/role-not-valid',
    )
})

test('[ID6] who is signed in connects what they have there, whatever its address; nobody takes it from them', async () => {
  const subject = account({ name: 'No Address' })
  const { elsewhere } = clinic
  const came = await come(subject, { browser: elsewhere, from: '/api/staff/provider/connect' })
  expect(came.reply.body.me.personId).toBe(elsewhere.me.personId)
  expect((await come(subject)).reply.body.me.personId).toBe(elsewhere.me.personId)
  const taken = await come(subject, { browser: clinic.champion, from: '/api/staff/provider/connect' })
  expect(taken.reply.code).toBe('person/identity-taken')
  expect((await come(subject)).reply.body.me.personId).toBe(elsewhere.me.personId)
})

test('[ID6] who signed out meanwhile connects nothing', async () => {
  const browser = await signIn(server, clinic.auditor.me.email)
  const { body } = await browser.call<ProviderStart>('POST', '/api/staff/provider/connect', {
    beside: false,
    anew: false,
  })
  const subject = account({ name: 'Too Late' })
  const search = await provider.browser().signIn(body.url, subject)
  await browser.call('POST', '/api/staff/sign-out', {})
  expect((await browser.call('POST', '/api/open/provider/finish', { search })).code).toBe('access/sign-in-needed')
  expect(await refusals(subject)).toBe('access/provider-unknown-person')
})

test('[ID2] what comes back to another browser, a second time, changed, or too late signs nobody in', async () => {
  const subject = account(verified(clinic.receptionist.me.email))
  const start = async () => {
    const browser = openBrowser(server)
    const { body } = await browser.call<ProviderStart>('POST', '/api/open/provider/start', {
      beside: false,
      anew: false,
    })
    const back = browser.rememberCookies()
    return { browser, back, search: await provider.browser().signIn(body.url, subject) }
  }
  const finish = (browser: Browser, search: string) => browser.call('POST', '/api/open/provider/finish', { search })
  const [mine, theirs] = [await start(), await start()]
  expect((await finish(openBrowser(server), mine.search)).code).toBe('access/provider-failed')
  expect((await finish(theirs.browser, mine.search)).code).toBe('access/provider-failed')
  theirs.back()
  for (const [part, instead] of [
    [/state=[^&]+/, 'state=other'],
    [/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'],
  ] as const) {
    expect((await finish(theirs.browser, theirs.search.replace(part, instead))).code).toBe('access/provider-failed')
    theirs.back()
  }
  expect((await finish(theirs.browser, theirs.search.replace(/code=[^&]+/, 'code=other'))).code).toBe(
    'access/provider-failed',
  )
  expect((await finish(mine.browser, mine.search)).status).toBe(200)
  mine.back()
  expect((await finish(mine.browser, mine.search)).code).toBe('access/provider-failed')
  const late = await start()
  server.clock.advance(16 * 60 * 1000)
  expect((await finish(late.browser, late.search)).code).toBe('access/provider-failed')
  for (const search of ['?', 'code', '?error=server_error', `?code=${'x'.repeat(5000)}&state=y`]) {
    const { browser } = await start()
    expect((await finish(browser, search)).code, search).toBe('access/provider-failed')
  }
})

test('[ID2] who presses Cancel there is told that they are not signed in', async () => {
  const { browser, reply } = await come(null)
  expect(reply.code).toBe('access/provider-refused')
  expect(browser.cookie(SESSION_COOKIE)).toBeUndefined()
})

test('[ID7] of all that no log has a name, an address, a subject or a code', async () => {
  const subjects = [...provider.accounts.keys()].join('|')
  for (const line of server.logLines)
    expect(line).not.toMatch(new RegExp(`harbour\\.example|priya|nia starter|${subjects}|code=`, 'i'))
  expect(server.logLines.filter((line) => line.includes('"fault"'))).toEqual([])
})

test('[SF16] a sign-in by the provider counts as the second factor that is required, a password does not', async () => {
  const { email } = (await somebody(server, clinic.administrator, 'Second Step', {})).me
  const require = (required: boolean) =>
    clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required })
  expect((await require(true)).status).toBe(200)
  const { browser, reply } = await come(account(verified(email)))
  expect(reply.body.me).toMatchObject({ email, mustEnrol: false })
  expect((await browser.call('GET', '/api/staff/notes')).status).toBe(200)
  expect((await signIn(server, email)).me.mustEnrol).toBe(true)
  await require(false)
})

test('[SI13] [ID18] in a browser that is signed in already the sign-in goes on, and ends at the provider, too', async () => {
  const person = await somebody(server, clinic.administrator, 'Signed In Already', {})
  const subject = account(verified(person.me.email))
  for (const _ of ['the first time', 'and again']) {
    const { reply } = await come(subject, { browser: person })
    expect(reply.status, reply.text).toBe(200)
  }
  const out = await person.call<{ url: string | null }>('POST', '/api/staff/sign-out', {})
  expect(out.body.url).toContain('id_token_hint')
})
