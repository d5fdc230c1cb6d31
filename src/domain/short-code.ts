// The short code of a waiting area: what somebody reads from a letter and types. No vowels, so that it makes no word, and
// nothing that looks like something else.

const LETTERS = 'BCDFGHJKMNPQRTVWXY34679'
export const CODE_LENGTH = 6

/** A code from random bytes, of which there must be at least as many as it has letters. */
export function shortCode(random: Uint8Array): string {
  return [...random.slice(0, CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** What was typed, as codes are kept: capital letters without blanks and hyphens. Empty when it can be none. */
export function codeOf(typed: string): string {
  const code = typed.toUpperCase().replace(/[\s-]+/g, '')
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : ''
}
