// Proving again who one is, where the server asks for it: whatever was asked of it waits, and goes on afterwards by itself.
// Several requests that wait are answered by one proof. Keeps no password.
import { readAuthenticatorCode } from '#domain/factor'
import type { ProblemDetail } from '#domain/problem'
import { createStore, type Readable } from '../../kit/store.ts'
import { type call, Refusal } from '../../net/api.ts'
import type { Passkeys } from '../passkeys.ts'
import { createPasskeySignIn, type PasskeySignIn } from '../second-step/passkey-sign-in.ts'

/** Ways that take something typed. */
export type ProofWay = 'password' | 'authenticator'

export interface ProofAsked {
  /** Null: this person has none that is typed. */
  readonly way: ProofWay | null
  readonly instead: readonly ProofWay[]
  readonly provider: boolean
  readonly passkey: PasskeySignIn | null
  readonly typed: string
  readonly fault: 'missing' | 'wrong' | null
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
}

export interface ProofModel {
  /** Asks the server; where it wants a proof, only after that. Without one the refusal is thrown. */
  readonly apiCall: typeof call
  /** Null while nobody is asked. */
  readonly asked: Readable<ProofAsked | null>
  type(typed: string): void
  choose(way: ProofWay): void
  submit(): Promise<void>
  /** They go to prove it in a second tab. */
  goAside(): void
  /** They are back at this tab: where they went aside, what waits is tried again. */
  comeBack(): void
  /** They have proved it by unlocking, or by signing in again. */
  goOn(): void
  cancel(): void
}

const URL = '/api/staff/proof'
const URLS = { password: `${URL}/password`, authenticator: `${URL}/authenticator` }
const WRONG: readonly Refusal['code'][] = ['session/wrong-password', 'access/wrong-code']

export function createProof(apiCall: typeof call, passkeys: Passkeys): ProofModel {
  const asked = createStore<ProofAsked | null>(null)
  const put = (change: Partial<ProofAsked>) => asked.update((now) => now && { ...now, ...change })
  let waiting: ((proven: boolean) => void)[] = []
  let aside = false

  function end(proven: boolean): void {
    const all = waiting
    waiting = []
    asked.set(null)
    for (const go of all) go(proven)
  }

  function open(detail: ProblemDetail): void {
    const ways = (['password', 'authenticator'] as const).filter((way) => detail[way] === true)
    const passkey =
      detail.passkey === true
        ? createPasskeySignIn(apiCall, passkeys, () => end(true), {
            begin: `${URL}/passkey`,
            end: `${URL}/passkey/confirm`,
          })
        : null
    const [way = null, ...instead] = ways
    const begun = { typed: '', fault: null, attempt: 0, sending: false, refusal: null }
    asked.set({ way, instead, provider: detail.provider === true, passkey, ...begun })
  }

  const prove = (detail: ProblemDetail) =>
    new Promise<boolean>((go) => {
      waiting.push(go)
      if (!asked.get()) open(detail)
    })

  return {
    asked,
    async apiCall<T>(...request: Parameters<typeof call>): Promise<T> {
      for (let waited = false; ; waited = true) {
        try {
          const value = await apiCall<T>(...request)
          if (waited) aside = false
          return value
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'session/proof-needed') throw error
          if (!(await prove(error.detail))) throw error
        }
      }
    },
    type: (typed) => put({ typed, fault: null }),
    choose(way) {
      const now = asked.get()
      if (!now) return
      const instead = [...now.instead.filter((one) => one !== way), ...(now.way ? [now.way] : [])]
      put({ way, instead, typed: '', fault: null, refusal: null })
    },
    async submit() {
      const now = asked.get()
      if (!now?.way || now.sending) return
      const { way, typed, attempt } = now
      const missing = way === 'password' ? typed === '' : readAuthenticatorCode(typed) === null
      put({ fault: missing ? 'missing' : null, attempt: attempt + 1, refusal: null })
      if (missing) return
      put({ sending: true })
      try {
        await apiCall('POST', URLS[way], way === 'password' ? { password: typed } : { code: typed })
        end(true)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (WRONG.includes(error.code)) put({ sending: false, typed: '', fault: 'wrong' })
        else put({ sending: false, refusal: error })
      }
    },
    goAside() {
      aside = true
    },
    comeBack() {
      if (aside) end(true)
    },
    goOn: () => end(true),
    cancel() {
      aside = false
      end(false)
    },
  }
}
