// What a patient types at the door, checked and tidied. Nothing here is stored; nothing here is shown to anybody else.
import type { EntryFields, FieldRule } from './area.ts'
import { isoDate } from './birth-date.ts'
import { tidyPhone } from './phone.ts'
import { Problem } from './problem.ts'
import { isBlank, tidyLine } from './typed-text.ts'

export interface ArrivalDetails {
  readonly firstName: string
  readonly lastName: string
  /** ISO date `YYYY-MM-DD`, or empty where the area does not ask. */
  readonly dateOfBirth: string
  readonly phone: string
}

export const LONGEST_NAME = 80

/** Oldest believable age in years: the longest documented human life is 122. */
const OLDEST = 125

/** The details with blanks trimmed, or a `Problem` of `arrival/*` that names the first field to mend. */
export function checkArrival(typed: ArrivalDetails, fields: EntryFields, today: Date): ArrivalDetails {
  return {
    firstName: nameOf(typed.firstName, 'required', 'firstName'),
    lastName: nameOf(typed.lastName, fields.lastName, 'lastName'),
    dateOfBirth: birthDateOf(typed.dateOfBirth, fields.dateOfBirth, today),
    phone: phoneOf(typed.phone, fields.phone),
  }
}

function nameOf(typed: string, rule: FieldRule, field: string): string {
  if (rule === 'off') return ''
  const name = [...tidyLine(typed)].slice(0, LONGEST_NAME).join('').trim()
  if (!name && rule === 'required') throw new Problem('arrival/details-missing', { field })
  return name
}

function birthDateOf(typed: string, rule: FieldRule, today: Date): string {
  if (rule === 'off') return ''
  if (isBlank(typed)) {
    if (rule === 'required') throw new Problem('arrival/details-missing', { field: 'dateOfBirth' })
    return ''
  }
  const wrong = new Problem('arrival/birth-date-not-valid', { field: 'dateOfBirth' })
  const iso = isoDate(typed)
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '')
  if (!match) throw wrong
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  // The day after tomorrow anywhere on earth is still ahead of every time zone.
  const ahead = date.getTime() > today.getTime() + 24 * 60 * 60 * 1000
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw wrong
  if (ahead || year < today.getUTCFullYear() - OLDEST) throw wrong
  return match[0]
}

/** The number as a telephone takes it, or `arrival/phone-not-valid`. */
export function phoneOf(typed: string, rule: FieldRule): string {
  if (rule === 'off') return ''
  const phone = tidyPhone(typed)
  if (phone === '' && rule === 'required') throw new Problem('arrival/details-missing', { field: 'phone' })
  if (phone === null) throw new Problem('arrival/phone-not-valid', { field: 'phone' })
  return phone
}
