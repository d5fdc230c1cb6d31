// One answer: whether it is one, and how two of them compare. Pure.
import { compareDecimals, decimalOf, decimalPlaces } from './decimal.ts'
import type { Answer, Limits, Question } from './questionnaire.ts'
import { isBlank, plainDigits } from './typed-text.ts'

/** What is wrong with an answer. Each has words in `text/questionnaire`. */
export type AnswerFault =
  | { readonly reason: 'missing' }
  | { readonly reason: 'too-few' | 'too-many'; readonly limit: number }
  | { readonly reason: 'not-an-option' | 'not-a-number' | 'not-whole' | 'not-a-date' | 'not-a-time' | 'not-a-link' }
  | { readonly reason: 'no-unit' }
  | { readonly reason: 'too-low' | 'too-high' | 'too-early' | 'too-late'; readonly edge: string }
  | { readonly reason: 'too-many-decimals' | 'too-short' | 'too-long'; readonly limit: number }

/** FHIR's integers have 32 bits. */
const LARGEST = '2147483647'
const SMALLEST = '-2147483648'

const LINK = /^[a-z][a-z\d+.-]*:\S+$/i

export const isEmptyAnswer = (answer: Answer): boolean =>
  'typed' in answer && isBlank(answer.typed.replace(/[-T]/g, ''))

/**
 * A date or a time as it is compared and kept, from the boxes of a form: `2026-3-4` is `2026-03-04`. Null when it is none;
 * years and months alone stand, as FHIR allows.
 */
export function isoOf(typed: string, type: 'date' | 'dateTime' | 'time'): string | null {
  const text = plainDigits(typed).trim()
  if (type === 'time') return clockOf(text)
  const [date = '', time] = text.split('T')
  const [year = '', month, day] = date.split('-').map((part) => part.trim())
  if (!/^\d{4}$/.test(year) || Number(year) < 1800 || Number(year) > 2200) return null
  const whole = [year]
  for (const part of month === undefined ? [] : day === undefined ? [month] : [month, day]) {
    if (!/^\d{1,2}$/.test(part)) return null
    whole.push(part.padStart(2, '0'))
  }
  const iso = whole.join('-')
  const at = new Date(`${iso}T00:00:00Z`.replace(/^(\d{4})T/, '$1-01-01T').replace(/^(\d{4}-\d\d)T/, '$1-01T'))
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(iso)) return null
  if (type === 'date' || time === undefined || time === '') return iso
  const clock = clockOf(time)
  return clock === null || whole.length < 3 ? null : `${iso}T${clock}`
}

function clockOf(text: string): string | null {
  const found = /^(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text)
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null
  return `${found[1]?.padStart(2, '0')}:${found[2]}`
}

/** What is wrong with it; null when it can stand. Not asked is whether there is one at all. */
export function faultOfAnswer(question: Question, answer: Answer): AnswerFault | null {
  if ('option' in answer) {
    const options = question.type === 'boolean' ? ['true', 'false'] : question.options.map(({ key }) => key)
    return options.includes(answer.option) ? null : { reason: 'not-an-option' }
  }
  const { type, limits } = question
  switch (type) {
    case 'boolean':
    case 'choice':
      return { reason: 'not-an-option' }
    case 'integer':
    case 'decimal':
      return faultOfNumber(answer.typed, type === 'integer', limits)
    case 'quantity':
      return faultOfNumber(answer.typed, false, limits) ?? faultOfUnit(question, answer.unit ?? '')
    case 'date':
    case 'dateTime':
    case 'time':
      return faultOfTime(answer.typed, type, limits)
    default:
      return faultOfText(answer.typed, type === 'url', limits)
  }
}

function faultOfNumber(typed: string, whole: boolean, limits: Limits): AnswerFault | null {
  const decimal = decimalOf(typed)
  if (decimal === null) return { reason: 'not-a-number' }
  const places = decimalPlaces(decimal)
  if (whole && places > 0) return { reason: 'not-whole' }
  if (whole && compareDecimals(decimal, LARGEST) > 0) return { reason: 'too-high', edge: LARGEST }
  if (whole && compareDecimals(decimal, SMALLEST) < 0) return { reason: 'too-low', edge: SMALLEST }
  if (limits.decimals !== null && places > limits.decimals)
    return { reason: 'too-many-decimals', limit: limits.decimals }
  const { minValue, maxValue } = limits
  if (minValue !== null && compareDecimals(decimal, minValue) < 0) return { reason: 'too-low', edge: minValue }
  if (maxValue !== null && compareDecimals(decimal, maxValue) > 0) return { reason: 'too-high', edge: maxValue }
  return null
}

function faultOfUnit({ units }: Question, unit: string): AnswerFault | null {
  if (units.length === 1) return null
  const known = units.length === 0 ? !isBlank(unit) : units.some(({ code }) => code === unit)
  return known ? null : { reason: 'no-unit' }
}

function faultOfTime(typed: string, type: 'date' | 'dateTime' | 'time', limits: Limits): AnswerFault | null {
  const iso = isoOf(typed, type)
  if (iso === null) return { reason: type === 'time' ? 'not-a-time' : 'not-a-date' }
  const { minValue, maxValue } = limits
  // As exact as both are.
  const before = (a: string, b: string) => a.slice(0, Math.min(a.length, b.length)) < b.slice(0, a.length)
  if (minValue !== null && before(iso, minValue)) return { reason: 'too-early', edge: minValue }
  if (maxValue !== null && before(maxValue, iso)) return { reason: 'too-late', edge: maxValue }
  return null
}

function faultOfText(typed: string, link: boolean, { minLength, maxLength }: Limits): AnswerFault | null {
  const text = typed.trim()
  if (minLength !== null && text.length < minLength) return { reason: 'too-short', limit: minLength }
  if (text.length > maxLength) return { reason: 'too-long', limit: maxLength }
  return link && !LINK.test(text) ? { reason: 'not-a-link' } : null
}

/** Below 0, 0 or above 0; null where the two cannot be compared, such as kilograms with metres. */
export function compareAnswers(question: Question, a: Answer, b: Answer): number | null {
  if ('option' in a || 'option' in b) return 'option' in a && 'option' in b && a.option === b.option ? 0 : null
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'quantity': {
      const only = question.units.length === 1 ? question.units[0]?.code : undefined
      if (question.type === 'quantity' && (only ?? a.unit ?? '') !== (b.unit || only || '')) return null
      const [one, other] = [decimalOf(a.typed), decimalOf(b.typed)]
      return one === null || other === null ? null : compareDecimals(one, other)
    }
    case 'date':
    case 'dateTime':
    case 'time': {
      const [one, other] = [isoOf(a.typed, question.type), isoOf(b.typed, question.type)]
      return one === null || other === null ? null : one < other ? -1 : Number(one > other)
    }
    default:
      return a.typed.trim() === b.typed.trim() ? 0 : null
  }
}
