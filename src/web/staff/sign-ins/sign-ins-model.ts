// Where this person is signed in: read when it is looked at, and ended one by one or all but this one.
import type { SignInList } from '#contract/sign-ins'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type SignInsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly list: SignInList }

export interface SignInsModel {
  readonly state: Readable<SignInsState>
  /** What is being ended: a sign-in, or all others. */
  readonly ending: Readable<string | 'others' | null>
  readonly action: Action
  /** What was ended last. */
  readonly ended: Readable<'one' | 'others' | null>
  load(): Promise<void>
  end(sessionId: string): void
  /** Null: there are no others. */
  endOthers(): (() => void) | null
}

export function createSignIns(apiCall: ApiCall): SignInsModel {
  const state = createStore<SignInsState>({ kind: 'loading' })
  const ending = createStore<string | null>(null)
  const ended = createStore<'one' | 'others' | null>(null)
  const action = createAction()

  async function end(which: string, url: string): Promise<void> {
    if (ending.get()) return
    ending.set(which)
    ended.set(null)
    const done = await action.run(async () =>
      state.set({ kind: 'loaded', list: await apiCall<SignInList>('POST', url, {}) }),
    )
    ending.set(null)
    if (done) ended.set(which === 'others' ? 'others' : 'one')
  }

  return {
    state,
    ending,
    action,
    ended,
    async load() {
      ended.set(null)
      try {
        state.set({ kind: 'loaded', list: await apiCall<SignInList>('GET', '/api/staff/sign-ins') })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    end: (sessionId) => void end(sessionId, `/api/staff/sign-ins/${sessionId}/end`),
    endOthers() {
      const now = state.get()
      if (now.kind !== 'loaded' || now.list.signIns.every(({ here }) => here)) return null
      return () => void end('others', '/api/staff/sign-ins/end-others')
    },
  }
}
