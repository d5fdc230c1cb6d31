// A real OpenID provider on this machine (oidc-provider) with made-up people: its page lets one press who one is. Tests
// drive it as a browser would, or let Chromium do so.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import type { OidcSettings } from '../../src/server/integrations/oidc/openid.ts'

export interface Account {
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
  /** Where the groups are, when they are too many to tell. */
  readonly _claim_names?: { readonly groups: string }
  /** How strongly they sign in. */
  readonly acr?: string
}

export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  /** As Bedside is told of it. */
  readonly settings: OidcSettings
  /** By subject; they change as a test likes. */
  readonly accounts: Map<string, Account>
  /** Where Bedside is, once it runs. `logoutAt`: where it hears of logouts, when it is to. */
  know(bedside: { readonly url: string; readonly logoutAt?: string }): Promise<void>
  /** A browser at the provider, with what it remembers of it. */
  browser(): ProviderBrowser
  /** A logout token as the provider would sign it; null leaves a claim out. */
  logoutToken(change: JWTPayload, header?: { typ?: string; key?: 'another' }): Promise<string>
  close(): Promise<void>
}

export interface ProviderBrowser {
  /** Goes to `url`, presses that they are `subject` (null: Cancel) and says with what they are sent back. */
  signIn(url: string, subject: string | null): Promise<string>
  /** Goes to `url`, agrees to sign out there as well, and says where they are sent. */
  signOut(url: string): Promise<string>
}

/** As much of an address as gateways before a provider take. */
const MOST_HEADER_BYTES = 8 * 1024

export const CLIENT_SECRET = 'a secret with spaces & signs: +%'

/** `wholeIdToken`: everything it knows of somebody stands in their ID token, as with Entra ID. */
export async function startProvider(
  change: Partial<OidcSettings> = {},
  { wholeIdToken = false }: { readonly wholeIdToken?: boolean } = {},
): Promise<TestProvider> {
  const accounts = new Map<string, Account>()
  const [{ privateKey }, own] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS512', { extractable: true }),
  ])
  const signing = { ...(await exportJWK(privateKey)), kid: 'provider', use: 'sig', alg: 'RS256' }
  const another = (await generateKeyPair('RS256')).privateKey
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) =>
    answer(request, response),
  ).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const clientId = 'bedside'
  const ownKey = { ...(await exportJWK(own.privateKey)), kid: 'ours', use: 'sig', alg: 'RS512' }
  const ownPublic = { ...(await exportJWK(own.publicKey)), kid: 'ours', use: 'sig', alg: 'RS512' }
  const settings: OidcSettings = {
    name: 'Harbour Staff',
    issuer,
    clientId,
    auth: { kind: 'secret', secret: CLIENT_SECRET },
    scopes: 'openid profile email groups',
    groupsClaim: 'groups',
    acrValues: [],
    acrAccepted: [],
    trustEmail: false,
    organisation: null,
    ...change,
  }
  const byKey = change.auth?.kind === 'key'
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        ...(byKey
          ? { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'RS512' }
          : { client_secret: CLIENT_SECRET, token_endpoint_auth_method: 'client_secret_post' }),
        ...(byKey ? { jwks: { keys: [ownPublic] } } : {}),
        redirect_uris: ['http://localhost:1/staff/provider'],
        post_logout_redirect_uris: ['http://localhost:1/staff'],
      },
    ],
    jwks: { keys: [signing] },
    cookies: { keys: ['for tests alone'] },
    enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'RS512'] },
    pkce: { required: () => true },
    conformIdTokenClaims: !wholeIdToken,
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups', '_claim_names'],
    },
    scopes: ['openid', 'profile', 'email', 'groups'],
    acrValues: ['AAL2_OR_AAL3_ANY', 'AAL3_ANY'],
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ ...accounts.get(accountId), acr: undefined, sub: accountId }),
    }),
    async loadExistingGrant(ctx: GrantContext) {
      const { session, client } = ctx.oidc
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: drawLogout },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    // It refuses to speak to this machine, and that is where tests live.
    fetch: (url: string, { dispatcher, ...options }: RequestInit & { dispatcher?: unknown }) => fetch(url, options),
  })
  const callback = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    if (request.method === 'GET') return drawPeople(response, accounts)
    void text(request).then((body) => {
      const subject = new URLSearchParams(body).get('subject')
      const acr = accounts.get(subject ?? '')?.acr
      return provider.interactionFinished(
        request,
        response,
        subject
          ? { login: { accountId: subject, ...(acr ? { acr } : {}) } }
          : { error: 'access_denied', error_description: 'They pressed Cancel.' },
      )
    })
  }
  return {
    issuer,
    clientId,
    settings: byKey ? { ...settings, auth: { kind: 'key', jwk: ownKey } } : settings,
    accounts,
    async know({ url, logoutAt }) {
      const client = await provider.Client.find(clientId)
      client.redirectUris = [`${url}/staff/provider`]
      client.postLogoutRedirectUris = [`${url}/staff`]
      if (logoutAt) Object.assign(client, { backchannelLogoutUri: logoutAt, backchannelLogoutSessionRequired: true })
    },
    browser: openProviderBrowser,
    async logoutToken(claims, { typ = 'logout+jwt', key } = {}) {
      const usual = {
        iss: issuer,
        aud: clientId,
        iat: Math.floor(Date.now() / 1000),
        jti: crypto.randomUUID(),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      }
      const payload = Object.fromEntries(Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== null))
      const signer = key ? another : await importJWK(signing, 'RS256')
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'provider', typ }).sign(signer)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface GrantContext {
  readonly oidc: { readonly session: { readonly accountId: string }; readonly client: { readonly clientId: string } }
}

