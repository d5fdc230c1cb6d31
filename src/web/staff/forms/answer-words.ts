// Answers as staff read them, and as they stand in a note.
import type { StaffFormView } from '#contract/questionnaire'
import type { Answer, Answers, Question, Questionnaire } from '#domain/questionnaire'
import { Form } from '#domain/questionnaire-form'
import { sameAnswers, scoreOf } from '#domain/questionnaire-score'
import { faultOfAnswer, isEmptyAnswer, isoOf } from '#domain/questionnaire-value'
import { words } from '#text/forms-staff'

export interface AnswerLine {
  readonly key: string
  readonly question: string
  readonly answer: string
  /** It was typed and is no answer, such as letters where a number is asked. */
  readonly odd: boolean
  /** What was answered last time, where that was something else. */
  readonly was: string | null
}

/** What was answered, and what was asked and not answered, in order. */
export function answerLines(
  questionnaire: Questionnaire,
  { answers, before }: Pick<StaffFormView, 'answers' | 'before'>,
) {
  const now = new Form(questionnaire, answers as Answers).questions()
  const then = before && new Form(questionnaire, before.answers as Answers).questions()
  return now
    .filter(({ item }) => !item.fixed)
    .map(({ key, item, answers: given }): AnswerLine => {
      const last = then?.find((one) => one.key === key)?.answers ?? []
      const changed = then && !sameAnswers(item, last, given)
      return {
        key,
        question: item.text,
        answer: sayAnswers(item, given),
        odd: given.some((answer) => faultOfAnswer(item, answer) !== null),
        was: changed ? sayAnswers(item, last) : null,
      }
    })
}

function sayAnswers(question: Question, answers: readonly Answer[]): string {
  return answers
    .filter((answer) => !isEmptyAnswer(answer))
    .map((answer) => sayAnswer(question, answer))
    .join(', ')
}

function sayAnswer({ type, options, units }: Question, answer: Answer): string {
  if ('option' in answer) {
    if (type === 'boolean') return answer.option === 'true' ? words.yes : words.no
    return options.find(({ key }) => key === answer.option)?.label ?? answer.option
  }
  const text = answer.typed.trim()
  if (type === 'date' || type === 'dateTime' || type === 'time') return isoOf(text, type)?.replace('T', ' ') ?? text
  const unit = units.length === 1 ? units[0] : units.find(({ code }) => code === answer.unit)
  return [text, unit?.display ?? answer.unit].filter(Boolean).join(' ')
}

/** For a note: the title with the score, and a line for each answer. */
export function asNote(questionnaire: Questionnaire, form: Pick<StaffFormView, 'answers' | 'before'>): string {
  const score = scoreOf(questionnaire, form.answers as Answers)
  const head = score ? `${questionnaire.title}: ${words.score(score.total, score.most)}` : questionnaire.title
  const lines = answerLines(questionnaire, form).filter(({ answer }) => answer !== '')
  return [head, ...lines.map(({ question, answer }) => `- ${words.answer(question, answer)}`)].join('\n')
}
