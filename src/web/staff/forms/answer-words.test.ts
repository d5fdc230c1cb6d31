import { expect, test } from 'vitest'
import { ask, limit, questionnaireOf } from '../../../../test/questionnaires/made-up.ts'
import { answerLines, asNote } from './answer-words.ts'

const weight = (valueDecimal: number) => [limit('ordinalValue', { valueDecimal })]
const QUESTIONS = questionnaireOf([
  ask('pain', 'choice', { answerOption: [0, 1].map((at) => ({ valueInteger: at, extension: weight(at) })) }),
  ask('weight', 'quantity', {
    extension: [limit('questionnaire-unit', { valueCoding: { code: 'kg', display: 'kg' } })],
  }),
  ask('smokes', 'boolean'),
  ask('since', 'date'),
])
const NOW = {
  pain: [{ option: '1' }],
  weight: [{ typed: '70.5' }],
  smokes: [{ option: 'false' }],
  since: [{ typed: '2026-3-4' }],
}

test('[QN20] staff read each answer in words, and what it was last time where that was another', () => {
  const before = {
    savedAt: 0,
    answers: { pain: [{ option: '0' }], weight: [{ typed: '70,50' }], smokes: [{ option: 'false' }] },
  }
  expect(answerLines(QUESTIONS, { answers: NOW, before })).toEqual([
    { key: 'pain', question: 'pain?', answer: '1', odd: false, was: '0' },
    { key: 'weight', question: 'weight?', answer: '70.5 kg', odd: false, was: null },
    { key: 'smokes', question: 'smokes?', answer: 'no', odd: false, was: null },
    { key: 'since', question: 'since?', answer: '2026-03-04', odd: false, was: '' },
  ])
  const [, first] = answerLines(QUESTIONS, { answers: { weight: [{ typed: 'heavy' }] }, before: null })
  expect(first).toMatchObject({ answer: 'heavy kg', odd: true, was: null })
})

test('[QN20] copied into the note it is the title with the score, and a line for each answer', () => {
  expect(asNote(QUESTIONS, { answers: { ...NOW, since: [] }, before: null })).toBe(
    'Made up: 1 of 1\n- pain? 1\n- weight? 70.5 kg\n- smokes? no',
  )
})
