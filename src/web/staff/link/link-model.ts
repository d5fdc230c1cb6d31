// A one-time link: whose it is, and the password that they choose. Once it is set they are signed in; the password is not
// kept.
import type { Me } from '#contract/people'
import type { LinkView } from '#contract/people-admin'
import { SHORTEST_PASSWORD } from '#domain/person'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { type SecondStepModel, type SecondStepNeeded, secondStepOf } from '../second-step/second-step-model.ts'

export type PasswordFault = 'missing' | 'too-short' | 'too-common'

export type LinkState =
  | { readonly kind: 'looking' }
  /** Used, too old, or not whole; or nobody answers. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The password is set, and is not enough. */
  | { readonly kind: 'second-step'; readonly second: SecondStepModel }
  | {
      readonly kind: 'open'
      readonly view: LinkView
      /** Who is signed in here now, when that is somebody else: going on signs them out. */
      readonly insteadOf: string | null
      readonly password: string
      readonly fault: PasswordFault | null
      readonly attempt: number
      readonly sending: boolean
      readonly refusal: Refusal | null
    }

export interface LinkModel {
  readonly state: Readable<LinkState>
  begin(): Promise<void>
  type(password: string): void
  submit(): Promise<void>
}

export interface LinkPorts {
  readonly onDone: (me: Me) => void
  readonly openSecondStep: (needed: SecondStepNeeded, onDone: (me: Me) => void) => SecondStepModel
}

export function createLink(apiCall: ApiCall, token: string, { onDone, openSecondStep }: LinkPorts): LinkModel {
  const state = createStore<LinkState>({ kind: 'looking' })
  const put = (change: Partial<Extract<LinkState, { kind: 'open' }>>) =>
    state.update((now) => (now.kind === 'open' ? { ...now, ...change } : now))

  return {
    state,
    async begin() {
      state.set({ kind: 'looking' })
      try {
        const view = await apiCall<LinkView>('POST', '/api/open/link', { token })
        const me = await apiCall<Me>('GET', '/api/staff/me').catch(() => null)
        const insteadOf = me && me.email !== view.email ? me.name : null
        const typed = { password: '', fault: null, attempt: 0, sending: false, refusal: null }
        state.set({ kind: 'open', view, insteadOf, ...typed })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    type: (password) => put({ password, fault: null }),
    async submit() {
      const now = state.get()
      if (now.kind !== 'open' || now.sending) return
      const { password } = now
      const fault = password === '' ? 'missing' : password.length < SHORTEST_PASSWORD ? 'too-short' : null
      put({ fault, attempt: now.attempt + 1, refusal: null })
      if (fault) return
      put({ sending: true })
      try {
        const me = await apiCall<Me>('POST', '/api/open/link/password', { token, password })
        put({ sending: false, password: '' })
        onDone(me)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const needed = secondStepOf(error)
        if (needed) return state.set({ kind: 'second-step', second: openSecondStep(needed, onDone) })
        if (error.code === 'person/link-not-valid') return state.set({ kind: 'refused', refusal: error })
        if (error.code === 'person/password-too-common') return put({ sending: false, fault: 'too-common' })
        if (error.code === 'person/password-too-short') return put({ sending: false, fault: 'too-short' })
        put({ sending: false, refusal: error })
      }
    },
  }
}
