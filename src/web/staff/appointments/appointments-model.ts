// A day of appointments: which day is shown.
import type { DayView } from '#contract/appointment'
import { dateAfter } from '#domain/week'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { type AppointmentActions, createAppointmentActions } from './appointment-actions.ts'

export type AppointmentsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: DayView }

export interface AppointmentsModel extends AppointmentActions {
  readonly state: Readable<AppointmentsState>
  /** `date` is ISO; unset: the day that was asked for last, or today. */
  load(date?: string): Promise<void>
  step(days: number): void
}

export function createAppointments(apiCall: ApiCall, copy: (text: string) => Promise<boolean>): AppointmentsModel {
  const state = createStore<AppointmentsState>({ kind: 'loading' })
  let asked = 0
  let wanted: string | undefined

  const viewNow = () => {
    const now = state.get()
    return now.kind === 'loaded' ? now.view : null
  }

  async function load(date = wanted): Promise<void> {
    const mine = ++asked
    wanted = date
    try {
      const view = await apiCall<DayView>('GET', `/api/staff/appointments${date ? `?date=${date}` : ''}`)
      if (mine === asked) state.set({ kind: 'loaded', view })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (mine === asked) state.set({ kind: 'refused', refusal: error })
    }
  }

  const actions = createAppointmentActions(apiCall, copy, {
    desk: viewNow,
    date: () => viewNow()?.date ?? '',
    reload: load,
  })

  return {
    ...actions,
    state,
    load,
    step(days) {
      const view = viewNow()
      if (!view) return
      actions.untell()
      // Pressed twice it goes two days on, however slow the answers are.
      void load(dateAfter(wanted ?? view.date, days))
    },
  }
}
