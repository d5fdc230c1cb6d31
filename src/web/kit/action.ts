// One thing a person asks the server to do: it cannot be pressed twice, and a refusal is kept to be shown.
import { Refusal } from '../net/api.ts'
import { BUSY, DONE, type Doing, IDLE } from './ask.ts'
import { createStore, type Readable } from './store.ts'

export interface Action {
  readonly doing: Readable<Doing>
  /** True when it was done. While it is under way a second call does nothing. */
  run(work: () => Promise<unknown>): Promise<boolean>
  reset(): void
}

export function createAction(): Action {
  const doing = createStore<Doing>(IDLE)
  return {
    doing,
    async run(work) {
      if (doing.get().kind === 'busy') return false
      doing.set(BUSY)
      try {
        await work()
        doing.set(DONE)
        return true
      } catch (error) {
        if (!(error instanceof Refusal)) {
          doing.set(IDLE)
          throw error
        }
        doing.set({ kind: 'refused', refusal: error })
        return false
      }
    },
    reset: () => doing.set(IDLE),
  }
}
