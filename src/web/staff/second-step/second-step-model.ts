// The second step of a sign-in whose password was right: by which of the ways somebody has, and what they type. Keeps no
// password; the password's place is taken by a token that is good for minutes.
import type { Me } from '#contract/people'
import { readAuthenticatorCode, readRecoveryCode } from '#domain/factor'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Passkeys } from '../passkeys.ts'
import { createPasskeySignIn, type PasskeySignIn } from './passkey-sign-in.ts'

/** Ways that take something typed. */
export type TypedWay = 'authenticator' | 'recovery'

export interface SecondStepNeeded {
  readonly token: string
  /** Those that this person has. */
  readonly ways: readonly TypedWay[]
  readonly passkey: boolean
}

export interface SecondStepState {
  /** Null: a passkey alone would do; or nothing is left to take the step with. */
  readonly way: TypedWay | null
  readonly instead: readonly TypedWay[]
  readonly code: string
  readonly fault: 'missing' | 'wrong' | null
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
  /** It took too long: only the beginning is left. */
  readonly over: boolean
}

export interface SecondStepModel {
  readonly state: Readable<SecondStepState>
  /** Null where they have none, or this browser uses none. */
  readonly passkey: PasskeySignIn | null
  type(code: string): void
  choose(way: TypedWay): void
  submit(): Promise<void>
  /** From the password on. */
  beginAgain(): void
}

const URLS = { authenticator: '/api/open/sign-in/authenticator', recovery: '/api/open/sign-in/recovery-code' }
const READ = { authenticator: readAuthenticatorCode, recovery: readRecoveryCode }

/** What a refused sign-in asks for; null when it was refused for another reason. */
export function secondStepOf(error: unknown): SecondStepNeeded | null {
  if (!(error instanceof Refusal) || error.code !== 'access/second-step-needed') return null
  const { token } = error.detail
  const ways = (['authenticator', 'recovery'] as const).filter((way) => error.detail[way] === true)
  return typeof token === 'string' ? { token, ways, passkey: error.detail.passkey === true } : null
}

export interface SecondStepPorts {
  readonly apiCall: ApiCall
  readonly passkeys: Passkeys
  readonly onDone: (me: Me) => void
  readonly onBeginAgain: () => void
}

export function createSecondStep({ token, ways, passkey }: SecondStepNeeded, ports: SecondStepPorts): SecondStepModel {
  const usesPasskey = passkey ? createPasskeySignIn(ports.apiCall, ports.passkeys, ports.onDone) : null
  const at = (way: TypedWay | null) => ({ way, instead: ways.filter((one) => one !== way), code: '', fault: null })
  const state = createStore<SecondStepState>({
    // Who has a passkey and no app is not asked for a code of their sheet first.
    ...at(usesPasskey && ways[0] === 'recovery' ? null : (ways[0] ?? null)),
    attempt: 0,
    sending: false,
    refusal: null,
    over: false,
  })
  const put = (change: Partial<SecondStepState>) => state.update((now) => ({ ...now, ...change }))
  return {
    state,
    passkey: usesPasskey,
    type: (code) => put({ code, fault: null }),
    choose: (way) => put({ ...at(way), refusal: null }),
    async submit() {
      const { way, code, sending, attempt, over } = state.get()
      if (!way || sending || over) return
      const fault = READ[way](code) === null ? 'missing' : null
      put({ fault, attempt: attempt + 1, refusal: null })
      if (fault) return
      put({ sending: true })
      try {
        const me = await ports.apiCall<Me>('POST', URLS[way], { token, code })
        put({ sending: false, code: '' })
        ports.onDone(me)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'access/wrong-code') put({ sending: false, code: '', fault: 'wrong' })
        else put({ sending: false, refusal: error, over: error.code === 'access/second-step-over' })
      }
    },
    beginAgain: ports.onBeginAgain,
  }
}
