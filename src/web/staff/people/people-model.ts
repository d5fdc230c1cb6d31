// The people of the organisation as its administrator sees them: all of them, those that are looked for, and the one that
// is open. What is done to somebody answers with everybody, so that the page is never behind.
import type { PeopleView, PersonView } from '#contract/people-admin'
import type { PersonStatus } from '#domain/person'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createPersonForm, type PersonForm } from './person-form.ts'

export type PeopleState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: PeopleView }

/** Null: an invitation that is being written. */
export interface OpenPerson {
  readonly key: string
  readonly personId: string | null
  readonly form: PersonForm
}

/** What was just done, to be said. */
export type Told =
  | { readonly kind: 'invited' | 'invited-again'; readonly name: string; readonly email: string }
  | {
      readonly kind:
        | 'withdrawn'
        | 'deactivated'
        | 'reactivated'
        | 'disconnected'
        | 'factors-reset'
        | 'saved'
        | 'handed-over'
      readonly name: string
    }

export type Verb = 'invite-again' | 'withdraw' | 'deactivate' | 'reactivate' | 'disconnect' | 'reset-factors'

export interface PeopleModel {
  readonly state: Readable<PeopleState>
  readonly open: Readable<OpenPerson | null>
  readonly told: Readable<Told | null>
  readonly acting: Action
  load(): Promise<void>
  invite(): void
  choose(personId: string): void
  close(): void
  /** Saves the form that is open. */
  save(): Promise<void>
  act(person: PersonView, verb: Verb): Promise<boolean>
  handOver(person: PersonView, to: string): Promise<boolean>
  /** Whether something typed is not saved: asked before leaving. */
  unsaved(): boolean
}

const TOLD = {
  'invite-again': 'invited-again',
  withdraw: 'withdrawn',
  deactivate: 'deactivated',
  reactivate: 'reactivated',
  disconnect: 'disconnected',
  'reset-factors': 'factors-reset',
} as const

export function createPeople(apiCall: ApiCall): PeopleModel {
  const state = createStore<PeopleState>({ kind: 'loading' })
  const open = createStore<OpenPerson | null>(null)
  const told = createStore<Told | null>(null)
  const acting = createAction()
  let begun = 0

  const take = (view: PeopleView) => state.set({ kind: 'loaded', view })
  const loaded = () => {
    const now = state.get()
    return now.kind === 'loaded' ? now.view : null
  }
  const show = (person: PersonView | null) => {
    const view = loaded()
    if (!view) return
    begun += 1
    acting.reset()
    const form = createPersonForm(apiCall, person, view.services)
    open.set({ key: `form-${begun}`, personId: person?.id ?? null, form })
  }

  return {
    state,
    open,
    told,
    acting,
    async load() {
      try {
        take(await apiCall<PeopleView>('GET', '/api/staff/people'))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    invite: () => show(null),
    choose: (personId) => show(loaded()?.people.find(({ id }) => id === personId) ?? null),
    close: () => open.set(null),
    async save() {
      const now = open.get()
      const view = await now?.form.submit()
      if (!now || !view) return
      take(view)
      const { name, email } = now.form.state.get().typed
      told.set(now.personId ? { kind: 'saved', name } : { kind: 'invited', name, email })
      if (open.get() === now) open.set(null)
    },
    async act({ id, name, email }, verb) {
      const done = await acting.run(async () => take(await apiCall('POST', `/api/staff/people/${id}/${verb}`, {})))
      if (!done) return false
      const kind = TOLD[verb]
      told.set(kind === 'invited-again' ? { kind, name, email } : { kind, name })
      open.set(null)
      return true
    },
    async handOver({ id, name }, to) {
      const done = await acting.run(async () =>
        take(await apiCall('POST', `/api/staff/people/${id}/hand-over`, { to })),
      )
      if (done) told.set({ kind: 'handed-over', name })
      return done
    },
    unsaved: () => open.get()?.form.state.get().changed ?? false,
  }
}

/** People whose name, address, title or places have every word of `typed`, in one state or in any. `placesOf` says where. */
export function findPeople(
  people: readonly PersonView[],
  typed: string,
  status: PersonStatus | 'all',
  placesOf: (person: PersonView) => string,
): PersonView[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    if (status !== 'all' && person.status !== status) return false
    const text = plain([person.name, person.title, person.email, placesOf(person)].join(' '))
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
