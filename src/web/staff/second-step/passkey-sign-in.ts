// Signing in with a passkey: what the server asks, what the browser signs, and what to say when it does not.
import type { PasskeyAsk } from '#contract/factors'
import type { Me } from '#contract/people'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Passkeys } from '../passkeys.ts'

export type PasskeyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** The browser did not sign. */
  | { readonly kind: 'not-signed'; readonly why: 'cancelled' | 'not-here' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface PasskeySignIn {
  readonly state: Readable<PasskeyState>
  begin(): Promise<void>
}

const SIGN_IN = { begin: '/api/open/passkey', end: '/api/open/passkey/sign-in' }

/** Null where this browser has none. `urls`: where the server asks for it, and takes it. */
export function createPasskeySignIn(
  apiCall: ApiCall,
  passkeys: Passkeys,
  onDone: (me: Me) => void,
  urls = SIGN_IN,
): PasskeySignIn | null {
  if (!passkeys.available()) return null
  const state = createStore<PasskeyState>({ kind: 'idle' })
  return {
    state,
    async begin() {
      if (state.get().kind === 'busy') return
      state.set({ kind: 'busy' })
      try {
        const { id, options } = await apiCall<PasskeyAsk>('POST', urls.begin, {})
        const outcome = await passkeys.sign(options)
        if (outcome.kind !== 'done') {
          state.set({ kind: 'not-signed', why: outcome.kind === 'not-here' ? 'not-here' : 'cancelled' })
          return
        }
        const me = await apiCall<Me>('POST', urls.end, { id, answer: outcome.answer })
        state.set({ kind: 'idle' })
        onDone(me)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
  }
}
