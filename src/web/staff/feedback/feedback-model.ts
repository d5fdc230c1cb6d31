// What patients answered after their call, of the waiting areas that somebody keeps.
import type { FeedbackReport } from '#contract/feedback'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type FeedbackPageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly report: FeedbackReport }

export interface FeedbackPageModel {
  readonly state: Readable<FeedbackPageState>
  /** What is shown stays until the new is there. */
  load(): Promise<void>
}

export function createFeedbackPage(apiCall: ApiCall): FeedbackPageModel {
  const state = createStore<FeedbackPageState>({ kind: 'loading' })
  return {
    state,
    async load() {
      try {
        state.set({ kind: 'loaded', report: await apiCall<FeedbackReport>('GET', '/api/staff/feedback') })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
  }
}

/** In whole percent; 0 of nothing. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))
