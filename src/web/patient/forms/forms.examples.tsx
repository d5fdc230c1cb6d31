// The questions that a clinic asks, for looking at.
import type { FormView } from '#contract/questionnaire'
import type { Answers } from '#domain/questionnaire'
import { SHIPPED } from '#domain/questionnaire-catalogue'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import { createForm, type FormModel } from './form-model.ts'
import { FormScreen } from './form-screen.tsx'
import { createForms } from './forms-model.ts'
import { FormCards } from './forms-screen.tsx'

const formOf = (id: string, answers: Answers = {}, change: Partial<FormView> = {}): FormView => ({
  ...{ id, title: titleOf(id), source: SHIPPED.get(id) ?? '', answers: answers as FormView['answers'] },
  ...{ askedAt: 0, savedAt: null, doneAt: null, ...change },
})
const titleOf = (id: string): string => JSON.parse(SHIPPED.get(id) ?? '{}').title ?? ''

const never = () => new Promise<never>(() => {})
const draft = () => ({ load: () => null, save() {}, clear() {} })

function screen(
  name: string,
  id: string,
  answers: Answers = {},
  after: (model: FormModel) => void = () => {},
): Example {
  return {
    name,
    whole: true,
    draw() {
      const model = createForm({ form: formOf(id, answers), put: never, draft: draft(), later: () => () => {} })
      if (!model) throw new Error(id)
      after(model)
      return (
        <Page organisation="Hillside Health" part="Physiotherapy" aside={<QuickExit />}>
          <FormScreen model={model} onClose={() => {}} />
        </Page>
      )
    },
  }
}

const cards = (name: string, forms: readonly FormView[]): Example => ({
  name,
  draw() {
    const model = createForms({
      load: () => Promise.resolve({ forms: [...forms] }),
      save: never,
      draft,
      later: () => () => {},
    })
    return <FormCards model={model} />
  },
})

export const examples: readonly Example[] = [
  screen('words', 'pre-visit'),
  screen('not answered', 'pre-visit', {}, (model) => model.next()),
  screen('yes or no', 'pre-visit', { about: [{ typed: 'My knee' }], change: [{ option: 'Better' }] }),
  screen('0 to 10', 'pain'),
  screen('one of five', 'sus'),
  cards('cards', [formOf('pre-visit'), formOf('pain', {}, { savedAt: 1, doneAt: 1 })]),
]
