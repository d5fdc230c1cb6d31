// The question who this is, where somebody's visit is open in this browser, or over: a family may share one device.
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'

export interface WhoModel {
  /** No more than this of the person before. */
  readonly firstName: string
  /** Their visit goes on; else it is over. */
  readonly open: boolean
  readonly state: Readable<{ readonly sending: boolean; readonly refused: string | null }>
  carryOn(): void
  somebodyElse(): void
}

export interface WhoInputs {
  readonly firstName: string
  readonly open: boolean
  readonly carryOn: () => void
  /** Forgets who was here; throws `Refusal`. */
  readonly somebodyElse: () => Promise<void>
}

export function createWho({ firstName, open, carryOn, somebodyElse }: WhoInputs): WhoModel {
  const state = createStore<{ sending: boolean; refused: string | null }>({ sending: false, refused: null })
  return {
    firstName,
    open,
    state,
    carryOn,
    somebodyElse() {
      if (state.get().sending) return
      state.set({ sending: true, refused: null })
      somebodyElse().then(
        () => state.set({ sending: false, refused: null }),
        (error: unknown) => {
          state.set({ sending: false, refused: error instanceof Refusal ? sayRefusal(error) : null })
          if (!(error instanceof Refusal)) throw error
        },
      )
    },
  }
}
