// One's own calendar feed: whether there is one, its address just after it was made, and what it shows. The address is
// told once, and kept no longer than this page is open.
import type { CalendarFeed, CalendarFeedMade, CalendarFeedView } from '#contract/calendar-feed'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type CalendarFeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly feed: CalendarFeed | null
      /** Null but for the one that was made here. */
      readonly url: string | null
      /** Also the appointments for anyone of the team; before there is a feed, what it is going to show. */
      readonly team: boolean
      /** What was just done, to be said. */
      readonly told: 'team' | 'ended' | null
    }

export interface CalendarFeedModel {
  readonly state: Readable<CalendarFeedState>
  readonly acting: Action
  load(): Promise<void>
  choose(team: boolean): Promise<void>
  /** The one before ends. */
  make(): Promise<void>
  end(): Promise<void>
}

const URL = '/api/staff/account/calendar'

export function createCalendarFeed(apiCall: ApiCall): CalendarFeedModel {
  const state = createStore<CalendarFeedState>({ kind: 'loading' })
  const acting = createAction()
  type Loaded = Extract<CalendarFeedState, { kind: 'loaded' }>
  const put = (change: Partial<Omit<Loaded, 'kind'>>) =>
    state.update((now) => (now.kind === 'loaded' ? { ...now, told: null, ...change } : now))
  const chosen = () => {
    const now = state.get()
    return now.kind === 'loaded' && now.team
  }

  return {
    state,
    acting,
    async load() {
      acting.reset()
      state.set({ kind: 'loading' })
      try {
        const { feed } = await apiCall<CalendarFeedView>('GET', URL)
        state.set({ kind: 'loaded', feed, url: null, team: feed?.team ?? false, told: null })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    async choose(team) {
      const now = state.get()
      if (now.kind !== 'loaded' || acting.request.get().kind === 'busy') return
      put({ team })
      if (!now.feed) return
      const done = await acting.run(async () => {
        const { feed } = await apiCall<CalendarFeedView>('PUT', URL, { team })
        put({ feed, told: 'team' })
      })
      // The box says what is so.
      if (!done) put({ team: now.team })
    },
    async make() {
      await acting.run(async () => put(await apiCall<CalendarFeedMade>('POST', URL, { team: chosen() })))
    },
    async end() {
      await acting.run(async () => {
        const { feed } = await apiCall<CalendarFeedView>('POST', `${URL}/end`, {})
        put({ feed, url: null, told: 'ended' })
      })
    },
  }
}
