// Following the link in a letter to a new address: one press, so that a program that reads letters changes nothing.
import type { AccountView } from '#contract/account'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type ConfirmEmailState =
  | { readonly kind: 'ready' | 'sending' | 'over' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly email: string }

export interface ConfirmEmailModel {
  readonly state: Readable<ConfirmEmailState>
  confirm(): Promise<void>
}

export function createConfirmEmail(apiCall: ApiCall, token: string, onDone: () => void): ConfirmEmailModel {
  const state = createStore<ConfirmEmailState>({ kind: token ? 'ready' : 'over' })
  return {
    state,
    async confirm() {
      if (state.get().kind === 'sending') return
      state.set({ kind: 'sending' })
      try {
        const { email } = await apiCall<AccountView>('POST', '/api/staff/account/email/confirm', { token })
        state.set({ kind: 'done', email })
        onDone()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'person/link-not-valid') state.set({ kind: 'over' })
        else state.set({ kind: 'refused', refusal: error })
      }
    },
  }
}
