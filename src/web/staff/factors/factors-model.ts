// What somebody signs in with besides their password: what there is, what is being set up, and the recovery codes that are
// shown once. Nothing of a secret is kept longer than it is on the screen.
import type { AuthenticatorAsk, FactorsChanged, FactorsView } from '#contract/factors'
import { readAuthenticatorCode } from '#domain/factor'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Passkeys } from '../passkeys.ts'
import { createPasskeys, type PasskeysModel } from './passkeys-model.ts'

export type FactorsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: FactorsView }

/** An authenticator that is being set up. */
export interface SetUp {
  readonly ask: AuthenticatorAsk
  readonly code: string
  readonly missing: boolean
  readonly attempt: number
}

/** What was just done, to be said. */
export type Told = 'authenticator-added' | 'authenticator-removed' | 'codes-made' | 'passkey-added' | 'passkey-removed'

export interface FactorsModel {
  readonly state: Readable<FactorsState>
  readonly setUp: Readable<SetUp | null>
  /** New recovery codes that nobody has said to have kept. */
  readonly codes: Readable<readonly string[] | null>
  readonly told: Readable<Told | null>
  readonly acting: Action
  readonly passkeys: PasskeysModel
  load(): Promise<void>
  beginAuthenticator(): Promise<void>
  type(code: string): void
  confirmAuthenticator(): Promise<void>
  cancel(): void
  removeAuthenticator(): Promise<void>
  makeCodes(): Promise<void>
  /** The codes are kept: they go from the screen. */
  codesKept(): void
}

const FACTORS = '/api/staff/factors'

export interface FactorsPorts {
  readonly apiCall: ApiCall
  readonly passkeys: Passkeys
  /** The host that this page was opened at. */
  readonly hostHere: string
  /** After a factor was set up, and its recovery codes kept. */
  readonly onCodesKept?: () => void
}

export function createFactors({
  apiCall,
  passkeys: browser,
  hostHere,
  onCodesKept = () => {},
}: FactorsPorts): FactorsModel {
  const state = createStore<FactorsState>({ kind: 'loading' })
  const setUp = createStore<SetUp | null>(null)
  const codes = createStore<readonly string[] | null>(null)
  const told = createStore<Told | null>(null)
  const acting = createAction()

  const take = (view: FactorsView) => state.set({ kind: 'loaded', view })
  const taken = ({ view, recoveryCodes }: FactorsChanged, done: Told) => {
    take(view)
    setUp.set(null)
    codes.set(recoveryCodes)
    told.set(done)
    // With nothing to keep there is nothing to wait for.
    if (!recoveryCodes) onCodesKept()
  }

  const passkeys = createPasskeys({
    ...{ apiCall, passkeys: browser, hostHere, acting },
    onView(view, done) {
      take(view)
      told.set(done)
    },
    onAdded: (changed) => taken(changed, 'passkey-added'),
  })

  return {
    state,
    setUp,
    codes,
    told,
    acting,
    passkeys,
    async load() {
      acting.reset()
      told.set(null)
      try {
        take(await apiCall<FactorsView>('GET', FACTORS))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    async beginAuthenticator() {
      told.set(null)
      await acting.run(async () => {
        const begun = await apiCall<AuthenticatorAsk>('POST', `${FACTORS}/authenticator`, {})
        setUp.set({ ask: begun, code: '', missing: false, attempt: 0 })
      })
    },
    type: (code) => setUp.update((now) => now && { ...now, code, missing: false }),
    async confirmAuthenticator() {
      const now = setUp.get()
      if (!now) return
      const missing = readAuthenticatorCode(now.code) === null
      setUp.set({ ...now, missing, attempt: now.attempt + 1 })
      acting.reset()
      if (missing) return
      await acting.run(async () => {
        const body = { code: now.code }
        taken(await apiCall<FactorsChanged>('POST', `${FACTORS}/authenticator/confirm`, body), 'authenticator-added')
      })
    },
    cancel() {
      setUp.set(null)
      acting.reset()
    },
    async removeAuthenticator() {
      await acting.run(async () => {
        take(await apiCall<FactorsView>('POST', `${FACTORS}/authenticator/remove`, {}))
        told.set('authenticator-removed')
      })
    },
    async makeCodes() {
      await acting.run(async () =>
        taken(await apiCall<FactorsChanged>('POST', `${FACTORS}/recovery-codes`, {}), 'codes-made'),
      )
    },
    codesKept() {
      codes.set(null)
      onCodesKept()
    },
  }
}
