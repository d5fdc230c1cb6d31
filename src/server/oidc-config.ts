// The settings of an identity provider, put together: which belong to each other, and which are missing. Only config.ts
// uses it.
import type { OidcSettings } from './integrations/oidc/openid.ts'
import type { Values } from './settings.ts'

/** Null when no provider is named, or when `mistakes` got something to say about it. */
export function oidcOf(values: Values, mistakes: string[]): OidcSettings | null {
  const {
    oidcIssuer: issuer,
    oidcClientId: clientId,
    oidcClientSecret: secret,
    oidcClientKey: jwk,
    oidcAcrValues: acrValues,
  } = values
  const wrong = (variable: string) => mistakes.some((mistake) => mistake.startsWith(variable))
  if (secret && jwk) mistakes.push('BEDSIDE_OIDC_CLIENT_KEY and BEDSIDE_OIDC_CLIENT_SECRET are both set: keep one.')
  if (!issuer) {
    const others = [clientId, jwk, values.oidcName, values.oidcGroupsClaim, secret].some((each) => each !== null)
    if (others && !wrong('BEDSIDE_OIDC_ISSUER'))
      mistakes.push('BEDSIDE_OIDC_ISSUER is not set: without it the other BEDSIDE_OIDC settings do nothing.')
    return null
  }
  if (!clientId) mistakes.push('BEDSIDE_OIDC_ISSUER needs BEDSIDE_OIDC_CLIENT_ID: as what the provider knows Bedside.')
  if (!secret && !jwk && !wrong('BEDSIDE_OIDC_CLIENT_'))
    mistakes.push('BEDSIDE_OIDC_ISSUER needs BEDSIDE_OIDC_CLIENT_SECRET or BEDSIDE_OIDC_CLIENT_KEY (or their _FILE).')
  const auth = secret ? { kind: 'secret' as const, secret } : jwk ? { kind: 'key' as const, jwk } : null
  if (!clientId || !auth) return null
  return {
    name: values.oidcName ?? new URL(issuer).hostname,
    issuer,
    clientId,
    auth,
    scopes: values.oidcScopes,
    groupsClaim: values.oidcGroupsClaim ?? '',
    acrValues,
    acrAccepted: values.oidcAcrAccepted.length > 0 ? values.oidcAcrAccepted : acrValues,
    trustEmail: values.oidcTrustEmail === 'true',
    organisation: values.oidcOrganisation,
  }
}
