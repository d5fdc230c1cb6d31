// The questions after the call: each answer goes as it is pressed, and can be changed. No DOM.
import type { FeedbackBody } from '#contract/feedback'
import { FEEDBACK_QUESTIONS, type FeedbackAnswer, type FeedbackQuestion } from '#domain/feedback'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface FeedbackState {
  readonly answers: FeedbackBody
  readonly saving: boolean
  /** The last answer did not get through: its press can be made again. */
  readonly failed: boolean
  readonly complete: boolean
}

export interface FeedbackModel {
  readonly state: Readable<FeedbackState>
  answer(question: FeedbackQuestion, answer: FeedbackAnswer): void
}

export interface FeedbackWorld {
  /** What was answered before, on this page or an earlier one. */
  read(): Promise<FeedbackBody>
  save(answers: FeedbackBody): Promise<FeedbackBody>
}

export function createFeedback({ read, save }: FeedbackWorld): FeedbackModel {
  const state = createStore<FeedbackState>({ answers: {}, saving: false, failed: false, complete: false })
  const change = (part: Partial<FeedbackState>) =>
    state.update((before) => {
      const next = { ...before, ...part }
      return { ...next, complete: FEEDBACK_QUESTIONS.every((question) => next.answers[question] !== undefined) }
    })
  /** Of several presses the last counts, and only its own answer is heard. */
  let newest = 0

  read().then(
    (answers) => change({ answers: { ...answers, ...state.get().answers } }),
    // Who answered before answers again, and nothing is doubled.
    () => {},
  )

  return {
    state,
    answer(question, answer) {
      const before = state.get().answers
      const mine = ++newest
      change({ answers: { ...before, [question]: answer }, saving: true, failed: false })
      save({ [question]: answer }).then(
        () => mine === newest && change({ saving: false }),
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error
          // It was not taken: it is not shown as if it had been.
          const { [question]: _, ...others } = state.get().answers
          const was = before[question]
          if (state.get().answers[question] === answer)
            change({ answers: was === undefined ? others : { ...others, [question]: was } })
          if (mine === newest) change({ saving: false, failed: true })
        },
      )
    },
  }
}
