// Telephone numbers as people write and paste them, in one form that a telephone takes. Pure.
import { cleanText, plainDigits } from './typed-text.ts'

/** E.164 allows at most 15 digits; the shortest national numbers in use have 7. */
const FEWEST = 7
const MOST = 15

/** "ext. 123", "x123", "#123", ";ext=123", ",,123": whom to ask the switchboard for. */
const EXTENSION = /(ext(?:ension|n)?|x|#|[;,])/i
const BETWEEN_GROUPS = /[\s\p{Pd}\u2212\u30fc\u00b7\u2022().[\]{}/\\_~]+/gu

/**
 * `typed` with single blanks between its groups, and its extension behind "ext"; empty when nothing was typed, null when it
 * is no number that could be rung.
 */
export function tidyPhone(typed: string): string | null {
  const [before = '', ...after] = plainDigits(cleanText(typed).normalize('NFKC'))
    .replace(/^\s*tel:/i, '')
    // The nought in brackets is for those who call from the same country.
    .replace(/^(\s*(?:\+|00)\s*[1-9]\d{0,2}[\s.-]*)\(0\)/, '$1 ')
    .split(EXTENSION)
  const number = before.replace(BETWEEN_GROUPS, ' ').trim().replace(/^\+ /, '+')
  if (number === '' && after.length === 0) return ''
  const digits = number.replace(/\D/g, '').length
  if (!/^\+?[\d ]+$/.test(number) || digits < FEWEST || digits > MOST) return null
  if (after.length === 0) return number
  // Signs and what stands behind them, in turn.
  const extension = after
    .filter((_, at) => at % 2 === 1)
    .join('')
    .replace(/[.:=\s]/g, '')
  return /^\d{1,7}$/.test(extension) ? `${number} ext ${extension}` : null
}

/** Where a press on the number leads (RFC 3966). */
export function phoneHref(phone: string): string {
  const [number = '', extension = ''] = phone.split('ext')
  const digits = extension.replace(/\D/g, '')
  return `tel:${number.replace(/[^+\d]/g, '')}${digits ? `;ext=${digits}` : ''}`
}
