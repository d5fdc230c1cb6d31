// Waiting with the page closed: what was asked for, and the number on which they are told. Nothing typed is lost by a refusal.
import type { PatientView, Recall } from '#contract/visit'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'
import type { PatientVisitModel } from '../visit-model.ts'

export interface RecallState {
  /** `asking`: for the number. */
  readonly step: 'offered' | 'asking' | 'on'
  /** With `on` alone. */
  readonly recall: Recall | null
  readonly phone: string
  readonly busy: boolean
  readonly refused: string | null
}

export interface RecallModel {
  readonly state: Readable<RecallState>
  ask(): void
  typePhone(phone: string): void
  /** Does nothing while an answer is awaited. */
  confirm(): void
  /** The page stays open after all. */
  stayHere(): void
  close(): void
}

/** `store` takes the number, or null where the page stays open; rejects with a Refusal. */
export function createRecall(
  visit: Pick<PatientVisitModel, 'view'>,
  store: (phone: string | null) => Promise<PatientView>,
): RecallModel {
  const { recall, phone } = visit.view.get()
  const state = createStore<RecallState>({
    step: recall ? 'on' : 'offered',
    recall: recall ?? null,
    phone,
    busy: false,
    refused: null,
  })
  const change = (part: Partial<RecallState>) => state.update((before) => ({ ...before, ...part }))
  const show = (view: PatientView) => {
    if (view.recall) change({ step: 'on', recall: view.recall, phone: view.phone })
    else if (state.get().step === 'on') change({ step: 'offered', recall: null })
  }
  const stop = visit.view.subscribe((view) => {
    // Its own answer says it better.
    if (!state.get().busy) show(view)
  })

  async function tell(number: string | null): Promise<void> {
    if (state.get().busy) return
    change({ busy: true, refused: null })
    try {
      const view = await store(number)
      change({ busy: false })
      show(view)
      if (number === null) change({ step: 'offered', recall: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      change({ busy: false, refused: sayRefusal(error) })
    }
  }

  return {
    state,
    ask: () => change({ step: 'asking', phone: state.get().phone || visit.view.get().phone, refused: null }),
    typePhone: (typed) => change({ phone: typed, refused: null }),
    confirm: () => void tell(state.get().phone),
    stayHere() {
      if (state.get().step === 'on') void tell(null)
      else change({ step: 'offered', refused: null })
    },
    close: stop,
  }
}
