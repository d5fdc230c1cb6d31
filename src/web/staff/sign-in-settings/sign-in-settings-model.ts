// How people sign in, as an administrator sets it: what each group gives, and whether there are passwords. What was typed
// stays until the server has it.
import type { GroupRule, SignInSettings } from '#contract/provider'
import type { Role } from '#domain/permission'
import { type Action, createAction } from '../../kit/action.ts'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

/** `gives` names a choice: see `choiceOf`. Empty: none is chosen yet. */
export interface TypedRule {
  readonly key: number
  readonly group: string
  readonly gives: string
}

export interface RuleFault {
  readonly key: number
  /** From 1, as they stand. */
  readonly at: number
  readonly kind: 'group-missing' | 'role-missing' | 'twice'
}

export type SignInSettingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly view: SignInSettings
      readonly rules: readonly TypedRule[]
      readonly faults: readonly RuleFault[]
      readonly attempt: number
      readonly request: RequestState
      readonly changed: boolean
    }

type Loaded = Extract<SignInSettingsState, { kind: 'loaded' }>

export interface SignInSettingsModel {
  readonly state: Readable<SignInSettingsState>
  /** Closing passwords, or allowing them again. */
  readonly closing: Action
  load(): Promise<void>
  add(): void
  remove(key: number): void
  type(key: number, change: { group?: string; gives?: string }): void
  save(): Promise<void>
  /** Null: not now, because nobody has seen the other way work yet. */
  setOnly: Readable<((only: boolean) => Promise<boolean>) | null>
  unsaved(): boolean
}

export const choiceOf = (serviceId: string | null, role: Role) => `${serviceId ?? ''} ${role}`

function readChoice(gives: string): Pick<GroupRule, 'serviceId' | 'role'> | null {
  const [serviceId, role] = gives.split(' ')
  return role ? { serviceId: serviceId || null, role: role as Role } : null
}

export function createSignInSettings(apiCall: ApiCall): SignInSettingsModel {
  const state = createStore<SignInSettingsState>({ kind: 'loading' })
  const setOnly = createStore<((only: boolean) => Promise<boolean>) | null>(null)
  const closing = createAction()
  let keys = 0

  const put = (change: Partial<Loaded>) => state.update((now) => (now.kind === 'loaded' ? { ...now, ...change } : now))
  const edit = (change: (rules: readonly TypedRule[]) => readonly TypedRule[]) => {
    const now = state.get()
    if (now.kind === 'loaded') put({ rules: change(now.rules), faults: [], request: IDLE, changed: true })
  }
  const typedOf = ({ rules }: SignInSettings): TypedRule[] =>
    rules.map(({ group, serviceId, role }) => ({ key: ++keys, group, gives: choiceOf(serviceId, role) }))

  const close = (only: boolean) =>
    closing.run(async () => take(await apiCall<SignInSettings>('PUT', '/api/staff/sign-in-settings/only', { only })))

  /** What the server says now; rules that are being typed stay. */
  function take(view: SignInSettings): void {
    setOnly.set(view.only || view.mayClose ? close : null)
    put({ view })
  }

  return {
    state,
    closing,
    setOnly,
    async load() {
      try {
        const view = await apiCall<SignInSettings>('GET', '/api/staff/sign-in-settings')
        const now = state.get()
        if (now.kind === 'loaded' && now.changed) return take(view)
        state.set({ kind: 'loaded', view, rules: typedOf(view), faults: [], attempt: 0, request: IDLE, changed: false })
        take(view)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (state.get().kind !== 'loaded') state.set({ kind: 'refused', refusal: error })
      }
    },
    add: () => edit((rules) => [...rules, { key: ++keys, group: '', gives: '' }]),
    remove: (key) => edit((rules) => rules.filter((rule) => rule.key !== key)),
    type: (key, change) => edit((rules) => rules.map((rule) => (rule.key === key ? { ...rule, ...change } : rule))),
    async save() {
      const now = state.get()
      if (now.kind !== 'loaded' || now.request.kind === 'busy') return
      const { rules, faults } = readRules(now.rules)
      put({ faults, attempt: now.attempt + 1 })
      if (faults.length > 0) return
      put({ request: BUSY })
      try {
        const view = await apiCall<SignInSettings>('PUT', '/api/staff/sign-in-settings/groups', { rules })
        const after = state.get()
        // What was typed while it was on its way stays.
        const untouched = after.kind === 'loaded' && after.rules === now.rules
        put(untouched ? { rules: typedOf(view), request: DONE, changed: false } : { request: IDLE })
        take(view)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ request: { kind: 'refused', refusal: error } })
      }
    },
    unsaved() {
      const now = state.get()
      return now.kind === 'loaded' && now.changed
    },
  }
}

function readRules(typed: readonly TypedRule[]): { rules: GroupRule[]; faults: RuleFault[] } {
  const rules: GroupRule[] = []
  const faults: RuleFault[] = []
  const seen = new Set<string>()
  for (const [index, { key, group, gives }] of typed.entries()) {
    const place = { key, at: index + 1 }
    const choice = readChoice(gives)
    const name = group.trim()
    if (!name) faults.push({ ...place, kind: 'group-missing' })
    if (!choice) faults.push({ ...place, kind: 'role-missing' })
    if (!name || !choice) continue
    const once = `${gives} ${name}`
    if (seen.has(once)) faults.push({ ...place, kind: 'twice' })
    seen.add(once)
    rules.push({ group: name, ...choice })
  }
  return { rules, faults }
}
