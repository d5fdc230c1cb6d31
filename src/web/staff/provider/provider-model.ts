// On the way to the organisation's own sign-in, and back from it. What it sent the browser back with is handed on once
// and kept nowhere.
import type { Me } from '#contract/people'
import type { ProviderFinish, ProviderStart } from '#contract/provider'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { PROVIDER_PATIENCE_MS, Refusal } from '../../net/api.ts'

export type ProviderState =
  | { readonly kind: 'going' }
  | { readonly kind: 'coming' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Signed in in a second tab; the first one goes on. */
  | { readonly kind: 'beside'; readonly name: string }

export interface ProviderPorts {
  readonly apiCall: ApiCall
  /** Leaves this page for another site, without a step back to it. */
  readonly leave: (url: string) => void
  readonly onDone: (me: Me) => void
}

export interface ProviderModel {
  readonly state: Readable<ProviderState>
  /** Goes, or comes back, by what stands in the address. */
  begin(): Promise<void>
  /** Goes anew; where that person is nobody here, the provider asks who they are. */
  again(): Promise<void>
}

/** To sign in in this tab, or `beside` another; or to `prove` who one is to another. */
export type ProviderWhy = 'here' | 'beside' | 'prove'

/** Refusals that would only come again for whoever is signed in at the provider. */
export const ASK_WHO: readonly Refusal['code'][] = ['access/provider-unknown-person', 'access/provider-too-weak']

/** `search`: all after the `?` of the address, empty on the way there. */
export function createProvider(ports: ProviderPorts, search: string, why: ProviderWhy): ProviderModel {
  const state = createStore<ProviderState>({ kind: search ? 'coming' : 'going' })
  const ask = <T>(url: string, body: object) =>
    ports.apiCall<T>('POST', url, body, { patienceMs: PROVIDER_PATIENCE_MS })

  const trying = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      state.set({ kind: 'refused', refusal: error })
    }
  }

  const go = (anew: boolean) =>
    trying(async () => {
      state.set({ kind: 'going' })
      const { url } =
        why === 'prove'
          ? await ask<ProviderStart>('/api/staff/proof/provider', {})
          : await ask<ProviderStart>('/api/open/provider/start', { beside: why === 'beside', anew })
      ports.leave(url)
    })

  const come = () =>
    trying(async () => {
      const came = await ask<ProviderFinish>('/api/open/provider/finish', { search })
      if (came.beside) state.set({ kind: 'beside', name: came.me.name })
      else ports.onDone(came.me)
    })

  const again = () => {
    const now = state.get()
    return go(now.kind === 'refused' && ASK_WHO.includes(now.refusal.code))
  }

  return { state, begin: () => (search ? come() : go(false)), again }
}
