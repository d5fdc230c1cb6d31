// What a patient answered, beside the note, for looking at.
import type { StaffFormView } from '#contract/questionnaire'
import { SHIPPED } from '#domain/questionnaire-catalogue'
import { parseQuestionnaire } from '#domain/questionnaire-parse'
import { createAction } from '../../kit/action.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import type { StaffFormsModel, StaffFormsState } from './forms-model.ts'
import { FormsPane } from './forms-pane.tsx'

const AT = Date.UTC(2027, 2, 1, 9)

function read(id: string, change: Partial<StaffFormView>) {
  const source = SHIPPED.get(id) ?? ''
  const parsed = parseQuestionnaire(source)
  if (!parsed.ok) throw new Error(id)
  const form: StaffFormView = {
    ...{ id, title: parsed.questionnaire.title, source, answers: {}, askedAt: AT, savedAt: null, doneAt: null },
    ...{ before: null, ...change },
  }
  return { form, questionnaire: parsed.questionnaire }
}

const pane = (name: string, state: StaffFormsState): Example => ({
  name,
  draw() {
    const nothing = async () => {}
    const model: StaffFormsModel = {
      ...{ state: createStore(state), offered: createStore(null), sending: createAction() },
      ...{ load: nothing, choose: nothing, send: async () => true },
    }
    return <FormsPane model={model} onNote={() => {}} timeZone="Europe/London" />
  },
})

export const examples: readonly Example[] = [
  pane('answers', {
    kind: 'loaded',
    forms: [
      read('pain', {
        ...{ answers: { pain: [{ option: '4' }], where: [{ typed: 'Left knee, when I go down stairs' }] } },
        ...{ savedAt: AT, doneAt: AT },
        before: { savedAt: AT - 7 * 86_400_000, answers: { pain: [{ option: '7' }], where: [{ typed: 'Left knee' }] } },
      }),
      read('falls', { answers: { fell: [{ option: 'No' }] }, savedAt: AT }),
      read('pre-visit', {}),
    ],
  }),
  pane('nothing asked', { kind: 'loaded', forms: [] }),
]
