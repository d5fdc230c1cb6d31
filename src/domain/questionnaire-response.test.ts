import { expect, test } from 'vitest'
import { ask, limit, questionnaireOf, when } from '../../test/questionnaires/made-up.ts'
import { writeResponse } from './questionnaire-response.ts'

const FACTS = { id: 'r1', completed: true, authored: '2026-03-04T10:00:00Z', offset: () => '+01:00' }

test('[QN10] answers are written as FHIR has them, numbers with their places', () => {
  const kilograms = limit('questionnaire-unit', {
    valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' },
  })
  const questionnaire = questionnaireOf(
    [
      ask('yes', 'boolean', { item: [ask('why', 'string')] }),
      ask('weight', 'quantity', { extension: [kilograms] }),
      ask('temperature', 'decimal'),
      ask('when', 'dateTime'),
      ask('day', 'date'),
      ask('drink', 'open-choice', {
        answerOption: [{ valueCoding: { system: 's', code: 't', display: 'Tea' } }, { valueInteger: 3 }],
        repeats: true,
      }),
      ask('unseen', 'string', { enableWhen: [when('yes', '=', { answerBoolean: false })] }),
      { linkId: 'g', type: 'group', text: 'Each', repeats: true, item: [ask('each', 'integer')] },
    ],
    { url: 'https://example.org/q', version: '2' },
  )
  const answers = {
    yes: [{ option: 'true' }],
    why: [{ typed: ' because ' }],
    weight: [{ typed: '70,50' }],
    temperature: [{ typed: 'warm' }],
    when: [{ typed: '2026-7-4T9:30' }],
    day: [{ typed: '2026-7-4' }],
    drink: [{ option: 's|t' }, { option: '3' }, { typed: 'milk' }],
    unseen: [{ typed: 'never asked' }],
    g: [{ typed: '2' }],
    'each#1': [{ typed: '4' }],
  }
  const text = writeResponse(questionnaire, answers, FACTS)
  expect(text).toContain('"value":70.50,"unit":"kg"')
  expect(JSON.parse(text)).toEqual({
    resourceType: 'QuestionnaireResponse',
    id: 'r1',
    questionnaire: 'https://example.org/q|2',
    status: 'completed',
    authored: FACTS.authored,
    item: [
      {
        ...{ linkId: 'yes', text: 'yes?' },
        answer: [{ valueBoolean: true, item: [{ linkId: 'why', text: 'why?', answer: [{ valueString: 'because' }] }] }],
      },
      {
        ...{ linkId: 'weight', text: 'weight?' },
        answer: [{ valueQuantity: { value: 70.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } }],
      },
      { linkId: 'when', text: 'when?', answer: [{ valueDateTime: '2026-07-04T09:30:00+01:00' }] },
      { linkId: 'day', text: 'day?', answer: [{ valueDate: '2026-07-04' }] },
      {
        ...{ linkId: 'drink', text: 'drink?' },
        answer: [
          { valueCoding: { system: 's', code: 't', display: 'Tea' } },
          { valueInteger: 3 },
          { valueString: 'milk' },
        ],
      },
      { linkId: 'g', text: 'Each', item: [{ linkId: 'each', text: 'each?', answer: [{ valueInteger: 4 }] }] },
    ],
  })
})
