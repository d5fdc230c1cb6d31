// One's own details: name, e-mail address and password, each with a form of its own.
import type { AccountView } from '#contract/account'
import { emailKey, SHORTEST_PASSWORD } from '#domain/person'
import { isBlank } from '#domain/typed-text'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createOwnForm, type Faults, type OwnForm } from './own-form.ts'

export type AccountState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly view: AccountView
      readonly name: OwnForm
      /** Null: not to be changed here. */
      readonly email: OwnForm | null
      readonly password: OwnForm | null
    }

export interface AccountModel {
  readonly state: Readable<AccountState>
  readonly cancelling: Action
  load(): Promise<void>
  /** Takes the new address back that was asked for. */
  cancelEmail(): Promise<void>
}

const URL = '/api/staff/account'

/** `onChanged`: who is signed in reads otherwise now. */
export function createAccount(apiCall: ApiCall, onChanged: () => void): AccountModel {
  const state = createStore<AccountState>({ kind: 'loading' })
  const cancelling = createAction()
  const show = (view: AccountView) => {
    state.update((now) => (now.kind === 'loaded' ? { ...now, view } : now))
    onChanged()
  }

  const forms = (view: AccountView): AccountState => ({
    kind: 'loaded',
    view,
    name: createOwnForm({
      begin: { name: view.name },
      faultsOf: ({ name }) => (!isBlank(name) ? [] : [{ field: 'name', fault: 'name' }]),
      send: ({ name }) => apiCall('PUT', `${URL}/name`, { name: name.trim() }),
      onSaved: show,
    }),
    email: view.sample
      ? null
      : createOwnForm({
          faultsOf: ({ email, password }) => [...emailFault(email, current()), ...passwordFault(password)],
          send: ({ email, password }) => apiCall('POST', `${URL}/email`, { email: email.trim(), password }),
          onSaved: show,
        }),
    password: view.sample
      ? null
      : createOwnForm({
          faultsOf: ({ password, next }) => [...passwordFault(password), ...nextFault(next)],
          send: ({ password, next }) => apiCall('PUT', `${URL}/password`, { password, next }),
          onSaved: show,
        }),
  })
  const current = () => {
    const now = state.get()
    return now.kind === 'loaded' ? now.view.email : ''
  }

  return {
    state,
    cancelling,
    async load() {
      state.set({ kind: 'loading' })
      try {
        state.set(forms(await apiCall<AccountView>('GET', URL)))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    async cancelEmail() {
      await cancelling.run(async () => show(await apiCall<AccountView>('POST', `${URL}/email/cancel`, {})))
    },
  }
}

function emailFault(email: string, current: string): Faults {
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(email.trim())) return [{ field: 'email', fault: 'email' }]
  return emailKey(email) === current ? [{ field: 'email', fault: 'same' }] : []
}

const passwordFault = (password: string): Faults => (password ? [] : [{ field: 'password', fault: 'password' }])

function nextFault(next: string): Faults {
  if (!next) return [{ field: 'next', fault: 'next' }]
  return next.length < SHORTEST_PASSWORD ? [{ field: 'next', fault: 'too-short' }] : []
}
