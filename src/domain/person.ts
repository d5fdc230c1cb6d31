// Members of staff: what a name, an e-mail address and a password must be.
import { Problem } from './problem.ts'

/** NIST SP 800-63B asks at least 8; the UK NCSC's three random words give 12 and more. */
export const SHORTEST_PASSWORD = 10
/** Argon2 hashes any length; beyond this a body is an attack, not a password. */
export const LONGEST_PASSWORD = 200

export function checkPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD) throw new Problem('person/password-too-short', { least: SHORTEST_PASSWORD })
}

/** E-mail addresses are compared in lower case without surrounding blanks. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
