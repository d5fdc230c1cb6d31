// After how many minutes the organisation's staff pages lock by themselves: one number, saved by itself.
import type { Me } from '#contract/people'
import { IDLE_MINUTES } from '#domain/idle'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'

export interface IdleModel {
  readonly typed: Readable<string>
  readonly wrong: Readable<boolean>
  readonly saving: Action
  type(text: string): void
  save(): Promise<void>
}

export function createIdle(apiCall: ApiCall, minutes: number, onSaved: (me: Me) => void): IdleModel {
  const typed = createStore(String(minutes))
  const wrong = createStore(false)
  const saving = createAction()
  return {
    typed,
    wrong,
    saving,
    type(text) {
      typed.set(text)
      wrong.set(false)
      saving.reset()
    },
    async save() {
      const idleMinutes = Number(typed.get())
      const fits =
        Number.isInteger(idleMinutes) && idleMinutes >= IDLE_MINUTES.least && idleMinutes <= IDLE_MINUTES.most
      wrong.set(!fits)
      if (!fits) return
      await saving.run(async () => onSaved(await apiCall<Me>('PUT', '/api/staff/settings/idle', { idleMinutes })))
    },
  }
}
