import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, fileOf, type Json, limit, questionnaireOf, refusals, when } from '../../test/questionnaires/made-up.ts'
import { MOST_ITEMS } from './questionnaire.ts'
import { Form } from './questionnaire-form.ts'
import { parseQuestionnaire } from './questionnaire-parse.ts'

const FOLDER = new URL('../../test/questionnaires/hl7/', import.meta.url)
const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const example = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
const only = (question: Json) => refusals(fileOf([question]))

test('[QN1] each of HL7’s examples is asked, or refused with the item and the reason', () => {
  const said = Object.fromEntries(EXAMPLES.map((name) => [name.slice(14, -5), refusals(example(name))]))
  expect(said).toEqual({
    bb: [],
    f201: [],
    'zika-virus-exposure-assessment': [],
    '3141': ['1.1: no-text', '1.1.1.1: no-text', '1.1.1.2: no-text', '2.1.2: no-options'],
    gcs: ['1.1: no-text', '1.2: no-text', '1.3: no-text'],
    'phq-9-questionnaire': [
      ...['LittleInterest', 'FeelingDown', 'TroubleSleeping', 'FeelingTired', 'BadAppetite', 'FeelingBadAboutSelf'].map(
        (id) => `${id}: answer-list-missing`,
      ),
      ...['TroubleConcentrating: answer-list-missing', 'MovingSpeaking: answer-list-missing', 'TotalScore: computed'],
      'Difficulty: answer-list-missing',
    ],
    qs1: expect.arrayContaining(['Account.1: no-link-id', 'Account.subject.value: type-not-supported']),
  })
})

test('[QN1] of those that are asked, every question can be reached and answered', () => {
  for (const name of EXAMPLES) {
    const result = parseQuestionnaire(example(name))
    if (!result.ok) continue
    const { questionnaire } = result
    let answers: Record<string, { option: string }[] | { typed: string; unit?: string }[]> = {}
    // A yes opens some questions, a no others.
    for (const yes of ['true', 'false']) {
      answers = {}
      for (let round = 0; round < 40; round++) {
        const open = new Form(questionnaire, answers).questions().find(({ key }) => !(key in answers))
        if (!open) break
        const { item, key } = open
        const typed = { integer: '3', decimal: '3.50', quantity: '3', date: '2026-3-4', dateTime: '2026-3-4T10:30' }
        if (item.type === 'boolean') answers[key] = [{ option: yes }]
        else if (item.options[0]) answers[key] = [{ option: item.options[0].key }]
        else answers[key] = [{ typed: typed[item.type as keyof typeof typed] ?? 'words', unit: 'weeks' }]
      }
      expect(new Form(questionnaire, answers).faults()).toEqual([])
      expect(Object.keys(answers).length).toBeGreaterThan(0)
    }
  }
})

