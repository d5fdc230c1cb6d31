// The made-up clinic, for holding a consultation with oneself: who works there, and one press to be one of them.
import type { Me, SampleClinic } from '#contract/people'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type SampleState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'open'; readonly clinic: SampleClinic }

export interface SampleModel {
  readonly state: Readable<SampleState>
  readonly signingIn: Action
  open(): Promise<void>
  /** Signs in as this practitioner, without a password to copy. */
  be(email: string): Promise<void>
}

export function createSample(apiCall: ApiCall, token: string, onSignedIn: (me: Me) => void): SampleModel {
  const state = createStore<SampleState>({ kind: 'opening' })
  const signingIn = createAction()
  return {
    state,
    signingIn,
    async open() {
      try {
        state.set({ kind: 'open', clinic: await apiCall<SampleClinic>('POST', '/api/open/sample', { token }) })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    async be(email) {
      await signingIn.run(async () =>
        onSignedIn(await apiCall<Me>('POST', '/api/open/sample/sign-in', { token, email })),
      )
    },
  }
}
