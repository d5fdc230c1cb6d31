// The score of a form, by the weights of the options that were chosen, and what changed since an earlier one. Pure.
import { addDecimals, compareDecimals, shortDecimal } from './decimal.ts'
import type { Answer, Answers, Question, Questionnaire } from './questionnaire.ts'
import { Form } from './questionnaire-form.ts'
import { compareAnswers } from './questionnaire-value.ts'

export interface Score {
  readonly total: string
  /** The largest that these questions can give. */
  readonly most: string
  /** Of `of` questions that count, so many are answered. */
  readonly answered: number
  readonly of: number
}

const weightsOf = ({ options }: Question): string[] =>
  options.flatMap(({ weight }) => (weight === null ? [] : [weight]))

/** Null where no option has a weight. */
export function scoreOf(questionnaire: Questionnaire, answers: Answers): Score | null {
  const counting = new Form(questionnaire, answers).questions().filter(({ item }) => weightsOf(item).length > 0)
  if (counting.length === 0) return null
  const given = counting.map(({ item, answers }) => answers.flatMap((answer) => weightOf(item, answer) ?? []))
  return {
    total: shortDecimal(addDecimals(given.flat())),
    most: shortDecimal(addDecimals(counting.map(({ item }) => mostOf(item)))),
    answered: given.filter((weights) => weights.length > 0).length,
    of: counting.length,
  }
}

/** What one answer gives; null where it does not count. */
export function weightOf({ options }: Question, answer: Answer): string | null {
  return 'option' in answer ? (options.find(({ key }) => key === answer.option)?.weight ?? null) : null
}

function mostOf(question: Question): string {
  const weights = weightsOf(question).sort(compareDecimals).reverse()
  if (!question.repeats) return weights[0] ?? '0'
  return addDecimals(weights.slice(0, question.most).filter((weight) => compareDecimals(weight, '0') > 0))
}

/** Whether the answers of a question say the same as before, in whatever order they were given. */
export function sameAnswers(question: Question, before: readonly Answer[], after: readonly Answer[]): boolean {
  const within = (some: readonly Answer[], others: readonly Answer[]) =>
    some.every((one) => others.some((other) => compareAnswers(question, one, other) === 0))
  return before.length === after.length && within(before, after) && within(after, before)
}
