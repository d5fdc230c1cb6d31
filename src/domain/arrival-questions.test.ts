import { expect, it } from 'vitest'
import { type ArrivalQuestion, checkAnswers, LONGEST_ANSWER } from './arrival-questions.ts'

const HEARD: ArrivalQuestion = { label: 'How did you hear of us?', kind: 'text', required: false }
const PARKED: ArrivalQuestion = { label: 'Are you at home?', kind: 'yes-no', required: true }

it('[AR12] answers are kept tidied, with the question as it was asked', () => {
  const given = [
    { label: HEARD.label, answer: '  from   a friend ' },
    { label: PARKED.label, answer: 'yes' },
  ]
  expect(checkAnswers(given, [HEARD, PARKED])).toEqual([
    { label: HEARD.label, kind: 'text', answer: 'from a friend' },
    { label: PARKED.label, kind: 'yes-no', answer: 'yes' },
  ])
})

it('[AR12] what is not asked is not kept, and an answer is no longer than its limit', () => {
  expect(checkAnswers([{ label: 'Another', answer: 'x' }], [HEARD])).toEqual([])
  const long = checkAnswers([{ label: HEARD.label, answer: 'a'.repeat(900) }], [HEARD])
  expect(long[0]?.answer).toHaveLength(LONGEST_ANSWER)
})

it.each(['', '  ', 'perhaps'])('[AR12] %o answers no question that must be answered yes or no', (answer) => {
  const open = () => checkAnswers([{ label: PARKED.label, answer }], [HEARD, PARKED])
  expect(open).toThrow(expect.objectContaining({ code: 'arrival/details-missing', detail: { field: 'question-1' } }))
})
