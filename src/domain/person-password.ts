// What a password must be. Apart from domain/person, whose figures the browser needs without the list.
import { SHORTEST_PASSWORD } from './person.ts'
import { COMMON_PASSWORDS } from './person-common-passwords.ts'
import { Problem } from './problem.ts'

/** `own`: what belongs to the person and so is guessed first, such as their name and e-mail address. */
export function checkPassword(password: string, own: readonly string[] = []): void {
  if (password.length < SHORTEST_PASSWORD) throw new Problem('person/password-too-short', { least: SHORTEST_PASSWORD })
  if (isCommon(password, own)) throw new Problem('person/password-too-common')
}

/** Whether it is one of those that are tried first: a common one, a run of characters, or the person's own name. */
function isCommon(password: string, own: readonly string[]): boolean {
  const plain = password.toLowerCase().replace(/\s+/g, '')
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(withoutTail(plain))) return true
  if (new Set(plain).size <= 2 || isRun(plain)) return true
  const stem = withoutTail(plain)
  return own.some((text) => {
    const theirs = text.toLowerCase().replace(/\s+/g, '')
    return theirs.length > 3 && (plain === theirs || stem === withoutTail(theirs))
  })
}

/** Digits and signs at the end are what everybody adds: "password2026!" is "password". */
function withoutTail(text: string): string {
  const characters = [...text]
  return characters.slice(0, characters.findLastIndex((character) => /\p{L}/u.test(character)) + 1).join('')
}

/** "abcdefghij", "0987654321": each character next to the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => (character.codePointAt(0) ?? 0) - text.charCodeAt(at))
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}
