// Dates of birth as people write and paste them: day first, as it is written here, or year first. Pure.
import { cleanText, plainDigits } from './typed-text.ts'

const DAY_FIRST = /^(\d{1,2})[\s\p{Pd}\u2212.,/\\]+(\d{1,2})[\s\p{Pd}\u2212.,/\\]+(\d{4})[\s.]*$/u
const YEAR_FIRST = /^(\d{4})[\s\p{Pd}\u2212.,/\\]+(\d{1,2})[\s\p{Pd}\u2212.,/\\]+(\d{1,2})[\s.]*$/u

/** Day, month and year as they were written, in digits; null when it is no whole date. Whether there is such a day is not asked. */
export function readDate(typed: string): { day: string; month: string; year: string } | null {
  const text = plainDigits(cleanText(typed)).trim()
  const yearFirst = YEAR_FIRST.exec(text)
  const found = yearFirst ? [yearFirst[3], yearFirst[2], yearFirst[1]] : DAY_FIRST.exec(text)?.slice(1)
  if (!found) return null
  const [day = '', month = '', year = ''] = found
  return { day, month, year }
}

/** The same as an ISO date. */
export function isoDate(typed: string): string | null {
  const found = readDate(typed)
  return found && `${found.year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`
}
