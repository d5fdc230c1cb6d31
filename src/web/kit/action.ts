// One thing a person asks the server to do: it cannot be pressed twice, and a refusal is kept to be shown.
import { Refusal } from '../net/api.ts'
import { BUSY, DONE, IDLE, type RequestState } from './api-call.ts'
import { createStore, type Readable } from './store.ts'

export interface Action {
  readonly request: Readable<RequestState>
  /** True when it was done. While it is under way a second call does nothing. */
  run(work: () => Promise<unknown>): Promise<boolean>
  reset(): void
}

export function createAction(): Action {
  const request = createStore<RequestState>(IDLE)
  return {
    request,
    async run(work) {
      if (request.get().kind === 'busy') return false
      request.set(BUSY)
      try {
        await work()
        request.set(DONE)
        return true
      } catch (error) {
        if (!(error instanceof Refusal)) {
          request.set(IDLE)
          throw error
        }
        request.set({ kind: 'refused', refusal: error })
        return false
      }
    },
    reset: () => request.set(IDLE),
  }
}
