// One small form of one's own details: what was typed, what is wrong with it, and what came of sending it. Passwords are
// not kept once they were sent.
import type { AccountView } from '#contract/account'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type OwnFault = 'name' | 'email' | 'same' | 'password' | 'wrong' | 'next' | 'too-short' | 'too-common'
export type OwnField = 'name' | 'email' | 'password' | 'next'

export interface OwnTyped {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly next: string
}

export interface OwnFormState {
  readonly typed: OwnTyped
  readonly faults: readonly { readonly field: OwnField; readonly fault: OwnFault }[]
  readonly attempt: number
  readonly sending: boolean
  readonly saved: boolean
  readonly refusal: Refusal | null
}

export interface OwnForm {
  readonly state: Readable<OwnFormState>
  type(field: OwnField, value: string): void
  submit(): Promise<void>
}

export type Faults = OwnFormState['faults']

/** What the server may find wrong, by the field that it is told at. */
const AT_FIELD: Partial<Record<Refusal['code'], Faults[number]>> = {
  'person/password-wrong': { field: 'password', fault: 'wrong' },
  'person/password-too-short': { field: 'next', fault: 'too-short' },
  'person/password-too-common': { field: 'next', fault: 'too-common' },
}

const NOTHING: OwnTyped = { name: '', email: '', password: '', next: '' }

export function createOwnForm(parts: {
  readonly begin?: Partial<OwnTyped>
  faultsOf(typed: OwnTyped): Faults
  send(typed: OwnTyped): Promise<AccountView>
  onSaved(view: AccountView): void
}): OwnForm {
  const state = createStore<OwnFormState>({
    typed: { ...NOTHING, ...parts.begin },
    faults: [],
    attempt: 0,
    sending: false,
    saved: false,
    refusal: null,
  })
  const put = (change: Partial<OwnFormState>) => state.update((now) => ({ ...now, ...change }))
  const type = (change: Partial<OwnTyped>) => put({ typed: { ...state.get().typed, ...change } })

  return {
    state,
    type(field, value) {
      type({ [field]: value })
      put({ saved: false, faults: state.get().faults.filter((one) => one.field !== field) })
    },
    async submit() {
      const { typed, sending, attempt } = state.get()
      if (sending) return
      const faults = parts.faultsOf(typed)
      put({ faults, attempt: attempt + 1, refusal: null, saved: false })
      if (faults.length > 0) return
      put({ sending: true })
      try {
        const view = await parts.send(typed)
        type({ password: '', next: '', email: '', name: view.name })
        put({ sending: false, saved: true })
        parts.onSaved(view)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const at = AT_FIELD[error.code]
        if (at?.field === 'password') type({ password: '' })
        put({ sending: false, ...(at ? { faults: [at] } : { refusal: error }) })
      }
    },
  }
}
