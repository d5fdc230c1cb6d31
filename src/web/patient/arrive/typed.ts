// What a patient has typed about themselves, and what is still to mend in it: every fault at once, in words.
import type { AreaWelcome } from '#contract/area'
import type { ArriveBody } from '#contract/visit'
import { ENTRY_FIELDS, type EntryField } from '#domain/area'
import { type ArrivalDetails, checkArrival } from '#domain/arrival'
import { type ArrivalQuestion, checkAnswers, type QuestionField, questionField } from '#domain/arrival-questions'
import { Problem } from '#domain/problem'
import { plainDigits, tidyLine } from '#domain/typed-text'
import { words } from '#text/arrive'
import type { DateParts } from '../../ui/date-field/date-field.tsx'

export interface Typed {
  readonly firstName: string
  readonly lastName: string
  readonly birth: DateParts
  readonly phone: string
  /** To the area's own questions, by their words. */
  readonly answers: Readonly<Record<string, string>>
  readonly consent: boolean
}

export type FieldName = 'firstName' | EntryField | QuestionField | 'consent'

export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>

/** Fields in the order of the page. */
export const fieldOrder = (questions: readonly ArrivalQuestion[]): readonly FieldName[] => [
  'firstName',
  ...ENTRY_FIELDS,
  ...questions.map((_, at) => questionField(at)),
  'consent',
]

export const NOTHING_TYPED: Typed = {
  firstName: '',
  lastName: '',
  birth: { day: '', month: '', year: '' },
  phone: '',
  answers: {},
  consent: false,
}

type Fields = AreaWelcome['fields']

/** What an area asks in the form. */
export interface Asked {
  readonly fields: Fields
  readonly questions: readonly ArrivalQuestion[]
  readonly consent: boolean
}

/** What this page asks. Somebody who wants to be phoned must give a number, where the area takes numbers at all. */
export function askedFields(fields: Fields, phoneMe: boolean): Fields {
  return phoneMe && fields.phone === 'optional' ? { ...fields, phone: 'required' } : fields
}

/** What is in one box, in plain digits. */
const digitsOf = (part: string) => plainDigits(tidyLine(part)).replace(/[.,/-]$/, '')

/** The date as `YYYY-MM-DD`; empty when no box is filled. */
export function birthDate({ day, month, year }: DateParts): string {
  const [d, m, y] = [day, month, year].map(digitsOf)
  if (!d && !m && !y) return ''
  return `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
}

export function faultsOf(typed: Typed, { fields, questions, consent }: Asked, now: number): FieldErrors {
  const faults: Partial<Record<FieldName, string>> = {}
  const onlyRuleOf = (field: FieldName) =>
    Object.fromEntries(ENTRY_FIELDS.map((each) => [each, each === field ? fields[each] : 'off'])) as Fields
  const details = detailsOf(typed)
  for (const field of ['firstName', ...ENTRY_FIELDS] as const) {
    // The rules stop at their first fault: each field is asked about alone.
    const alone = field === 'firstName' ? details : { ...details, firstName: '-' }
    const fault = faultOf(() => checkArrival(alone, onlyRuleOf(field), new Date(now)))
    if (fault === 'arrival/details-missing') faults[field] = words.missing[field]
    else if (fault === 'arrival/birth-date-not-valid') faults.dateOfBirth = dateFault(typed.birth, now)
    else if (fault === 'arrival/phone-not-valid') faults.phone = words.phoneWrong
  }
  questions.forEach((question, at) => {
    const open = faultOf(() => checkAnswers(answersOf(typed), [question]))
    if (open) faults[questionField(at)] = question.kind === 'text' ? words.missing.answer : words.missing.choice
  })
  if (consent && !typed.consent) faults.consent = words.missing.consent
  return faults
}

function faultOf(check: () => unknown): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

function dateFault(birth: DateParts, now: number): string {
  if (!digitsOf(birth.day)) return words.dateDay
  if (!digitsOf(birth.month)) return words.dateMonth
  if (!/^\d{4}$/.test(digitsOf(birth.year))) return words.dateYear
  return Date.parse(birthDate(birth)) > now ? words.dateAhead : words.dateWrong
}

function detailsOf(typed: Typed): ArrivalDetails {
  return {
    firstName: typed.firstName,
    lastName: typed.lastName,
    dateOfBirth: birthDate(typed.birth),
    phone: typed.phone,
  }
}

const answersOf = ({ answers }: Typed) => Object.entries(answers).map(([label, answer]) => ({ label, answer }))

export type Equipment = Pick<ArriveBody, 'picture' | 'sound' | 'phoneMe' | 'cannotTalk' | 'usesText'>

/** What is sent to arrive. Nothing is sent that the area does not ask. */
export function arriveBody(
  typed: Typed,
  { fields, questions }: Pick<Asked, 'fields' | 'questions'>,
  equipment: Equipment,
): ArriveBody {
  const details = detailsOf(typed)
  const answers = answersOf(typed).filter(({ label }) => questions.some((one) => one.label === label))
  return {
    firstName: details.firstName,
    lastName: fields.lastName === 'off' ? '' : details.lastName,
    dateOfBirth: fields.dateOfBirth === 'off' ? '' : details.dateOfBirth,
    phone: fields.phone === 'off' ? '' : details.phone,
    consent: typed.consent,
    ...(answers.length > 0 ? { answers } : {}),
    ...equipment,
  }
}
