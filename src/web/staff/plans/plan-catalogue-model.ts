// The plans this organisation offers, as staff choose from them. Loaded once for a sign-in, and again when a visit names
// a plan that is not among them. Knows no words.
import type { PlanList, PlanView } from '#contract/plan'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type PlansState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly plans: readonly PlanView[] }

export interface PlanCatalogue {
  readonly state: Readable<PlansState>
  load(): Promise<void>
  /** A newer list, as the server gave it after a change. */
  take(list: PlanList): void
  /** Null while it is not loaded, and when there is no such plan (any more). */
  find(planId: string): PlanView | null
  /** Asks for the list again when it does not have this plan: a colleague may have made it since. */
  need(planId: string): void
}

export function createPlanCatalogue(apiCall: ApiCall): PlanCatalogue {
  const state = createStore<PlansState>({ kind: 'loading' })
  const askedFor = new Set<string>()
  let loading: Promise<void> | null = null

  const find = (planId: string): PlanView | null => {
    const now = state.get()
    return now.kind === 'loaded' ? (now.plans.find((plan) => plan.id === planId) ?? null) : null
  }

  async function fetchList(): Promise<void> {
    try {
      const { plans } = await apiCall<PlanList>('GET', '/api/staff/plans')
      state.set({ kind: 'loaded', plans })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // An older list is better than none.
      if (state.get().kind !== 'loaded') state.set({ kind: 'refused', refusal: error })
    }
  }

  const load = (): Promise<void> => {
    loading ??= fetchList().finally(() => {
      loading = null
    })
    return loading
  }

  return {
    state,
    load,
    take: ({ plans }) => state.set({ kind: 'loaded', plans }),
    find,
    need(planId) {
      if (state.get().kind !== 'loaded' || find(planId) || askedFor.has(planId)) return
      askedFor.add(planId)
      void load()
    },
  }
}
