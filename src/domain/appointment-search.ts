// What somebody types to find an appointment: the beginnings of names, or the last digits of a phone number. Pure.

export const LONGEST_SEARCH = 100

export type Sought =
  | { readonly kind: 'anybody' }
  /** Each word begins a name of theirs. */
  | { readonly kind: 'name'; readonly words: readonly string[] }
  /** Their number ends in these. */
  | { readonly kind: 'phone'; readonly digits: string }

/** Numbers are written with and without their country: of more digits than these the last are compared. */
const COMPARED_DIGITS = 9

/** Letters without their marks, in lower case: "Siân" is found by "sian". The SQL of the search folds names in the same way. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()

export function soughtIn(typed: string): Sought {
  const text = folded(typed)
  if (text === '') return { kind: 'anybody' }
  if (/^[\d\s+().]+$/.test(text) && /\d/.test(text))
    return { kind: 'phone', digits: text.replace(/\D/g, '').slice(-COMPARED_DIGITS) }
  return { kind: 'name', words: text.split(' ') }
}
