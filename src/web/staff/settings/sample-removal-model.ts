// Whether there is a sample clinic beside this organisation, and removing it.
import type { SampleRemoval } from '#contract/people'
import { type Ask, BUSY, DONE, type Doing, IDLE } from '../../kit/ask.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface SampleRemovalModel {
  readonly state: Readable<SampleRemoval & { readonly doing: Doing }>
  /** Not being told of one is no reason to trouble anybody. */
  look(): Promise<void>
  remove(): Promise<void>
}

export function createSampleRemoval(ask: Ask): SampleRemovalModel {
  const state = createStore<SampleRemoval & { readonly doing: Doing }>({ sample: null, doing: IDLE })
  return {
    state,
    async look() {
      try {
        state.set({ ...(await ask<SampleRemoval>('GET', '/api/staff/sample')), doing: IDLE })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    },
    async remove() {
      const { sample } = state.get()
      if (sample === null) return
      state.update((now) => ({ ...now, doing: BUSY }))
      try {
        state.set({
          ...(await ask<SampleRemoval>('POST', '/api/staff/sample/remove', { name: sample.name })),
          doing: DONE,
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.update((now) => ({ ...now, doing: { kind: 'refused', refusal: error } }))
      }
    },
  }
}
