// Reading what a provider tells about somebody. Providers differ in where groups stand and in how they say that an e-mail
// address is somebody's own.

export type Claims = Readonly<Record<string, unknown>>

const plain = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Every text at `path`: a claim's name, or names with dots between them, through lists as well. `groups` is Entra's,
 * `realm_access.roles` Keycloak's, `nhsid_nrbac_roles.role_code` NHS CIS2's. Undefined: there is no such claim.
 */
export function textsAt(claims: Claims, path: string): string[] | undefined {
  if (path in claims) return texts(claims[path])
  let found: unknown[] = [claims]
  for (const name of path.split('.')) {
    found = found.flatMap((each) => (Array.isArray(each) ? each : [each]))
    found = found.flatMap((each) => (plain(each) && name in each ? [each[name]] : []))
  }
  return found.length > 0 ? texts(found) : undefined
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  return typeof value === 'string' && value.trim() ? [value.trim()] : []
}

/** Entra ID puts a link in the place of more groups than it likes to tell. */
export function tooMany(claims: Claims, path: string): boolean {
  const elsewhere = claims._claim_names
  return claims.hasgroups === true || (plain(elsewhere) && path in elsewhere)
}

/** An e-mail address that the provider says is theirs, or any when `trusted`. Entra's word for it is `xms_edov`. */
export function emailOf(claims: Claims, trusted: boolean): string | null {
  const { email, email_verified: verified, xms_edov: owned } = claims
  if (typeof email !== 'string' || !/^[^\s@<>]+@[^\s@<>]+$/.test(email.trim())) return null
  const theirs = [verified, owned].some((each) => each === true || each === 'true' || each === 1 || each === '1')
  return theirs || (trusted && verified !== false) ? email.trim() : null
}

/** By what the provider knows whom it is to sign out: what it says itself, else the session, else the subject. */
export function logoutHintOf({ login_hint: hint, sid, sub }: Claims): string | null {
  const found = [hint, sid, sub].find((each) => typeof each === 'string' && each.length > 0 && each.length <= 300)
  return typeof found === 'string' ? found : null
}

export function nameOf(claims: Claims): string | null {
  const { name, given_name: given, family_name: family } = claims
  const whole = typeof name === 'string' ? name : [given, family].filter((part) => typeof part === 'string').join(' ')
  return whole.trim().slice(0, 80) || null
}
