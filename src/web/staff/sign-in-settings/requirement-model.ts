// Whether a second step is required of everybody: one box, saved when it is ticked.
import type { SecondFactorSettings } from '#contract/factors'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'

export interface RequirementModel {
  /** Null until it is known. */
  readonly state: Readable<SecondFactorSettings | null>
  readonly acting: Action
  load(): Promise<void>
  require(required: boolean): Promise<void>
}

const URL = '/api/staff/settings/second-factor'

export function createRequirement(apiCall: ApiCall): RequirementModel {
  const state = createStore<SecondFactorSettings | null>(null)
  const acting = createAction()
  return {
    state,
    acting,
    async load() {
      const looked = await acting.run(async () => state.set(await apiCall<SecondFactorSettings>('GET', URL)))
      // Only what somebody changed is said to be saved.
      if (looked) acting.reset()
    },
    async require(required) {
      const before = state.get()
      if (!before || acting.request.get().kind === 'busy') return
      // Ticked at once, as boxes are; a refusal takes it back.
      state.set({ ...before, required })
      const saved = await acting.run(async () =>
        state.set(await apiCall<SecondFactorSettings>('PUT', URL, { required })),
      )
      if (!saved) state.set(before)
    },
  }
}
