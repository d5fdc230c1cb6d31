// The questionnaires that Bedside brings, as FHIR files. All are free to use; who wrote what stands in `copyright`.

type Json = Readonly<Record<string, unknown>>

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/'
const OWN = 'Written for Bedside. Apache-2.0.'

const choices = (...labels: readonly string[]) => labels.map((valueString) => ({ valueString }))

/** Options that count: a label and its weight. */
const weighed = (...options: readonly (readonly [label: string, weight: number])[]) =>
  options.map(([valueString, weight]) => ({
    valueString,
    extension: [{ url: `${EXTENSION}ordinalValue`, valueDecimal: weight }],
  }))

const ask = (linkId: string, type: string, text: string, more: Json = {}): Json => ({ linkId, type, text, ...more })

const when = (question: string, answer: Json): Json => ({ enableWhen: [{ question, operator: '=', ...answer }] })

const YES = { answerBoolean: true }

const help = (linkId: string, text: string): Json => ({
  ...{ linkId, type: 'display', text },
  extension: [{ url: `${EXTENSION}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code: 'help' }] } }],
})

const file = (id: string, title: string, copyright: string, item: readonly Json[]): string =>
  JSON.stringify({
    ...{ resourceType: 'Questionnaire', url: `urn:bedside:questionnaire:${id}`, version: '1', status: 'active' },
    ...{ title, copyright, subjectType: ['Patient'], item },
  })

const PRE_VISIT = file('pre-visit', 'Before your visit', OWN, [
  ask('about', 'text', 'What would you most like to talk about?', { required: true, maxLength: 1000 }),
  ask('change', 'choice', 'Since last time, are things better or worse?', {
    answerOption: choices('Better', 'About the same', 'Worse', 'This is my first time'),
  }),
  ask('medicine', 'boolean', 'Do you take any medicine?', {
    item: [
      ask('medicines', 'text', 'Which ones, and how much?', {
        ...when('medicine', YES),
        item: [help('medicines-help', 'You can copy it from the box. You can also show us the boxes in the call.')],
      }),
    ],
  }),
  ask('allergy', 'boolean', 'Does any medicine or food make you ill?', {
    item: [ask('allergies', 'string', 'Which one, and what happens?', { ...when('allergy', YES), maxLength: 300 })],
  }),
  ask('more', 'text', 'Is there anything else that we should know?'),
])

const PAIN = file('pain', 'How much pain do you have?', OWN, [
  ask('pain', 'choice', 'How bad is your pain now? 0 is no pain. 10 is the worst pain you can think of.', {
    required: true,
    answerOption: Array.from({ length: 11 }, (_, number) => ({
      valueInteger: number,
      extension: [{ url: `${EXTENSION}ordinalValue`, valueDecimal: number }],
    })),
  }),
  ask('where', 'string', 'Where does it hurt?', { maxLength: 200 }),
])

const FALLS = file('falls', 'Have you had a fall?', OWN, [
  ask('fell', 'choice', 'Have you had a fall in the last 12 months?', {
    required: true,
    answerOption: weighed(['No', 0], ['Yes, once', 1], ['Yes, more than once', 2]),
  }),
  ask('hurt', 'choice', 'Were you hurt when you fell?', {
    answerOption: weighed(['No', 0], ['Yes', 1]),
    enableWhen: [{ question: 'fell', operator: '!=', answerString: 'No' }],
  }),
  ask('unsteady', 'choice', 'Do you feel unsteady when you stand or walk?', {
    required: true,
    answerOption: weighed(['No', 0], ['Sometimes', 1], ['Often', 2]),
  }),
  ask('worried', 'choice', 'Are you worried that you might fall?', {
    required: true,
    answerOption: weighed(['No', 0], ['A little', 1], ['A lot', 2]),
  }),
])

/** John Brooke's ten statements; "this system" is said as what the patient used. */
const STATEMENTS = [
  'I think that I would like to use video visits often',
  'I found video visits harder than they need to be',
  'I thought video visits were easy to use',
  'I think that I would need help from somebody to use video visits',
  'I found that all the parts worked well together',
  'I thought that too many things did not fit together',
  'I think that most people would learn to use video visits very quickly',
  'I found video visits very awkward to use',
  'I felt sure of myself when I used video visits',
  'I had to learn a lot of things before I could start',
]
const AGREEMENT = ['I do not agree at all', 'I do not agree', 'Not sure', 'I agree', 'I agree a lot']

const SUS = file(
  'sus',
  'How easy was it to use?',
  'System Usability Scale: John Brooke, 1986, Digital Equipment Corporation; free to use with this notice. Put into plainer words.',
  STATEMENTS.map((text, at) =>
    ask(`${at + 1}`, 'choice', text, {
      required: true,
      // Every second statement is against it, so agreeing with that counts less.
      answerOption: weighed(
        ...AGREEMENT.map((label, step) => [label, 2.5 * (at % 2 === 0 ? step : 4 - step)] as const),
      ),
    }),
  ),
)

const FEEDBACK = file('feedback', 'How was your visit?', OWN, [
  ask('went', 'choice', 'How did your visit go?', {
    required: true,
    answerOption: weighed(['Very badly', 0], ['Badly', 1], ['Not bad', 2], ['Well', 3], ['Very well', 4]),
  }),
  ask('hear', 'choice', 'Could you see and hear well?', { answerOption: choices('Yes', 'Most of the time', 'No') }),
  ask('better', 'text', 'What could we do better?'),
])

/** In the order in which they are offered. */
export const SHIPPED: ReadonlyMap<string, string> = new Map([
  ['pre-visit', PRE_VISIT],
  ['pain', PAIN],
  ['falls', FALLS],
  ['sus', SUS],
  ['feedback', FEEDBACK],
])
