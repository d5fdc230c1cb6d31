// The forms that the clinic asks of this patient: which there are, and which is open.
import type { FormList, FormView } from '#contract/questionnaire'
import type { Answers } from '#domain/questionnaire'
import type { Later } from '../../kit/later.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { type AnswerDraft, createForm, type FormModel } from './form-model.ts'

export type FormsState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly tryAgain: () => void }
  | { readonly at: 'list'; readonly forms: readonly FormView[] }
  | { readonly at: 'open'; readonly form: FormModel }

export interface FormsWorld {
  load(): Promise<FormList>
  save(formId: string, answers: Answers, done: boolean): Promise<unknown>
  draft(formId: string): AnswerDraft
  readonly later: Later
}

export interface FormsModel {
  readonly state: Readable<FormsState>
  load(): void
  open(form: FormView): void
  /** Back to the list. */
  close(): void
}

export function createForms({ load, save, draft, later }: FormsWorld): FormsModel {
  const state = createStore<FormsState>({ at: 'loading' })

  async function look(): Promise<void> {
    try {
      const { forms } = await load()
      if (state.get().at !== 'open') state.set({ at: 'list', forms })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (state.get().at === 'loading') state.set({ at: 'failed', tryAgain: begin })
    }
  }
  function begin(): void {
    state.set({ at: 'loading' })
    void look()
  }
  void look()

  return {
    state,
    load: () => void look(),
    open(form) {
      const put = (answers: Answers, done: boolean) => save(form.id, answers, done)
      const model = createForm({ form, put, draft: draft(form.id), later })
      if (model) state.set({ at: 'open', form: model })
    },
    close() {
      const now = state.get()
      if (now.at === 'open') now.form.close()
      begin()
    },
  }
}