function openProviderBrowser(): ProviderBrowser {
  const cookies = new Map<string, string>()
  /** Follows the provider's own redirections; stops where a page is drawn or another host begins. */
  const go = async (from: string, url: string, form?: URLSearchParams) => {
    let next = url
    let body = form
    for (;;) {
      if (new URL(next).origin !== from) return { url: next, page: null }
      const response = await fetch(next, {
        method: body ? 'POST' : 'GET',
        body: body ?? null,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        if (pair.slice(at + 1)) cookies.set(pair.slice(0, at), pair.slice(at + 1))
        else cookies.delete(pair.slice(0, at))
      }
      const location = response.headers.get('location')
      const page = location ? '' : await response.text()
      const sends = /Submitting Callback[\s\S]*action="([^"]+)"/.exec(page)
      if (!location && !sends) return { url: next, page }
      next = new URL(location ?? sends?.[1] ?? '', next).href
      body = sends ? new URLSearchParams(hiddenFields(page)) : undefined
    }
  }
  return {
    async signIn(url, subject) {
      const { origin } = new URL(url)
      let at = await go(origin, url)
      if (at.page !== null) at = await go(origin, at.url, new URLSearchParams({ subject: subject ?? '' }))
      if (at.page !== null) throw new Error(`the provider says: ${at.page}`)
      return new URL(at.url).search
    },
    async signOut(url) {
      const { origin } = new URL(url)
      const { page } = await go(origin, url)
      const [, action = ''] = /action="([^"]+)"/.exec(page ?? '') ?? []
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page ?? '') ?? []
      if (!xsrf) throw new Error(`the provider says: ${page}`)
      return (await go(origin, action, new URLSearchParams({ xsrf, logout: 'yes' }))).url
    },
  }
}

/** What a page sends by itself. */
const hiddenFields = (page: string) =>
  [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])

const PAGE = '<!doctype html><html lang="en"><title>Harbour Staff</title>'

function drawPeople(response: ServerResponse, accounts: ReadonlyMap<string, Account>): void {
  const buttons = [...accounts].map(
    ([subject, { name }]) => `<button name="subject" value="${subject}">${name ?? subject}</button>`,
  )
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`${PAGE}<h1>Who are you?</h1><form method="post">${buttons.join('')}<button>Cancel</button></form>`)
}

function drawLogout(ctx: { body: string }, form: string): void {
  ctx.body = `${PAGE}<h1>Sign out of Harbour Staff, too?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`
}
