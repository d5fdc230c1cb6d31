// Being called, as the patient's page holds it: it joins by a press, or by itself once the time is up by the server's clock.
import { joinsAt, joinsByItself } from '#domain/called'
import { createStore, type Readable } from '../../kit/store.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { calledSince } from './called-since.ts'

export interface CalledState {
  readonly joining: boolean
  /** By the server's clock; null: only a press joins. */
  readonly joinsAt: number | null
}

export interface CalledModel {
  readonly state: Readable<CalledState>
  join(): void
  /** Something else was asked on this screen: from now on only a press joins. */
  pause(): void
  close(): void
}

/** However late the screen came, it can be read for so long (ms) before it gives way by itself. */
export const LEAST_SHOWN_MS = 3000

export function createCalled(
  visit: Pick<PatientVisitModel, 'view' | 'join' | 'serverNow'>,
  later: (run: () => void, ms: number) => () => void,
): CalledModel {
  const view = visit.view.get()
  const since = calledSince(view)
  const due = since === null ? null : joinsAt(since, joinsByItself(view, view.area.waiting))
  const at = due === null ? null : Math.max(due, visit.serverNow() + LEAST_SHOWN_MS)
  const state = createStore<CalledState>({ joining: false, joinsAt: at })

  function join(): void {
    if (state.get().joining) return
    cancel()
    state.set({ joining: true, joinsAt: null })
    visit.join()
  }
  const cancel = at === null ? () => {} : later(join, at - visit.serverNow())

  return {
    state,
    join,
    pause() {
      cancel()
      if (!state.get().joining) state.set({ joining: false, joinsAt: null })
    },
    close: cancel,
  }
}
