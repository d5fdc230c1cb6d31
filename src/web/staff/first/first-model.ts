// The first page of a Bedside: what is here, for whoever came to its bare address.
import type { InstanceView } from '#contract/people'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type FirstState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'nothing-yet' }
  /** `setUp` is false while there is only the sample clinic. */
  | { readonly kind: 'organisations'; readonly organisations: InstanceView['organisations']; readonly setUp: boolean }

export interface FirstModel {
  readonly state: Readable<FirstState>
  look(): Promise<void>
}

export function createFirst(apiCall: ApiCall): FirstModel {
  const state = createStore<FirstState>({ kind: 'looking' })
  return {
    state,
    async look() {
      state.set({ kind: 'looking' })
      try {
        const { organisations, setUp } = await apiCall<InstanceView>('GET', '/api/open/instance')
        state.set(organisations.length ? { kind: 'organisations', organisations, setUp } : { kind: 'nothing-yet' })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
  }
}
