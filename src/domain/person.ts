// Members of staff: what state they are in, how long one-time links last, how long a password is.

/** `invited`: has a link and no password yet. `deactivated`: cannot sign in, and everything they did stays. */
export const PERSON_STATUSES = ['invited', 'active', 'deactivated'] as const
export type PersonStatus = (typeof PERSON_STATUSES)[number]

/** `email`: confirms an address that somebody who is signed in wants to sign in with. */
export type LinkKind = 'invitation' | 'reset' | 'email'

const HOUR_MS = 60 * 60 * 1000
/** An invitation waits for somebody's next working day, and for their leave; a new password is asked for by who needs it now. */
export const LINK_MS: Readonly<Record<LinkKind, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  reset: HOUR_MS,
  email: 24 * HOUR_MS,
}

/** NIST SP 800-63B asks at least 8; the UK NCSC's three random words give 12 and more. */
export const SHORTEST_PASSWORD = 10
/** Argon2 hashes any length; beyond this a body is an attack, not a password. */
export const LONGEST_PASSWORD = 200

/** E-mail addresses are compared in lower case without surrounding blanks. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
