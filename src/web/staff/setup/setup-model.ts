// Setting an organisation up, once, from the link in the terminal. Checks what can be checked before it is sent.
import type { InstanceView, Me, SetupBody } from '#contract/people'
import { SHORTEST_PASSWORD } from '#domain/person'
import { isBlank } from '#domain/typed-text'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type SetupField = Exclude<keyof SetupBody, 'token'>
export type SetupForm = Readonly<Record<SetupField, string>>
export type SetupFault = 'missing' | 'not-an-address' | 'too-short' | 'too-common' | 'taken'

export interface SetupFaultAt {
  readonly field: SetupField
  readonly fault: SetupFault
}

export interface SetupState {
  readonly form: SetupForm
  readonly faults: readonly SetupFaultAt[]
  /** Counts tries to send, so that the summary of faults takes the focus each time. */
  readonly attempt: number
  readonly sending: boolean
  readonly refusal: Refusal | null
  /** Who is now signed in, with the first waiting area; null until it is done. */
  readonly done: Me | null
}

export interface SetupModel {
  readonly state: Readable<SetupState>
  /** Tells at once, not after six fields, that the link was used before. */
  begin(): Promise<void>
  type(field: SetupField, value: string): void
  submit(): Promise<void>
}

const FIELDS: readonly SetupField[] = ['organisationName', 'name', 'email', 'password', 'serviceName', 'areaName']

export function createSetup(apiCall: ApiCall, token: string, onDone: (me: Me) => void): SetupModel {
  const empty = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<SetupField, string>
  const state = createStore<SetupState>({
    form: empty,
    faults: [],
    attempt: 0,
    sending: false,
    refusal: null,
    done: null,
  })
  let areaNamed = false
  const put = (change: Partial<SetupState>) => state.update((now) => ({ ...now, ...change }))

  return {
    state,
    async begin() {
      // When nobody answers, submitting will tell.
      const instance = await apiCall<InstanceView>('GET', '/api/open/instance').catch(() => null)
      if (instance?.setUp && !state.get().done) put({ refusal: new Refusal('setup/already-done') })
    },
    type(field, value) {
      const { form, faults } = state.get()
      const next = { ...form, [field]: value }
      if (field === 'areaName') areaNamed = value.trim() !== ''
      // One service with one waiting area, and both with one name: what most begin with.
      if (field === 'serviceName' && !areaNamed) next.areaName = value
      put({ form: next, faults: faults.filter((one) => one.field !== field) })
    },
    async submit() {
      const { form, attempt, sending, done } = state.get()
      if (sending || done) return
      const faults = faultsOf(form)
      put({ faults, attempt: attempt + 1, refusal: null })
      if (faults.length) return
      put({ sending: true })
      try {
        const me = await apiCall<Me>('POST', '/api/open/setup', { token, ...form })
        put({ sending: false, done: me, form: { ...form, password: '' } })
        onDone(me)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ sending: false, ...refused(error) })
      }
    },
  }
}

function faultsOf(form: SetupForm): SetupFaultAt[] {
  return FIELDS.flatMap((field): SetupFaultAt[] => {
    if (isBlank(form[field])) return [{ field, fault: 'missing' }]
    if (field === 'email' && !/^\s*[^@\s]+@[^@\s]+\s*$/.test(form.email)) return [{ field, fault: 'not-an-address' }]
    if (field === 'password' && form.password.length < SHORTEST_PASSWORD) return [{ field, fault: 'too-short' }]
    return []
  })
}

function refused(refusal: Refusal): Partial<SetupState> {
  if (refusal.code === 'setup/email-taken') return { faults: [{ field: 'email', fault: 'taken' }] }
  if (refusal.code === 'person/password-too-short') return { faults: [{ field: 'password', fault: 'too-short' }] }
  if (refusal.code === 'person/password-too-common') return { faults: [{ field: 'password', fault: 'too-common' }] }
  return { refusal }
}
