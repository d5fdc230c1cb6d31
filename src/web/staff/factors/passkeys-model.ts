// One's own passkeys: adding one by the browser, naming, removing. What the browser did not do is said and nothing changes.
import type { FactorsChanged, FactorsView, PasskeyAsk } from '#contract/factors'
import { tidyLine } from '#domain/typed-text'
import type { Action } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { Passkeys } from '../passkeys.ts'

/** A name that is being typed: of one to come (`id` null), or of one there is. */
export interface Naming {
  readonly id: string | null
  readonly name: string
  readonly missing: boolean
  readonly attempt: number
}

export interface PasskeysModel {
  /** Whether this browser, at this address, makes passkeys for `host`. */
  usable(host: string | null): boolean
  readonly naming: Readable<Naming | null>
  /** Why the browser made none. */
  readonly notMade: Readable<'cancelled' | 'there-already' | 'not-here' | null>
  /** `id` null: one to come. */
  beginNaming(id: string | null, name: string): void
  type(name: string): void
  /** Adds the one to come, or names the one there is. */
  save(): Promise<void>
  cancel(): void
  remove(id: string): Promise<void>
}

export interface PasskeysPorts {
  readonly apiCall: ApiCall
  readonly passkeys: Passkeys
  readonly hostHere: string
  readonly acting: Action
  readonly onView: (view: FactorsView, told: 'passkey-removed' | null) => void
  readonly onAdded: (changed: FactorsChanged) => void
}

const URL = '/api/staff/factors/passkeys'

export function createPasskeys({ apiCall, passkeys, hostHere, acting, onView, onAdded }: PasskeysPorts): PasskeysModel {
  const naming = createStore<Naming | null>(null)
  const notMade = createStore<'cancelled' | 'there-already' | 'not-here' | null>(null)

  async function add(name: string): Promise<void> {
    const { id, options } = await apiCall<PasskeyAsk>('POST', URL, {})
    const outcome = await passkeys.make(options)
    if (outcome.kind !== 'done') return notMade.set(outcome.kind)
    onAdded(await apiCall<FactorsChanged>('POST', `${URL}/confirm`, { id, name, made: outcome.answer }))
    naming.set(null)
  }

  return {
    // A passkey for the whole of a domain is good at its parts.
    usable: (host) => host !== null && passkeys.available() && `.${hostHere}`.endsWith(`.${host}`),
    naming,
    notMade,
    beginNaming(id, name) {
      acting.reset()
      notMade.set(null)
      naming.set({ id, name, missing: false, attempt: 0 })
    },
    type: (name) => naming.update((now) => now && { ...now, name, missing: false }),
    async save() {
      const now = naming.get()
      if (!now) return
      const name = tidyLine(now.name)
      naming.set({ ...now, missing: name === '', attempt: now.attempt + 1 })
      notMade.set(null)
      if (name === '') return
      await acting.run(async () => {
        if (now.id === null) return add(name)
        onView(await apiCall<FactorsView>('PUT', `${URL}/${now.id}`, { name }), null)
        naming.set(null)
      })
    },
    cancel() {
      naming.set(null)
      notMade.set(null)
      acting.reset()
    },
    async remove(id) {
      await acting.run(async () =>
        onView(await apiCall<FactorsView>('POST', `${URL}/${id}/remove`, {}), 'passkey-removed'),
      )
    },
  }
}
