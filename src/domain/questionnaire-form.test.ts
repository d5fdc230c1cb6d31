import { expect, test } from 'vitest'
import { ask, type Json, limit, questionnaireOf, when } from '../../test/questionnaires/made-up.ts'
import { type Answer, type Answers, isQuestion, type Question } from './questionnaire.ts'
import { Form } from './questionnaire-form.ts'
import { sameAnswers, scoreOf } from './questionnaire-score.ts'

const typed = (...values: string[]): Answer[] => values.map((value) => ({ typed: value }))
const chosen = (...options: string[]): Answer[] => options.map((option) => ({ option }))
const asked = (items: readonly Json[], answers: Answers) =>
  new Form(questionnaireOf(items), answers).steps().map(({ key }) => key)

/** What is wrong with an answer to that question. */
function faultOf(question: Json, ...answers: Answer[]) {
  const questionnaire = questionnaireOf([question])
  const [item] = questionnaire.items
  if (!item || !isQuestion(item)) throw new Error('no question')
  return new Form(questionnaire, {}).faultOf(item, answers)?.reason ?? null
}

test('[QN3] every operator asks and does not ask, for numbers, dates and options', () => {
  const met = (type: string, operator: string, expected: Json, answer: Answer | null, more: Json = {}) =>
    asked(
      [ask('a', type, more), ask('b', 'string', { enableWhen: [when('a', operator, expected)] })],
      answer ? { a: [answer] } : {},
    ).includes('b')
  const number = (operator: string) =>
    ['1.9', '2.0', '2.10', null].map((value) =>
      met('decimal', operator, { answerDecimal: 2 }, value === null ? null : { typed: value }),
    )
  expect(number('=')).toEqual([false, true, false, false])
  expect(number('!=')).toEqual([true, false, true, false])
  expect(number('>')).toEqual([false, false, true, false])
  expect(number('>=')).toEqual([false, true, true, false])
  expect(number('<')).toEqual([true, false, false, false])
  expect(number('<=')).toEqual([true, true, false, false])
  expect(met('string', 'exists', { answerBoolean: true }, { typed: 'x' })).toBe(true)
  expect(met('string', 'exists', { answerBoolean: true }, null)).toBe(false)
  expect(met('string', 'exists', { answerBoolean: false }, null)).toBe(true)
  expect(met('date', '<', { answerDate: '2026-03-05' }, { typed: '2026-3-4' })).toBe(true)
  expect(met('time', '>=', { answerTime: '09:30:00' }, { typed: '9:30' })).toBe(true)
  const options = {
    answerOption: [{ valueCoding: { system: 's', code: 'x' } }, { valueCoding: { system: 's', code: 'y' } }],
  }
  expect(met('choice', '=', { answerCoding: { code: 'x' } }, { option: 's|x' }, options)).toBe(true)
  expect(met('choice', '!=', { answerCoding: { code: 'x' } }, { option: 's|x' }, options)).toBe(false)
  expect(met('choice', '!=', { answerCoding: { code: 'x' } }, { option: 's|y' }, options)).toBe(true)
})

test('[QN3] all or any; what is not asked counts as unanswered, and all below it', () => {
  const yes = { answerBoolean: true }
  const both = [when('a', '=', yes), when('b', '=', yes)]
  const items = (enableBehavior: string) => [
    ask('a', 'boolean'),
    ask('b', 'boolean'),
    ask('c', 'string', { enableWhen: both, enableBehavior }),
  ]
  expect(asked(items('all'), { a: chosen('true') })).toEqual(['a', 'b'])
  expect(asked(items('any'), { a: chosen('true') })).toEqual(['a', 'b', 'c'])
  expect(asked(items('all'), { a: chosen('true'), b: chosen('true') })).toEqual(['a', 'b', 'c'])
  const chain = [
    ask('a', 'boolean'),
    {
      linkId: 'g',
      type: 'group',
      enableWhen: [when('a', '=', yes)],
      item: [ask('b', 'boolean', { item: [ask('below', 'string')] })],
    },
    ask('c', 'string', { enableWhen: [when('b', 'exists', yes)] }),
  ]
  const answers = { b: chosen('false'), below: typed('kept') }
  expect(asked(chain, { ...answers, a: chosen('true') })).toEqual(['a', 'b', 'below', 'c'])
  expect(asked(chain, { ...answers, a: chosen('false') })).toEqual(['a'])
  expect(asked(chain, { a: chosen('true') })).toEqual(['a', 'b'])
})

