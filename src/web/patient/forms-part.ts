// The forms of a patient, joined to the browser. Fetched once there are any to be seen.
import type { FormList } from '#contract/questionnaire'
import type { Answers } from '#domain/questionnaire'
import { later } from '../kit/later.ts'
import { call } from '../net/api.ts'
import type { AnswerDraft } from './forms/form-model.ts'
import { FormScreen } from './forms/form-screen.tsx'
import { createForms, type FormsModel } from './forms/forms-model.ts'
import { FormCards, OwnForms } from './forms/forms-screen.tsx'

export interface FormsPart {
  readonly model: FormsModel
  readonly FormCards: typeof FormCards
  readonly FormScreen: typeof FormScreen
  readonly OwnForms: typeof OwnForms
}

/** Behind a personal link. */
export const invitedForms = (secret: string): FormsPart =>
  withViews({
    load: () => call<FormList>('POST', '/api/open/invitation/forms', { secret }),
    save: (formId: string, answers: Answers, done: boolean) =>
      call('PUT', '/api/open/invitation/forms', { secret, formId, answers, done }),
  })

/** Of whoever waits. */
export const ownForms = (visitId: string): FormsPart =>
  withViews({
    load: () => call<FormList>('GET', '/api/patient/forms', undefined, { visitId }),
    save: (formId: string, answers: Answers, done: boolean) =>
      call('PUT', `/api/patient/forms/${formId}`, { answers, done }, { visitId }),
  })

function withViews(server: Pick<Parameters<typeof createForms>[0], 'load' | 'save'>): FormsPart {
  return { model: createForms({ ...server, draft: tabDraft, later }), FormCards, FormScreen, OwnForms }
}

/** Goes with the tab, and as soon as the server has it. */
function tabDraft(formId: string): AnswerDraft {
  const key = `bedside.form.${formId}`
  return {
    load() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return typeof kept === 'object' ? (kept as Answers | null) : null
      } catch {
        return null
      }
    },
    save(answers) {
      try {
        sessionStorage.setItem(key, JSON.stringify(answers))
      } catch {}
    },
    clear() {
      try {
        sessionStorage.removeItem(key)
      } catch {}
    },
  }
}
