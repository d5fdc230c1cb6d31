// Answers as they come over the line, made fit to be kept: nothing but what this questionnaire asks. Pure.
import { type Answer, type Answers, everyItem, MOST_REPEATS, type Questionnaire } from './questionnaire.ts'

interface LooseAnswer {
  readonly option?: string
  readonly typed?: string
  readonly unit?: string
}

/** What belongs to no question is left out, and what is no answer. */
export function tidyAnswers(
  questionnaire: Questionnaire,
  loose: Readonly<Record<string, readonly LooseAnswer[]>>,
): Answers {
  const known = new Set(everyItem(questionnaire.items).map(({ linkId }) => linkId))
  const kept = Object.entries(loose).filter(([key]) => {
    const [linkId = '', at = '0'] = key.split('#')
    return known.has(linkId) && /^\d{1,2}(?:\.\d{1,2}){0,8}$/.test(at)
  })
  return Object.fromEntries(
    kept.map(([key, answers]) => [key, answers.slice(0, MOST_REPEATS).flatMap((answer) => tidied(answer) ?? [])]),
  )
}

function tidied({ option, typed, unit }: LooseAnswer): Answer | null {
  if (option !== undefined) return { option }
  if (typed === undefined) return null
  return unit === undefined ? { typed } : { typed, unit }
}