test('[QN4] ranges, places and lengths hold at both edges', () => {
  const between = (type: string, low: Json, high: Json, ...more: Json[]) =>
    ask('a', type, { extension: [limit('minValue', low), limit('maxValue', high), ...more] })
  const number = between(
    'decimal',
    { valueDecimal: 0.5 },
    { valueDecimal: 9.5 },
    limit('maxDecimalPlaces', { valueInteger: 1 }),
  )
  expect(['0.4', '0.5', '9.5', '9.6', '5.25', '0,5', 'five'].map((value) => faultOf(number, { typed: value }))).toEqual(
    ['too-low', null, null, 'too-high', 'too-many-decimals', null, 'not-a-number'],
  )
  const whole = ask('a', 'integer')
  expect(
    ['3', '3.0', '2147483647', '2147483648', '-2147483649'].map((value) => faultOf(whole, { typed: value })),
  ).toEqual([null, 'not-whole', null, 'too-high', 'too-low'])
  const day = between('date', { valueDate: '2026-01-01' }, { valueDate: '2026-12-31' })
  expect(
    ['2025-12-31', '2026-1-1', '2026-12-31', '2027-1-1', '2026-2-30', '2026-13-1', '--'].map((value) =>
      faultOf(day, { typed: value }),
    ),
  ).toEqual(['too-early', null, null, 'too-late', 'not-a-date', 'not-a-date', null])
  expect(['9:30', '24:00', 'noon'].map((value) => faultOf(ask('a', 'time'), { typed: value }))).toEqual([
    null,
    'not-a-time',
    'not-a-time',
  ])
  expect(faultOf(ask('a', 'dateTime'), { typed: '2026-3-4T9:30' })).toBeNull()
  expect(faultOf(ask('a', 'url'), { typed: 'my site' })).toBe('not-a-link')
  const text = ask('a', 'string', { maxLength: 4, extension: [limit('minLength', { valueInteger: 2 })] })
  expect(['a', 'ab', 'abcd', 'abcde', ''].map((value) => faultOf(text, { typed: value }))).toEqual([
    'too-short',
    null,
    null,
    'too-long',
    null,
  ])
})

test('[QN4] what is required must be answered, and as often as is asked', () => {
  expect(faultOf(ask('a', 'string', { required: true }), { typed: '  ' })).toBe('missing')
  expect(faultOf(ask('a', 'string'))).toBeNull()
  const some = ask('a', 'string', {
    repeats: true,
    extension: [
      limit('questionnaire-minOccurs', { valueInteger: 2 }),
      limit('questionnaire-maxOccurs', { valueInteger: 3 }),
    ],
  })
  expect([0, 1, 2, 3, 4].map((count) => faultOf(some, ...typed(...Array(count).fill('x'))))).toEqual([
    null,
    'too-few',
    null,
    null,
    'too-many',
  ])
  expect(faultOf(ask('a', 'string'), ...typed('x', 'y'))).toBe('too-many')
})

test('[QN5] a choice takes its options, an open choice also what is typed', () => {
  const answerOption = [{ valueString: 'Tea' }, { valueString: 'Coffee' }]
  const of = (type: string, answer: Answer) => faultOf(ask('a', type, { answerOption }), answer)
  expect(of('choice', { option: 'Tea' })).toBeNull()
  expect(of('choice', { option: 'Milk' })).toBe('not-an-option')
  expect(of('choice', { typed: 'Milk' })).toBe('not-an-option')
  expect(of('open-choice', { typed: 'Milk' })).toBeNull()
  expect(faultOf(ask('a', 'boolean'), { option: 'maybe' })).toBe('not-an-option')
})

test('[QN11] a quantity has a unit, and two units are not compared', () => {
  const unit = (name: string, code: string) => limit(name, { valueCoding: { code, display: code } })
  expect(faultOf(ask('a', 'quantity'), { typed: '3' })).toBe('no-unit')
  expect(faultOf(ask('a', 'quantity'), { typed: '3', unit: 'weeks' })).toBeNull()
  expect(faultOf(ask('a', 'quantity', { extension: [unit('questionnaire-unit', 'kg')] }), { typed: '3' })).toBeNull()
  const two = ask('a', 'quantity', {
    extension: [unit('questionnaire-unitOption', 'kg'), unit('questionnaire-unitOption', 'lb')],
  })
  expect(faultOf(two, { typed: '3', unit: 'st' })).toBe('no-unit')
  const heavy = ask('b', 'string', { enableWhen: [when('a', '>', { answerQuantity: { value: 100, code: 'kg' } })] })
  expect(asked([two, heavy], { a: [{ typed: '120', unit: 'kg' }] })).toEqual(['a', 'b'])
  expect(asked([two, heavy], { a: [{ typed: '120', unit: 'lb' }] })).toEqual(['a'])
})

