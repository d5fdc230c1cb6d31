// The patient is called back after the end: they come, or do not want to, or it is somebody else who reads it.
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'

export type CalledBackAnswer = 'come' | 'decline' | 'somebody-else'

export interface CalledBackModel {
  readonly state: Readable<{ readonly sending: CalledBackAnswer | null; readonly refused: string | null }>
  answer(which: CalledBackAnswer): void
}

/** Each does what the answer means, and throws `Refusal` where that was not done. */
export type CalledBackRequests = Readonly<Record<CalledBackAnswer, () => Promise<void>>>

export function createCalledBack(requests: CalledBackRequests): CalledBackModel {
  const state = createStore<ReturnType<CalledBackModel['state']['get']>>({ sending: null, refused: null })
  return {
    state,
    answer(which) {
      if (state.get().sending) return
      state.set({ sending: which, refused: null })
      requests[which]().then(
        () => state.set({ sending: null, refused: null }),
        (error: unknown) => {
          state.set({ sending: null, refused: error instanceof Refusal ? sayRefusal(error) : null })
          if (!(error instanceof Refusal)) throw error
        },
      )
    },
  }
}
