// OpenID Connect by openid-client: discovery, authorisation code with PKCE, signatures checked by the provider's keys.
// What went wrong is told to the log by its code alone: a provider's words may name somebody.
import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import * as client from 'openid-client'
import { PROOF_MS } from '#domain/permission'
import { Problem } from '#domain/problem'
import { type Claims, emailOf, logoutHintOf, nameOf, textsAt, tooMany } from './claims.ts'
import { type Attempt, type Identity, type IdentityProvider, LOGOUT_TOKEN_SECONDS, type Logout } from './port.ts'

export interface OidcSettings {
  readonly name: string
  /** HTTPS, or HTTP on this machine. */
  readonly issuer: string
  readonly clientId: string
  readonly auth:
    | { readonly kind: 'secret'; readonly secret: string }
    /** A private key as a JSON Web Key, for `private_key_jwt`. */
    | { readonly kind: 'key'; readonly jwk: Readonly<Record<string, unknown>> }
  /** Separated by blanks; `openid` among them. */
  readonly scopes: string
  /** Empty: no groups are asked after. */
  readonly groupsClaim: string
  /** In the order of preference; empty: whatever the provider thinks right. */
  readonly acrValues: readonly string[]
  /** The `acr` that is taken; empty: any. */
  readonly acrAccepted: readonly string[]
  readonly trustEmail: boolean
  readonly organisation: string | null
}

interface Found {
  readonly config: client.Configuration
  readonly keys: JWTVerifyGetKey | null
  readonly until: number
}

/** Providers change their addresses and keys' address about never. */
const DISCOVERY_MS = 60 * 60 * 1000
const TIMEOUT_SECONDS = 10
/** As long as a proof counts here. */
const PROOF_SECONDS = PROOF_MS / 1000
const TOLERANCE_SECONDS = 60
/** What every server and gateway takes as an address; an ID token with many groups in it makes longer ones. */
const LONGEST_ADDRESS = 2000
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

export function openOidc(settings: OidcSettings, tell: (facts: Record<string, string>) => void): IdentityProvider {
  let found: Found | null = null

  const discover = async (): Promise<Found> => {
    if (found && found.until > performance.now()) return found
    try {
      const config = await client.discovery(
        new URL(settings.issuer),
        settings.clientId,
        { [client.clockTolerance]: TOLERANCE_SECONDS },
        await authOf(settings),
        {
          timeout: TIMEOUT_SECONDS,
          execute: settings.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
        },
      )
      client.enableNonRepudiationChecks(config)
      const { jwks_uri } = config.serverMetadata()
      const keys = jwks_uri ? createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 }) : null
      found = { config, keys, until: performance.now() + DISCOVERY_MS }
      return found
    } catch (error) {
      // What was found before is good for longer than a provider is away.
      if (found) return found
      throw away(error)
    }
  }

  const away = (error: unknown) => {
    tell({ step: 'provider away', ...factsOf(error) })
    return new Problem('access/provider-away')
  }

  const claimsOf = async (config: client.Configuration, tokens: Tokens): Promise<Claims> => {
    const idToken: Claims = { ...tokens.claims() }
    const { groupsClaim } = settings
    const whole =
      'email' in idToken && 'name' in idToken && (!groupsClaim || textsAt(idToken, groupsClaim) !== undefined)
    if (whole || !config.serverMetadata().userinfo_endpoint) return idToken
    const more = await client.fetchUserInfo(config, tokens.access_token, String(idToken.sub))
    return { ...more, ...idToken }
  }

  const tokensFor = async (config: client.Configuration, url: string, { state, nonce, verifier, fresh }: Attempt) => {
    const checks = {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      ...(fresh ? { maxAge: PROOF_SECONDS } : {}),
    }
    const tokens = await client.authorizationCodeGrant(config, new URL(url), checks)
    return { tokens, claims: await claimsOf(config, tokens) }
  }

  return {
    name: settings.name,
    issuer: settings.issuer,
    organisation: settings.organisation,
    tellsGroups: settings.groupsClaim !== '',
    async begin(redirectUri, { state, nonce, verifier, fresh }, anew) {
      const { config } = await discover()
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(anew || fresh ? { prompt: 'login' } : {}),
        // With it, a provider has to say when they signed in there.
        ...(fresh ? { max_age: String(PROOF_SECONDS) } : {}),
        ...(settings.acrValues.length > 0 ? { acr_values: settings.acrValues.join(' ') } : {}),
      })
      return url.href
    },
    async finish(url, attempt): Promise<Identity> {
      const { config } = await discover()
      const { tokens, claims } = await tokensFor(config, url, attempt).catch((error: unknown) => {
        if (isNetwork(error)) throw away(error)
        tell({ step: 'sign-in not taken', ...factsOf(error) })
        const refused = error instanceof client.AuthorizationResponseError && REFUSALS.includes(error.error)
        throw new Problem(refused ? 'access/provider-refused' : 'access/provider-failed')
      })
      const { acrAccepted, groupsClaim } = settings
      // The ID token alone says how somebody signed in: it is signed.
      const { acr, sid, iss, sub } = (tokens.claims() ?? {}) as Claims
      if (acrAccepted.length > 0 && !acrAccepted.includes(String(acr))) {
        tell({ step: 'sign-in too weak' })
        throw new Problem('access/provider-too-weak')
      }
      if (!tokens.id_token || typeof iss !== 'string' || typeof sub !== 'string')
        throw new Problem('access/provider-failed')
      const groups = groupsClaim ? textsAt(claims, groupsClaim) : []
      return {
        issuer: iss,
        subject: sub,
        email: emailOf(claims, settings.trustEmail),
        name: nameOf(claims),
        groups: groups ?? (tooMany(claims, groupsClaim) ? null : []),
        sid: typeof sid === 'string' ? sid : null,
        idToken: tokens.id_token,
      }
    },
    async leave(idToken, backTo) {
      try {
        const { config } = await discover()
        if (!config.serverMetadata().end_session_endpoint) return null
        const back = { client_id: settings.clientId, post_logout_redirect_uri: backTo }
        const { href } = client.buildEndSessionUrl(config, { ...back, id_token_hint: idToken })
        if (href.length <= LONGEST_ADDRESS) return href
        const hint = logoutHintOf(decodeJwt(idToken))
        return client.buildEndSessionUrl(config, { ...back, ...(hint ? { logout_hint: hint } : {}) }).href
      } catch (error) {
        if (error instanceof Problem) return null
        throw error
      }
    },
    async readLogout(token): Promise<Logout> {
      const { config, keys } = await discover()
      if (!keys) throw new Problem('request/invalid')
      const { issuer, id_token_signing_alg_values_supported: told } = config.serverMetadata()
      const algorithms = (told ?? ['RS256']).filter((name) => /^(RS|PS|ES|EdDSA|Ed25519)/.test(name))
      try {
        const { payload, protectedHeader } = await jwtVerify(token, keys, {
          issuer,
          algorithms,
          audience: settings.clientId,
          requiredClaims: ['iat', 'jti'],
          maxTokenAge: LOGOUT_TOKEN_SECONDS - 2 * TOLERANCE_SECONDS,
          clockTolerance: TOLERANCE_SECONDS,
        })
        return logoutOf(payload, protectedHeader.typ)
      } catch (error) {
        if (error instanceof Problem) throw error
        if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw away(error)
        tell({ step: 'logout not taken', ...factsOf(error) })
        throw new Problem('request/invalid')
      }
    },
  }
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

