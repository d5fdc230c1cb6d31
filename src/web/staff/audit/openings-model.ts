// Who opened a service by break-glass and why, as administrators and auditors read it; whether it is allowed is an
// administrator's to say.
import type { OpeningsView } from '#contract/break-glass'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type OpeningsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: OpeningsView }

export interface OpeningsModel {
  readonly state: Readable<OpeningsState>
  readonly saving: Action
  load(): Promise<void>
  /** Null: not this reader's to say. */
  readonly allow: ((allowed: boolean) => Promise<void>) | null
}

export function createOpenings(apiCall: ApiCall, mayAllow: boolean): OpeningsModel {
  const state = createStore<OpeningsState>({ kind: 'loading' })
  const saving = createAction()
  return {
    state,
    saving,
    async load() {
      try {
        state.set({ kind: 'loaded', view: await apiCall<OpeningsView>('GET', '/api/staff/break-glass/openings') })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    allow: mayAllow
      ? async (allowed) => {
          const before = state.get()
          // The box shows what was pressed, unless the server says no.
          if (before.kind === 'loaded') state.set({ kind: 'loaded', view: { ...before.view, allowed } })
          const done = await saving.run(async () => {
            const view = await apiCall<OpeningsView>('PUT', '/api/staff/settings/break-glass', { allowed })
            state.set({ kind: 'loaded', view })
          })
          if (!done) state.set(before)
        }
      : null,
  }
}