test('[QN2] what nobody here could follow is refused', () => {
  const computed = { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression' }
  expect(only(ask('a', 'integer', { extension: [computed] }))).toEqual(['a: computed'])
  expect(only(ask('a', 'string', { extension: [limit('regex', { valueString: '(a+)+$' })] }))).toEqual(['a: pattern'])
  expect(only(ask('a', 'string', { modifierExtension: [{ url: 'x' }] }))).toEqual(['a: modifier'])
  expect(only(ask('a', 'attachment'))).toEqual(['a: type-not-supported'])
  expect(only(ask('a', 'slider'))).toEqual(['a: unknown-type'])
  expect(only(ask('a', 'choice', { answerValueSet: 'http://loinc.org/vs/LL358-3' }))).toEqual([
    'a: answer-list-missing',
  ])
  expect(only(ask('a', 'string', { text: ' ' }))).toEqual(['a: no-text'])
  expect(refusals(fileOf([ask('a', 'string')], { status: 'retired' }))).toEqual([': retired'])
  expect(refusals(fileOf([ask('a', 'string')], { title: '' }))).toEqual([': no-title'])
  expect(refusals(fileOf([]))).toEqual([': no-items'])
  expect(refusals(fileOf([{ linkId: 'a', type: 'display', text: 'Only this' }]))).toEqual([': no-items'])
})

test('[QN3] a condition that nobody could meet is refused, and so is one that goes round in a circle', () => {
  const yes = { answerBoolean: true }
  const a = ask('a', 'boolean')
  const b = (...enableWhen: Json[]) => refusals(fileOf([a, ask('b', 'string', { enableWhen })]))
  expect(b(when('a', '=', yes))).toEqual([])
  expect(b(when('z', '=', yes))).toEqual(['b: condition-not-found'])
  expect(b(when('a', 'like', yes))).toEqual(['b: condition-not-valid'])
  expect(b(when('a', '>', yes))).toEqual(['b: condition-not-possible'])
  expect(b(when('a', '=', { answerString: 'true' }))).toEqual(['b: condition-not-possible'])
  expect(b(when('a', 'exists', { answerString: 'true' }))).toEqual(['b: condition-not-valid'])
  expect(b(when('a', '=', yes), when('a', 'exists', yes))).toEqual(['b: condition-behaviour'])
  expect(b(when('b', 'exists', yes))).toEqual(['b: depends-on-itself'])
  const parent = ask('a', 'boolean', { enableWhen: [when('c', 'exists', yes)], item: [ask('c', 'string')] })
  expect(refusals(fileOf([parent]))).toEqual(['a: depends-on-itself'])
  const lone = ask('b', 'choice', { answerOption: [{ valueString: 'one' }], enableWhen: [when('a', '=', yes)] })
  const after = (answer: Json) =>
    refusals(fileOf([a, lone, ask('c', 'string', { enableWhen: [when('b', '=', answer)] })]))
  expect(after({ answerString: 'one' })).toEqual([])
  expect(after({ answerString: 'two' })).toEqual(['c: condition-not-possible'])
})

test('[QN4] limits that say nothing, or cannot all be kept, are refused', () => {
  const limits = (type: string, ...extension: Json[]) => only(ask('a', type, { extension }))
  expect(limits('integer', limit('minValue', { valueInteger: 5 }), limit('maxValue', { valueInteger: 5 }))).toEqual([])
  expect(limits('integer', limit('minValue', { valueInteger: 6 }), limit('maxValue', { valueInteger: 5 }))).toEqual([
    'a: limit-not-valid',
  ])
  expect(limits('string', limit('minValue', { valueInteger: 6 }))).toEqual(['a: limit-not-valid'])
  expect(limits('date', limit('minValue', { valueDate: 'soon' }))).toEqual(['a: limit-not-valid'])
  expect(limits('decimal', limit('maxDecimalPlaces', { valueInteger: -1 }))).toEqual(['a: limit-not-valid'])
  expect(limits('string', limit('minLength', { valueInteger: 9 }))).toEqual([])
  expect(only(ask('a', 'string', { maxLength: 5, extension: [limit('minLength', { valueInteger: 9 })] }))).toEqual([
    'a: limit-not-valid',
  ])
})

test('[QN5] options that cannot be told apart, or are none, are refused', () => {
  const options = (...answerOption: Json[]) => only(ask('a', 'choice', { answerOption }))
  const coding = (code: string, system?: string) => ({ valueCoding: { code, system } })
  expect(options(coding('x', 'one'), coding('x', 'two'), { valueInteger: 3 })).toEqual([])
  expect(options(coding('x'), coding('x'))).toEqual(['a: same-option'])
  expect(options({ valueReference: {} })).toEqual(['a: option-not-valid'])
  expect(options({})).toEqual(['a: option-not-valid'])
  expect(options()).toEqual(['a: no-options'])
  expect(only(ask('a', 'integer', { answerOption: [{ valueInteger: 3 }] }))).toEqual(['a: type-not-supported'])
  const named = ask('a', 'choice', { answerValueSet: 'http://hl7.org/fhir/ValueSet/yesnodontknow|4.0.1' })
  const [question] = questionnaireOf([named]).items
  expect(question).toMatchObject({ options: [{ label: 'Yes' }, { label: 'No' }, { label: "Don't know" }] })
})

test('[QN8] an initial answer that could not be given is refused', () => {
  const initial = (type: string, value: Json, more: Json = {}) => only(ask('a', type, { initial: [value], ...more }))
  expect(initial('decimal', { valueDecimal: 1.5 })).toEqual([])
  expect(initial('decimal', { valueString: '1.5' })).toEqual(['a: initial-not-valid'])
  expect(initial('integer', { valueInteger: 3 }, { extension: [limit('maxValue', { valueInteger: 2 })] })).toEqual([
    'a: initial-not-valid',
  ])
  const two = { answerOption: ['x', 'y'].map((valueString) => ({ valueString, initialSelected: true })) }
  expect(only(ask('a', 'choice', two))).toEqual(['a: initial-not-valid'])
  expect(only(ask('a', 'choice', { ...two, repeats: true }))).toEqual([])
})

test('[QN1] what is too large, too deep or too much is said to be', () => {
  const deep = (levels: number): Json =>
    levels === 0 ? ask('end', 'string') : { linkId: `g${levels}`, type: 'group', item: [deep(levels - 1)] }
  expect(refusals(fileOf([deep(7)]))).toEqual([])
  expect(refusals(fileOf([deep(9)]))).toContain('g2: too-deep')
  const many = Array.from({ length: MOST_ITEMS + 1 }, (_, at) => ask(`q${at}`, 'string'))
  expect(refusals(fileOf(many.slice(1)))).toEqual([])
  expect(refusals(fileOf(many))).toEqual([': too-many-items'])
  expect(refusals(fileOf([ask('a', 'string', { text: 'x'.repeat(300_000) })]))).toEqual([': too-large'])
  expect(refusals('['.repeat(200_000))).toEqual([': not-json'])
  expect(refusals(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([': not-a-questionnaire'])
  expect(refusals('\ufeff{"resourceType":"Patient"}')).toEqual([': not-a-questionnaire'])
  expect(refusals(fileOf([ask('a', 'string'), ask('a', 'string')]))).toEqual(['2: same-link-id'])
})

test('[QN1] of 10,000 broken files, each is taken or refused, and none makes anything else happen', () => {
  let seed = 20261130
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % below
  }
  const rich = fileOf([
    ask('a', 'boolean', { item: [ask('b', 'quantity', { initial: [{ valueQuantity: { value: 1.5, code: 'kg' } }] })] }),
    ask('c', 'open-choice', { answerOption: [{ valueString: 'x' }, { valueCoding: { code: 'y' } }], repeats: true }),
    {
      linkId: 'g',
      type: 'group',
      repeats: true,
      item: [ask('d', 'date', { enableWhen: [when('a', '=', { answerBoolean: true })] })],
    },
  ])
  const files = [
    rich,
    example('Questionnaire-bb.json'),
    example('Questionnaire-gcs.json'),
    example('Questionnaire-zika-virus-exposure-assessment.json'),
  ]
  const odd = [
    'null',
    '[]',
    '{}',
    '"x"',
    '-1',
    '1e999',
    'true',
    '"__proto__"',
    '"\\ud800"',
    '{"exact":"z"}',
    '[[]]',
    '',
  ]
  const broken = (file: string): string => {
    const at = random(file.length)
    switch (random(4)) {
      case 0:
        return file.slice(0, at)
      case 1:
        return `${file.slice(0, at)}${String.fromCharCode(random(300))}${file.slice(at + 1)}`
      case 2:
        return file.slice(0, at) + file.slice(at + random(200))
      default: {
        // Another value for some member, so that the file stays JSON.
        const members = [...file.matchAll(/:\s*("[^"]*"|true|false|-?\d[\d.]*)/g)]
        const member = members[random(members.length)]
        if (!member?.[1]) return ''
        const value = member.index + member[0].length - member[1].length
        return file.slice(0, value) + odd[random(odd.length)] + file.slice(value + member[1].length)
      }
    }
  }
  let [refused, silent] = [0, 0]
  for (let count = 0; count < 10_000; count++) {
    const result = parseQuestionnaire(broken(files[count % files.length] ?? ''))
    if (result.ok) new Form(result.questionnaire, {}).steps()
    else if (result.faults.length > 0) refused++
    else silent++
  }
  expect(silent).toBe(0)
  expect(refused).toBeGreaterThan(5000)
})
