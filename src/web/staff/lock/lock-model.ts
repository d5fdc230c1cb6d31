// Unlocking with one's password. A wrong one is taken out of its field.
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface LockState {
  readonly password: string
  readonly missing: boolean
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
}

export interface LockModel {
  readonly state: Readable<LockState>
  type(password: string): void
  submit(): Promise<void>
}

export function createLock(unlock: (password: string) => Promise<void>): LockModel {
  const state = createStore<LockState>({ password: '', missing: false, attempt: 0, sending: false, refusal: null })
  const put = (change: Partial<LockState>) => state.update((now) => ({ ...now, ...change }))
  return {
    state,
    type: (password) => put({ password, missing: false }),
    async submit() {
      const { password, sending, attempt } = state.get()
      if (sending) return
      put({ missing: password === '', attempt: attempt + 1, refusal: null })
      if (password === '') return
      put({ sending: true })
      try {
        await unlock(password)
        put({ sending: false, password: '' })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const wrong = error.code === 'session/wrong-password'
        put({ sending: false, refusal: error, ...(wrong ? { password: '' } : {}) })
      }
    },
  }
}
