// Signing in with an e-mail address and a password. A wrong password is taken out of its field, the address stays.
import { Refusal } from '../../net/api.ts'
import { createStore, type Readable } from '../../store.ts'

export interface SignInState {
  readonly email: string
  readonly password: string
  readonly missing: readonly ('email' | 'password')[]
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
}

export interface SignInModel {
  readonly state: Readable<SignInState>
  type(field: 'email' | 'password', value: string): void
  submit(): Promise<void>
}

export function createSignIn(signIn: (email: string, password: string) => Promise<void>, email = ''): SignInModel {
  const state = createStore<SignInState>({
    email,
    password: '',
    missing: [],
    attempt: 0,
    sending: false,
    refusal: null,
  })
  const put = (change: Partial<SignInState>) => state.update((now) => ({ ...now, ...change }))
  return {
    state,
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
        const wrong = error.code === 'access/wrong-sign-in'
        put({ sending: false, refusal: error, ...(wrong ? { password: '' } : {}) })
      }
    },
  }
}