const medicines = {
  ...{ linkId: 'm', type: 'group', text: 'Medicine', repeats: true },
  item: [
    ask('name', 'string'),
    ask('daily', 'boolean'),
    ask('often', 'string', { enableWhen: [when('daily', '=', { answerBoolean: false })] }),
  ],
}

test('[QN7] a group that repeats has answers of its own each time, and its conditions look there', () => {
  const answers = { m: typed('2'), 'daily#0': chosen('false'), 'daily#1': chosen('true') }
  expect(asked([medicines], answers)).toEqual(['name#0', 'daily#0', 'often#0', 'name#1', 'daily#1', 'm'])
  expect(asked([medicines], { m: typed('1000') })).toHaveLength(20 * 2 + 1)
  expect(asked([medicines], {})).toEqual(['name#0', 'daily#0', 'm'])
  const outside = ask('ill', 'string', { enableWhen: [when('name', '=', { answerString: 'warfarin' })] })
  expect(asked([medicines, outside], { m: typed('2'), 'name#1': typed('warfarin') })).toContain('ill')
  expect(asked([medicines, outside], { m: typed('1'), 'name#1': typed('warfarin') })).not.toContain('ill')
})

test('[QN8] initial answers stand until they are changed, what is hidden is not asked, and help stands with its question', () => {
  const help = {
    ...{ linkId: 'h', type: 'display', text: 'As on the packet' },
    extension: [limit('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'help' }] } })],
  }
  const items = [
    { linkId: 'd', type: 'display', text: 'About your medicine' },
    ask('a', 'string', { initial: [{ valueString: 'aspirin' }], item: [help] }),
    ask('b', 'string', {
      extension: [limit('questionnaire-hidden', { valueBoolean: true })],
      initial: [{ valueString: 'kept' }],
    }),
    { linkId: 'end', type: 'display', text: 'Thank you' },
  ]
  const form = (answers: Answers) => new Form(questionnaireOf(items), answers)
  expect(form({}).steps()).toMatchObject([
    { key: 'a', notes: ['About your medicine'], item: { help: 'As on the packet' } },
    { item: null, notes: ['Thank you'] },
  ])
  const values = (answers: Answers) =>
    form(answers)
      .questions()
      .map(({ answers }) => answers)
  expect(values({})).toEqual([typed('aspirin'), typed('kept')])
  expect(values({ a: [], b: typed('forged') })).toEqual([[], typed('kept')])
})

test('[QN9] the score adds up what was chosen where it was asked', () => {
  const weigh = (name: string, ...weights: number[]) =>
    weights.map((valueDecimal, at) => ({ valueString: `${at}`, extension: [limit(name, { valueDecimal })] }))
  const items = [
    ask('a', 'choice', { answerOption: weigh('ordinalValue', 0, 0.1, 2.5) }),
    ask('b', 'choice', {
      answerOption: weigh('itemWeight', 0, 0.2),
      enableWhen: [when('a', 'exists', { answerBoolean: true })],
    }),
    ask('c', 'choice', { answerOption: [{ valueString: 'free' }] }),
  ]
  const score = (answers: Answers) => scoreOf(questionnaireOf(items), answers)
  expect(score({ a: chosen('1'), b: chosen('1') })).toEqual({ total: '0.3', most: '2.7', answered: 2, of: 2 })
  expect(score({ a: chosen('2') })).toEqual({ total: '2.5', most: '2.7', answered: 1, of: 2 })
  expect(score({ b: chosen('1') })).toEqual({ total: '0', most: '2.5', answered: 0, of: 1 })
  expect(scoreOf(questionnaireOf([ask('a', 'string')]), {})).toBeNull()
})

test('[QN9] an answer counts as the same by its value', () => {
  const [weight, kinds] = questionnaireOf([
    ask('a', 'decimal'),
    ask('b', 'choice', { repeats: true, answerOption: [{ valueString: 'x' }, { valueString: 'y' }] }),
  ]).items as Question[]
  if (!weight || !kinds) throw new Error('no questions')
  expect(sameAnswers(weight, typed('70'), typed('70.0'))).toBe(true)
  expect(sameAnswers(weight, typed('70'), typed('71'))).toBe(false)
  expect(sameAnswers(kinds, chosen('x', 'y'), chosen('y', 'x'))).toBe(true)
  expect(sameAnswers(kinds, chosen('x'), chosen('x', 'y'))).toBe(false)
})
