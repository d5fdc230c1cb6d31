// Second factors: what counts as a code that somebody typed, and how many and how long.

export const RECOVERY_CODES = 10
/** 32 signs that nobody takes for another one: 16 of them are 80 bits, as strong as the fingerprints that are kept. */
export const RECOVERY_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const RECOVERY_LENGTH = 16

/** How long the second step is awaited: time to find a telephone, or a sheet in a drawer. */
export const SECOND_STEP_MS = 10 * 60 * 1000
/** How long a browser may take to sign with a passkey. */
export const PASSKEY_ASK_MS = 5 * 60 * 1000
/** Nobody has more devices; a list without an end is no list. */
export const MOST_PASSKEYS = 20

/** The six digits of an authenticator, or null: blanks do not count. */
export function readAuthenticatorCode(typed: string): string | null {
  const digits = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** A recovery code without its dashes and in capitals, or null. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (signs.length !== RECOVERY_LENGTH) return null
  return [...signs].every((sign) => RECOVERY_SIGNS.includes(sign)) ? signs : null
}

/** As it is shown and printed: in fours. */
export function showRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
