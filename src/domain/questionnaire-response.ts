// The answers as a FHIR R4 QuestionnaireResponse. Only what is asked now is in it; what was typed and is no answer is left
// out. Numbers keep the places they were typed with. Pure.
import { decimalOf } from './decimal.ts'
import { writeExactJson } from './exact-json.ts'
import type { Answer, Answers, Question, Questionnaire } from './questionnaire.ts'
import { Form, type Node } from './questionnaire-form.ts'
import { faultOfAnswer, isoOf } from './questionnaire-value.ts'

export interface ResponseFacts {
  readonly id: string
  /** Whether the person said that they have finished. */
  readonly completed: boolean
  /** ISO, with a zone. */
  readonly authored: string
  /** What a clock on the wall at that local time is from UTC, such as `+01:00`. FHIR has no times without it. */
  offset(local: string): string
}

/** As JSON. */
export function writeResponse(questionnaire: Questionnaire, answers: Answers, facts: ResponseFacts): string {
  const { url, version } = questionnaire
  return writeExactJson({
    resourceType: 'QuestionnaireResponse',
    id: facts.id,
    questionnaire: version ? `${url}|${version}` : url,
    status: facts.completed ? 'completed' : 'in-progress',
    authored: facts.authored,
    item: itemsOf(new Form(questionnaire, answers).nodes(), facts),
  })
}

/** Undefined where there is none: FHIR has no empty lists. */
function itemsOf(nodes: readonly Node[], facts: ResponseFacts): unknown[] | undefined {
  const items = nodes.flatMap((node): unknown[] => {
    if (node.kind === 'display') return []
    const { linkId, text } = node.item
    const base = { linkId, text: text || undefined }
    if (node.kind === 'group') {
      const item = itemsOf(node.below, facts)
      return item ? [{ ...base, item }] : []
    }
    const values = node.answers.map((answer) => fhirValue(node.item, answer, facts)).filter((value) => value !== null)
    // Questions below one that repeats are refused, so there is one answer for them to stand in.
    const answer = values.map((value) => ({ ...value, item: itemsOf(node.below, facts) }))
    return answer.length > 0 ? [{ ...base, answer }] : []
  })
  return items.length > 0 ? items : undefined
}

function fhirValue(question: Question, answer: Answer, facts: ResponseFacts): Record<string, unknown> | null {
  if (faultOfAnswer(question, answer)) return null
  if ('option' in answer) {
    if (question.type === 'boolean') return { valueBoolean: answer.option === 'true' }
    const option = question.options.find(({ key }) => key === answer.option)
    if (!option) return null
    if (option.coding) return { valueCoding: { ...option.coding, system: option.coding.system || undefined } }
    return { [`value${option.kind}`]: option.kind === 'Integer' ? { exact: option.key } : option.key }
  }
  const exact = decimalOf(answer.typed) ?? ''
  switch (question.type) {
    case 'integer':
      return { valueInteger: { exact } }
    case 'decimal':
      return { valueDecimal: { exact } }
    case 'quantity': {
      const unit =
        question.units.length === 1 ? question.units[0] : question.units.find(({ code }) => code === answer.unit)
      const { system, code, display } = unit ?? { system: '', code: '', display: answer.unit }
      return {
        valueQuantity: { value: { exact }, unit: display, system: system || undefined, code: code || undefined },
      }
    }
    case 'date':
      return { valueDate: isoOf(answer.typed, 'date') }
    case 'dateTime': {
      const local = isoOf(answer.typed, 'dateTime') ?? ''
      return { valueDateTime: local.includes('T') ? `${local}:00${facts.offset(local)}` : local }
    }
    case 'time':
      return { valueTime: `${isoOf(answer.typed, 'time')}:00` }
    case 'url':
      return { valueUri: answer.typed.trim() }
    default:
      return { valueString: answer.typed.trim() }
  }
}
