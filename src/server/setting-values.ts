// How the text of a variable becomes a value. A parser throws a `Mistake`; config.ts makes the sentence of it.
import { believed } from './platform/addresses.ts'

/**
 * What is wrong with a value, as the end of a sentence that begins with the variable's name and that says how to mend it.
 * It never contains the value: that is `shown`, which config.ts leaves out for a secret.
 */
export class Mistake extends Error {
  readonly shown: string | null
  constructor(mend: string, shown: string | null = null) {
    super(mend)
    this.shown = shown
  }
}

export function optional(text: string): string | null {
  return text === '' ? null : text
}

export function optionally<T>(parse: (text: string) => T): (text: string) => T | null {
  return (text) => (text === '' ? null : parse(text))
}

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new Mistake(`must be a whole number from ${least} to ${most}`, text)
  }
}

export const PORT_MEND = 'it must be a whole number from 1 to 65535'
export const isPort = (text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

export function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = choices.find((each) => each === text)
    if (choice !== undefined) return choice
    throw new Mistake(`must be one of ${choices.join(', ')}`, text)
  }
}

export function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) {
    return url.origin
  }
  throw new Mistake('must be an address without a path, such as https://video.example.org', text)
}

export function mailAddress(text: string): string {
  if (/^([^<>\r\n]+ )?<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text
  throw new Mistake('must be an e-mail address, such as Hillside Health <video@example.org>', text)
}

export function issuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const here = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (
    url &&
    !url.search &&
    !url.hash &&
    !url.username &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && here))
  )
    return text
  throw new Mistake('must be an address such as https://login.example.org/realms/staff', text)
}

export function webhook(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const here = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url && !url.username && (url.protocol === 'https:' || (url.protocol === 'http:' && here))) return text
  throw new Mistake('must be an address such as https://keep.example.org/audit', text)
}

export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

export function recipients(text: string): readonly string[] {
  const wrong = words(text).find((each) => !/^age1[0-9a-z]+$/.test(each))
  if (wrong === undefined) return words(text)
  throw new Mistake('must hold recipients of age, such as age1…', wrong)
}

export function scopes(text: string): string {
  if (words(text).includes('openid')) return words(text).join(' ')
  throw new Mistake('must hold openid', text)
}

export function privateKey(text: string): Readonly<Record<string, unknown>> {
  try {
    const key = JSON.parse(text) as Record<string, unknown>
    // `d`: the private part of any asymmetric key.
    if (typeof key === 'object' && key !== null && typeof key.d === 'string' && typeof key.kty === 'string') return key
  } catch {
    // Said below, without what stands in it.
  }
  throw new Mistake('holds no private JSON Web Key: it must be one object in JSON, with kty and d')
}

export function longSecret(text: string): string {
  if (text.length >= 16 && /^[\x21-\x7e]+$/.test(text)) return text
  throw new Mistake('must have at least 16 characters, and no blanks')
}

export function proxies(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^\d+$/.test(text)) return Number(text)
  const list = text.split(',').map((part) => part.trim())
  try {
    believed(list.join(','))
    return list.join(',')
  } catch {
    throw new Mistake('must be true, false, a number of proxies, or addresses such as 10.0.0.0/8', text)
  }
}
