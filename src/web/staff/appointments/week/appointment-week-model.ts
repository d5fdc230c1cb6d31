// A week of appointments: which week is shown, whose, and what stands in each hour of it.
import type { AppointmentView, WeekView } from '#contract/appointment'
import { DAYS_OF_A_WEEK, dateAfter } from '#domain/week'
import type { ApiCall } from '../../../kit/api-call.ts'
import { createStore, type Readable } from '../../../kit/store.ts'
import { Refusal } from '../../../net/api.ts'
import { type AppointmentActions, createAppointmentActions } from '../appointment-actions.ts'
import type { Whose } from '../whose.ts'

export interface WeekDay {
  readonly date: string
  readonly appointments: readonly AppointmentView[]
}

export type WeekState = { readonly whose: Whose } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly view: WeekView
      /** Five or seven. */
      readonly days: readonly WeekDay[]
      /** Of the clock, each of which has a row. */
      readonly hours: readonly number[]
      /** Null: this week is shown. */
      readonly now: (() => void) | null
    }
)

export interface AppointmentWeekModel extends AppointmentActions {
  readonly state: Readable<WeekState>
  /** The week of `date`; unset: the one that was asked for last, or this one. */
  load(date?: string): Promise<void>
  step(weeks: number): void
  choose(change: Partial<Whose>): void
  /** Without an hour: on that day. */
  book(date: string, hour?: number): void
}

const WORKING_DAYS = 5
/** A clinic's day, unless something stands outside it. */
const FIRST_HOUR = 8
const LAST_HOUR = 17

export const hourOf = ({ time }: Pick<AppointmentView, 'time'>): number => Number(time.slice(0, 2))

/** The days and hours that are shown of a week. Those that are narrowed away keep their day and hour: columns do not jump. */
export function laidOut(view: WeekView, whose: Whose): { days: readonly WeekDay[]; hours: readonly number[] } {
  const isTheirs = ({ areaId, practitioner }: AppointmentView) =>
    (!whose.areaId || areaId === whose.areaId) &&
    (!whose.practitionerId || (practitioner?.id ?? 'team') === whose.practitionerId)
  const dates = Array.from({ length: DAYS_OF_A_WEEK }, (_, day) => dateAfter(view.from, day))
  const weekend = dates.slice(WORKING_DAYS)
  const busy = view.today >= (weekend[0] ?? '') && weekend.includes(view.today)
  const works = busy || view.appointments.some(({ date }) => weekend.includes(date))
  const all = view.appointments.map(hourOf)
  const first = Math.min(FIRST_HOUR, ...all)
  const last = Math.max(LAST_HOUR, ...all)
  return {
    days: (works ? dates : dates.slice(0, WORKING_DAYS)).map((date) => ({
      date,
      appointments: view.appointments.filter((one) => one.date === date && isTheirs(one)),
    })),
    hours: Array.from({ length: last - first + 1 }, (_, at) => first + at),
  }
}

const NOBODY: Whose = { areaId: '', practitionerId: '' }

export function createAppointmentWeek(
  apiCall: ApiCall,
  copy: (text: string) => Promise<boolean>,
): AppointmentWeekModel {
  const state = createStore<WeekState>({ kind: 'loading', whose: NOBODY })
  let asked = 0
  let wanted: string | undefined

  const viewNow = () => {
    const now = state.get()
    return now.kind === 'loaded' ? now.view : null
  }
  const show = (view: WeekView, whose: Whose) => {
    const isNow = view.today >= view.from && view.today < dateAfter(view.from, DAYS_OF_A_WEEK)
    state.set({
      ...{ kind: 'loaded', view, whose, ...laidOut(view, whose) },
      now: isNow ? null : () => void turn(view.today),
    })
  }

  async function load(date = wanted): Promise<void> {
    const mine = ++asked
    wanted = date
    try {
      const view = await apiCall<WeekView>('GET', `/api/staff/appointments/week${date ? `?date=${date}` : ''}`)
      if (mine === asked) show(view, state.get().whose)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (mine === asked) state.set({ kind: 'refused', whose: state.get().whose, refusal: error })
    }
  }

  /** To another week: what was told of the one before stands no longer. */
  const turn = (date: string) => {
    actions.untell()
    return load(date)
  }

  const actions = createAppointmentActions(apiCall, copy, {
    desk: viewNow,
    date() {
      const view = viewNow()
      if (!view) return ''
      return view.today > view.from && view.today < dateAfter(view.from, DAYS_OF_A_WEEK) ? view.today : view.from
    },
    reload: load,
  })

  return {
    ...actions,
    state,
    load,
    step(weeks) {
      const view = viewNow()
      // Pressed twice it goes two weeks on, however slow the answers are.
      if (view) void turn(dateAfter(wanted ?? view.from, weeks * DAYS_OF_A_WEEK))
    },
    choose(change) {
      const now = state.get()
      // A practitioner of another area would leave nothing.
      const anew = change.areaId === undefined ? {} : { practitionerId: '' }
      const whose = { ...now.whose, ...anew, ...change }
      if (now.kind === 'loaded') show(now.view, whose)
      else state.set({ ...now, whose })
    },
    book(date, hour) {
      const { areaId, practitionerId } = state.get().whose
      const area = areaId || areaOf(viewNow(), practitionerId)
      actions.add({
        date,
        ...(hour === undefined ? {} : { time: `${String(hour).padStart(2, '0')}:00` }),
        ...(area ? { areaId: area } : {}),
        ...(practitionerId && practitionerId !== 'team' ? { practitionerId } : {}),
      })
    },
  }
}

/** Where a practitioner is who was chosen without an area. */
const areaOf = (view: WeekView | null, practitionerId: string): string =>
  view?.areas.find(({ practitioners }) => practitioners.some(({ id }) => id === practitionerId))?.id ?? ''
