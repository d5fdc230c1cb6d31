// The forms of one patient, as staff see them, and sending another one.
import type { QuestionnaireList, StaffFormList, StaffFormView } from '#contract/questionnaire'
import type { Questionnaire } from '#domain/questionnaire'
import { parseQuestionnaire } from '#domain/questionnaire-parse'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface ReadForm {
  readonly form: StaffFormView
  readonly questionnaire: Questionnaire
}

export type StaffFormsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly forms: readonly ReadForm[] }

export interface StaffFormsModel {
  readonly state: Readable<StaffFormsState>
  /** What can be sent; null: not asked yet. */
  readonly offered: Readable<QuestionnaireList['questionnaires'] | null>
  readonly sending: Action
  load(): Promise<void>
  /** Asks what can be sent. */
  choose(): Promise<void>
  send(questionnaireId: string): Promise<boolean>
}

/** `url` is that of the visit or the appointment. */
export function createStaffForms(apiCall: ApiCall, url: string): StaffFormsModel {
  const state = createStore<StaffFormsState>({ kind: 'loading' })
  const offered = createStore<QuestionnaireList['questionnaires'] | null>(null)
  const sending = createAction()

  const show = ({ forms }: StaffFormList) =>
    state.set({
      kind: 'loaded',
      forms: forms.flatMap((form) => {
        const parsed = parseQuestionnaire(form.source)
        return parsed.ok ? [{ form, questionnaire: parsed.questionnaire }] : []
      }),
    })

  return {
    state,
    offered,
    sending,
    async load() {
      try {
        show(await apiCall<StaffFormList>('GET', `${url}/forms`))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (state.get().kind !== 'loaded') state.set({ kind: 'refused', refusal: error })
      }
    },
    async choose() {
      sending.reset()
      await sending.run(async () => {
        offered.set((await apiCall<QuestionnaireList>('GET', '/api/staff/questionnaires')).questionnaires)
      })
      sending.reset()
    },
    send: (questionnaireId) =>
      sending.run(async () => show(await apiCall<StaffFormList>('POST', `${url}/forms`, { questionnaireId }))),
  }
}
