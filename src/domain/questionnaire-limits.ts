// Ranges, lengths, units and initial answers of a question in a FHIR file. Pure.
import { compareDecimals } from './decimal.ts'
import {
  type Answer,
  type Coding,
  type Limits,
  LONGEST_ANSWER,
  type Question,
  type QuestionType,
} from './questionnaire.ts'
import { answerFor } from './questionnaire-conditions.ts'
import {
  choiceOf,
  codingOf,
  extensionOf,
  extensionsOf,
  type Faults,
  listOf,
  numberOf,
  type Source,
  sourceOf,
  textOf,
} from './questionnaire-source.ts'
import { faultOfAnswer } from './questionnaire-value.ts'

const NUMBERS: readonly QuestionType[] = ['integer', 'decimal', 'quantity']
const TIMES: readonly QuestionType[] = ['date', 'dateTime', 'time']

export function readLimits(item: Source, id: string, type: QuestionType, faults: Faults): Limits {
  const edge = (name: 'minValue' | 'maxValue') => {
    const extension = extensionOf(item, name)
    if (!extension) return null
    const value = NUMBERS.includes(type) ? numberOf(extension) : textOf(choiceOf(extension, 'value')?.value)
    const possible = value !== null && (NUMBERS.includes(type) || (TIMES.includes(type) && /^[\d:T.Z+-]+$/.test(value)))
    if (possible) return type === 'time' ? value.slice(0, 5) : value
    faults.add(id, 'limit-not-valid', name)
    return null
  }
  const count = (name: string, from: string | null, present: boolean, most: number) => {
    if (!present) return null
    const number = Number(from ?? Number.NaN)
    if (Number.isInteger(number) && number >= 0 && number <= most) return number
    faults.add(id, 'limit-not-valid', name)
    return null
  }
  const [places, shortest] = [extensionOf(item, 'maxDecimalPlaces'), extensionOf(item, 'minLength')]
  const [minValue, maxValue] = [edge('minValue'), edge('maxValue')]
  const decimals = count('maxDecimalPlaces', numberOf(places), places !== null, 20)
  const minLength = count('minLength', numberOf(shortest), shortest !== null, LONGEST_ANSWER)
  const longest = numberOf(item.maxLength === undefined ? null : { valueInteger: item.maxLength })
  const maxLength = count('maxLength', longest, item.maxLength !== undefined, 1_000_000)
  if (maxLength === 0 || (minLength ?? 0) > (maxLength ?? LONGEST_ANSWER))
    faults.add(id, 'limit-not-valid', 'maxLength')
  if (minValue !== null && maxValue !== null) {
    const upsideDown = NUMBERS.includes(type) ? compareDecimals(minValue, maxValue) > 0 : minValue > maxValue
    if (upsideDown) faults.add(id, 'limit-not-valid', 'maxValue')
  }
  return { minValue, maxValue, decimals, minLength, maxLength: Math.min(maxLength ?? LONGEST_ANSWER, LONGEST_ANSWER) }
}

export function readUnits(item: Source, id: string, faults: Faults): Coding[] {
  const found = [...extensionsOf(item, 'questionnaire-unit'), ...extensionsOf(item, 'questionnaire-unitOption')]
  const units = found.map((extension) => codingOf(extension.valueCoding))
  if (extensionOf(item, 'questionnaire-unitValueSet') || units.includes(null)) faults.add(id, 'unit-not-valid')
  return units.filter((unit) => unit !== null)
}

/** `chosen`: the options that the file has chosen already. */
export function readInitial(item: Source, question: Question, chosen: readonly string[], faults: Faults): Answer[] {
  const listed = listOf(item.initial).map((one) => {
    const source = sourceOf(one)
    const value = source && choiceOf(source, 'value')
    return value && answerFor(question, value)
  })
  const initial = [...chosen.map((option) => ({ option })), ...listed]
  const fits = initial.every((answer) => answer !== null && faultOfAnswer(question, answer) === null)
  if (!fits || initial.length > question.most) faults.add(question.linkId, 'initial-not-valid')
  return initial.filter((answer) => answer !== null)
}
