// Whether what was typed means this person: parts of their names, or their date of birth in the ways people write one.
// Pure; every part that was typed must fit.
import { cleanText, plainDigits } from '#domain/typed-text'
import { birthOf, type Named } from './person-words.ts'

const plain = (text: string) =>
  plainDigits(cleanText(text))
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

/** Beginnings of words count, so that "an" finds Anna and Smith-Andrews, and not Joan. */
const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

const begins = (words: readonly string[], part: string) => words.some((word) => word.startsWith(part))

export function foundBy(typed: string): (person: Named) => boolean {
  const search = plain(typed).trim()
  if (search === '') return () => true
  const date = dateOf(search)
  if (date) return ({ dateOfBirth }) => date(dateOfBirth)
  const parts = wordsOf(search)
  if (parts.length === 0) return () => true
  const dated = /\d/.test(search)
  return (person) => {
    // Months are words too: they are meant only beside a number, or everybody born in May would be called May.
    const words = [
      ...wordsOf(`${person.firstName} ${person.lastName}`),
      ...(dated ? wordsOf(birthOf(person, null) ?? '') : []),
    ]
    return parts.every((part) => begins(words, part))
  }
}

/** "3/3/1948", "03.03.48", "3 3", "1948", "03031948", "1948-03-03": day first, as it is written here, or year first. */
function dateOf(search: string): ((iso: string) => boolean) | null {
  if (!/^\d[\d\s./-]*$/.test(search)) return null
  const together = /^(\d{2})(\d{2})(\d{4})$/.exec(search)
  const parts = together ? together.slice(1) : search.split(/[\s./-]+/).filter(Boolean)
  const yearFirst = (parts[0]?.length ?? 0) > 2
  const [year, month, day] = yearFirst ? parts : [parts[2], parts[1], parts[0]]
  return (iso) => {
    const [y = '', m = '', d = ''] = iso.split('-')
    return (
      iso !== '' && fits(day, d) && fits(month, m) && (year === undefined || y.startsWith(year) || y.endsWith(year))
    )
  }
}

const fits = (part: string | undefined, two: string) => part === undefined || Number(part) === Number(two)
