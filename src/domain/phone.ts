// Telephone numbers as people write and paste them, in one form that a telephone takes. Pure.
import { cleanText, plainDigits } from './typed-text.ts'

/** E.164 allows at most 15 digits; the shortest national numbers in use have 7. */
const FEWEST = 7
const MOST = 15

/** "ext. 123", "x123", "#123", ";ext=123", ",,123": whom to ask the switchboard for. */
const EXTENSION = /\s*(?:[;,]?\s*(?:extension|extn|ext|x|#)[.:=\s]*|[;,]+\s*)(\d{1,7})$/i

/**
 * `typed` with single blanks between its groups, and its extension behind "ext"; empty when nothing was typed, null when it
 * is no number that could be rung.
 */
export function tidyPhone(typed: string): string | null {
  const plain = plainDigits(cleanText(typed).normalize('NFKC'))
    .replace(/^\s*tel:/i, '')
    // The nought in brackets is for those who call from the same country.
    .replace(/^(\s*(?:\+|00)\s*[1-9]\d{0,2}[\s.-]*)\(0\)/, '$1 ')
  const extension = EXTENSION.exec(plain)
  const number = plain
    .slice(0, extension?.index ?? plain.length)
    .replace(/[\s\p{Pd}\u2212\u30fc\u00b7\u2022().[\]{}/\\_~]+/gu, ' ')
    .trim()
    .replace(/^\+ /, '+')
  if (number === '' && !extension) return ''
  const digits = number.replace(/\D/g, '').length
  if (!/^\+?[\d ]+$/.test(number) || digits < FEWEST || digits > MOST) return null
  return extension ? `${number} ext ${extension[1]}` : number
}

/** Where a press on the number leads (RFC 3966). */
export function phoneHref(phone: string): string {
  const [number = '', extension] = phone.split(/\s*ext\s*/)
  return `tel:${number.replace(/[^+\d]/g, '')}${extension ? `;ext=${extension}` : ''}`
}
