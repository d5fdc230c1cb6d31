// Signing in with an e-mail address and a password. A wrong password is taken out of its field, the address stays.
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { PasskeySignIn } from '../second-step/passkey-sign-in.ts'
import { type SecondStepModel, type SecondStepNeeded, secondStepOf } from '../second-step/second-step-model.ts'

export interface SignInState {
  readonly email: string
  readonly password: string
  readonly missing: readonly ('email' | 'password')[]
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
  /** The password was right, and is not enough. */
  readonly second: SecondStepModel | null
}

export interface SignInModel {
  readonly state: Readable<SignInState>
  /** Null where this browser uses none. */
  readonly passkey: PasskeySignIn | null
  type(field: 'email' | 'password', value: string): void
  submit(): Promise<void>
}

export interface SignInPorts {
  readonly signIn: (email: string, password: string) => Promise<void>
  /** Opens the second step; `again` leads back to the password. */
  readonly passkey: PasskeySignIn | null
  readonly openSecondStep: (needed: SecondStepNeeded, again: () => void) => SecondStepModel
}

export function createSignIn({ signIn, passkey, openSecondStep }: SignInPorts, email = ''): SignInModel {
  const state = createStore<SignInState>({
    email,
    password: '',
    missing: [],
    attempt: 0,
    sending: false,
    refusal: null,
    second: null,
  })
  const put = (change: Partial<SignInState>) => state.update((now) => ({ ...now, ...change }))
  return {
    state,
    passkey,
    type(field, value) {
      put({ [field]: value, missing: state.get().missing.filter((one) => one !== field) })
    },
    async submit() {
      const { email, password, sending, attempt } = state.get()
      if (sending) return
      const missing = [...(email.trim() ? [] : ['email' as const]), ...(password ? [] : ['password' as const])]
      put({ missing, attempt: attempt + 1, refusal: null })
      if (missing.length) return
      put({ sending: true })
      try {
        await signIn(email.trim(), password)
        put({ sending: false, password: '' })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const needed = secondStepOf(error)
        if (needed) {
          const second = openSecondStep(needed, () => put({ second: null }))
          put({ sending: false, password: '', second })
          return
        }
        const wrong = error.code === 'access/wrong-sign-in'
        put({ sending: false, refusal: error, ...(wrong ? { password: '' } : {}) })
      }
    },
  }
}
