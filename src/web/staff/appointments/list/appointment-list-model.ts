// The list of all appointments: what is looked for, the page that is shown, and the way to the ones before and after it.
import type { AppointmentList, AppointmentSearchBody, ListPlace } from '#contract/appointment'
import type { ApiCall } from '../../../kit/api-call.ts'
import { createStore, type Readable } from '../../../kit/store.ts'
import { Refusal } from '../../../net/api.ts'
import { type AppointmentActions, createAppointmentActions } from '../appointment-actions.ts'
import type { Whose } from '../whose.ts'

/** What is chosen counts at once; the text counts once it is searched for. */
export interface Sieve extends Whose {
  readonly text: string
  readonly when: AppointmentSearchBody['when']
  /** '' for any. */
  readonly status: NonNullable<AppointmentSearchBody['status']> | ''
}

export type FoundList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly list: AppointmentList
      /** From 1. */
      readonly page: number
      /** Null: there are none. */
      readonly before: (() => void) | null
      readonly after: (() => void) | null
      /** What it was narrowed by: an empty page says why it is empty. */
      readonly narrowed: boolean
    }

export interface ListState {
  readonly sieve: Sieve
  readonly found: FoundList
  /** Another page is on its way; the one that is shown stays until then. */
  readonly busy: boolean
}

export interface AppointmentListModel extends AppointmentActions {
  readonly state: Readable<ListState>
  write(text: string): void
  choose(change: Partial<Omit<Sieve, 'text'>>): Promise<void>
  /** From its first page. */
  search(): Promise<void>
  /** The page that is shown, anew. */
  reload(): Promise<void>
  /** Everything that is coming. */
  reset(): Promise<void>
}

const EVERYTHING: Sieve = { text: '', when: 'coming', status: '', areaId: '', practitionerId: '' }
const narrows = ({ text, status, areaId, practitionerId }: Sieve) =>
  Boolean(text.trim() || status || areaId || practitionerId)

export function createAppointmentList(
  apiCall: ApiCall,
  copy: (text: string) => Promise<boolean>,
): AppointmentListModel {
  const state = createStore<ListState>({ sieve: EVERYTHING, found: { kind: 'loading' }, busy: false })
  const change = (next: Partial<ListState>) => state.set({ ...state.get(), ...next })
  /** A later search makes an earlier one's answer void. */
  let asked = 0
  let shown: { sieve: Sieve; afters: readonly (ListPlace | null)[] } = { sieve: EVERYTHING, afters: [null] }

  /** `afters`: where this page and those before it begin; null is the first. */
  async function show(sieve: Sieve, afters: readonly (ListPlace | null)[]): Promise<void> {
    const mine = ++asked
    change(state.get().found.kind === 'loaded' ? { busy: true } : { busy: true, found: { kind: 'loading' } })
    let found: FoundList
    try {
      const list = await apiCall<AppointmentList>('POST', '/api/staff/appointments/search', {
        ...{ text: sieve.text.trim(), when: sieve.when, status: sieve.status || null },
        ...{ areaId: sieve.areaId || null, practitionerId: sieve.practitionerId || null },
        after: afters.at(-1) ?? null,
      })
      // What stood on this page went elsewhere: the one before is the last now.
      if (list.appointments.length === 0 && afters.length > 1 && mine === asked) return show(sieve, afters.slice(0, -1))
      found = {
        ...{ kind: 'loaded', list, page: afters.length, narrowed: narrows(sieve) },
        before: afters.length > 1 ? () => void turn(sieve, afters.slice(0, -1)) : null,
        after: list.next ? () => void turn(sieve, [...afters, list.next]) : null,
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      found = { kind: 'refused', refusal: error }
    }
    if (mine !== asked) return
    shown = { sieve, afters }
    change({ found, busy: false })
  }

  function turn(sieve: Sieve, afters: readonly (ListPlace | null)[]): Promise<void> {
    actions.untell()
    return show(sieve, afters)
  }

  const deskNow = () => {
    const { found } = state.get()
    return found.kind === 'loaded' ? found.list : null
  }
  const reload = () => show(shown.sieve, shown.afters)
  const actions = createAppointmentActions(apiCall, copy, {
    desk: deskNow,
    date: () => deskNow()?.today ?? '',
    reload,
  })
  const search = () => turn(state.get().sieve, [null])

  return {
    ...actions,
    state,
    search,
    reload,
    write: (text) => change({ sieve: { ...state.get().sieve, text } }),
    async choose(part) {
      const { sieve } = state.get()
      // A practitioner of another area would find nothing.
      const anew = part.areaId === undefined ? {} : { practitionerId: '' }
      change({ sieve: { ...sieve, ...anew, ...part } })
      await search()
    },
    async reset() {
      change({ sieve: EVERYTHING })
      await search()
    },
  }
}
