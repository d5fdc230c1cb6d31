// Asking for a new password. The answer is the same for every address; what was typed stays for another try.
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface ResetState {
  readonly email: string
  readonly missing: boolean
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
  /** The address it was asked for. */
  readonly askedFor: string | null
}

export interface ResetModel {
  readonly state: Readable<ResetState>
  type(email: string): void
  submit(): Promise<void>
  /** Another address. */
  again(): void
}

export function createReset(apiCall: ApiCall): ResetModel {
  const state = createStore<ResetState>({
    email: '',
    missing: false,
    attempt: 0,
    sending: false,
    refusal: null,
    askedFor: null,
  })
  const put = (change: Partial<ResetState>) => state.update((now) => ({ ...now, ...change }))
  return {
    state,
    type: (email) => put({ email, missing: false }),
    again: () => put({ askedFor: null }),
    async submit() {
      const { email, attempt, sending } = state.get()
      if (sending) return
      const missing = email.trim() === ''
      put({ missing, attempt: attempt + 1, refusal: null })
      if (missing) return
      put({ sending: true })
      try {
        await apiCall('POST', '/api/open/reset', { email: email.trim() })
        put({ sending: false, askedFor: email.trim() })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ sending: false, refusal: error })
      }
    },
  }
}
