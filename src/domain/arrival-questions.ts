// The short questions that an area asks of its own as somebody arrives, and what is kept of the answers. Pure.
import { Problem } from './problem.ts'
import { isBlank, tidyLine } from './typed-text.ts'

export const QUESTION_KINDS = ['text', 'yes-no'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export interface ArrivalQuestion {
  /** As patients read it. It is also how an answer finds its question: no two of an area are the same. */
  readonly label: string
  readonly kind: QuestionKind
  readonly required: boolean
}

export interface GivenAnswer {
  readonly label: string
  readonly answer: string
}

/** With the question as it was asked: the area may ask another one tomorrow. Of yes and no, `answer` is that word. */
export interface ArrivalAnswer extends GivenAnswer {
  readonly kind: QuestionKind
}

/** Letters of an answer in the person's own words. */
export const LONGEST_ANSWER = 300

/** The field of the form that a question has, by its place. */
export const questionField = (at: number) => `question-${at}` as const
export type QuestionField = ReturnType<typeof questionField>

/** The answers to what is asked, tidied, or `arrival/details-missing` that names the first question left open. */
export function checkAnswers(
  given: readonly GivenAnswer[],
  questions: readonly ArrivalQuestion[],
): readonly ArrivalAnswer[] {
  return questions.flatMap(({ label, kind, required }, at) => {
    const answer = tidied(kind, given.find((one) => one.label === label)?.answer ?? '')
    if (answer !== '') return [{ label, kind, answer }]
    if (required) throw new Problem('arrival/details-missing', { field: questionField(at) })
    return []
  })
}

function tidied(kind: QuestionKind, typed: string): string {
  if (kind === 'yes-no') return typed === 'yes' || typed === 'no' ? typed : ''
  return isBlank(typed) ? '' : [...tidyLine(typed)].slice(0, LONGEST_ANSWER).join('').trim()
}
