// Whether there is a sample clinic beside this organisation, and removing it.
import type { SampleRemoval } from '#contract/people'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface SampleRemovalModel {
  readonly state: Readable<SampleRemoval & { readonly request: RequestState }>
  /** Not being told of one is no reason to trouble anybody. */
  look(): Promise<void>
  remove(): Promise<void>
}

export function createSampleRemoval(apiCall: ApiCall): SampleRemovalModel {
  const state = createStore<SampleRemoval & { readonly request: RequestState }>({ sample: null, request: IDLE })
  return {
    state,
    async look() {
      try {
        state.set({ ...(await apiCall<SampleRemoval>('GET', '/api/staff/sample')), request: IDLE })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    },
    async remove() {
      const { sample } = state.get()
      if (sample === null) return
      state.update((now) => ({ ...now, request: BUSY }))
      try {
        state.set({
          ...(await apiCall<SampleRemoval>('POST', '/api/staff/sample/remove', { name: sample.name })),
          request: DONE,
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.update((now) => ({ ...now, request: { kind: 'refused', refusal: error } }))
      }
    },
  }
}
