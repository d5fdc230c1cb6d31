// Getting no more automatic e-mails, and getting them again: each is a press.
import type { OptOutWish } from '#domain/opt-out'
import { type Action, createAction } from '../../kit/action.ts'
import { createStore, type Readable } from '../../kit/store.ts'

/** `asked`: nothing was pressed yet. */
export type StopState = 'asked' | 'stopped' | 'started'

export interface StopModel {
  readonly state: Readable<StopState>
  readonly doing: Action
  press(wish: OptOutWish): Promise<void>
}

export function createStopModel(send: (wish: OptOutWish) => Promise<unknown>): StopModel {
  const state = createStore<StopState>('asked')
  const doing = createAction()
  return {
    state,
    doing,
    async press(wish) {
      if (await doing.run(async () => void (await send(wish)))) state.set(wish === 'stop' ? 'stopped' : 'started')
    },
  }
}
