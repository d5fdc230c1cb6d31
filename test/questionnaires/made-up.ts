// Small questionnaires for tests, written as FHIR has them.
import type { Questionnaire } from '#domain/questionnaire'
import { parseQuestionnaire } from '#domain/questionnaire-parse'

export type Json = Record<string, unknown>

export const fileOf = (item: readonly Json[], more: Json = {}): string =>
  JSON.stringify({ resourceType: 'Questionnaire', status: 'active', title: 'Made up', item, ...more })

export const ask = (linkId: string, type: string, more: Json = {}): Json => ({
  linkId,
  type,
  text: `${linkId}?`,
  ...more,
})

export const when = (question: string, operator: string, answer: Json): Json => ({ question, operator, ...answer })

export const limit = (name: string, value: Json): Json => ({
  url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  ...value,
})

/** Throws what is wrong with it. */
export function questionnaireOf(item: readonly Json[], more?: Json): Questionnaire {
  return parsed(fileOf(item, more))
}

export function parsed(file: string): Questionnaire {
  const result = parseQuestionnaire(file)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.questionnaire
}

/** As `item: reason`. */
export function refusals(file: string): string[] {
  const result = parseQuestionnaire(file)
  return result.ok ? [] : result.faults.map(({ item, reason }) => `${item}: ${reason}`)
}