/** What a provider answers when somebody presses Cancel there, or is not let in. */
const REFUSALS = [
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]

function logoutOf(payload: JWTPayload, type: string | undefined): Logout {
  const { iss, sub, sid, jti, events, nonce } = payload
  const event = (events as Claims | undefined)?.[LOGOUT_EVENT]
  // Another kind of token of the same provider, an ID token above all, must never end anything.
  const rightType = type === undefined || /^(application\/)?(logout\+jwt|jwt)$/i.test(type)
  const told = typeof sub === 'string' || typeof sid === 'string'
  if (!iss || !jti || !rightType || !told || nonce !== undefined || typeof event !== 'object' || event === null)
    throw new Problem('request/invalid')
  return { issuer: iss, jti, subject: sub ?? null, sid: typeof sid === 'string' ? sid : null }
}

async function authOf({ auth }: OidcSettings): Promise<client.ClientAuth> {
  if (auth.kind === 'secret') return secretAuth(auth.secret)
  const { kid, alg } = auth.jwk as JWK
  const key = await importJWK(auth.jwk as JWK, alg ?? 'RS512')
  if (key instanceof Uint8Array) throw new Error('not a private key')
  return client.PrivateKeyJwt({ key, ...(kid ? { kid } : {}) })
}

/** By the body where the provider takes that: secrets with special characters then need no escaping. */
function secretAuth(secret: string): client.ClientAuth {
  const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported
    return (ways?.includes('client_secret_post') ? post : basic)(server, ...rest)
  }
}

function factsOf(error: unknown): Record<string, string> {
  const { code, error: said, cause } = error as { code?: unknown; error?: unknown; cause?: { code?: unknown } }
  return {
    ...(typeof code === 'string' ? { code } : {}),
    // `invalid_client` and the like: a closed list in the standard, cut in case somebody writes a letter there.
    ...(typeof said === 'string' ? { said: said.slice(0, 40) } : {}),
    ...(typeof cause?.code === 'string' ? { cause: cause.code } : {}),
  }
}

function isNetwork(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  // What `fetch` throws; a TypeError with a code is about an argument.
  const failed = (each: unknown) => each instanceof TypeError && !('code' in each)
  const { cause } = error as { cause?: unknown }
  return failed(error) || failed(cause) || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT'
}
