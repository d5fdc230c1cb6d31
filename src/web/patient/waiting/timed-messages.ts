// The messages shown after so many minutes of waiting: which of them are due, counted from the arrival by the server's
// clock, so that a reload changes nothing. No DOM.
import type { PatientFacing } from '#contract/area'
import type { Later } from '../../kit/later.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { PatientVisitModel } from '../visit-model.ts'

type Messages = PatientFacing['waiting']['messages']

export interface TimedMessages {
  /** In the order in which they fell due. */
  readonly due: Readable<readonly string[]>
  close(): void
}

const MINUTE_MS = 60_000

export const dueAfter = (messages: Messages, waitedMs: number): readonly string[] =>
  messages.filter(({ afterMinutes }) => afterMinutes * MINUTE_MS <= waitedMs).map(({ text }) => text)

export function createTimedMessages(visit: Pick<PatientVisitModel, 'view' | 'serverNow'>, later: Later): TimedMessages {
  const due = createStore<readonly string[]>([])
  let cancel = () => {}

  const look = () => {
    cancel()
    const { area, arrivedAt } = visit.view.get()
    const { messages } = area.waiting
    const waited = visit.serverNow() - arrivedAt
    const now = dueAfter(messages, waited)
    if (now.join('\n') !== due.get().join('\n')) due.set(now)
    const next = messages.map(({ afterMinutes }) => afterMinutes * MINUTE_MS - waited).filter((ms) => ms > 0)
    cancel = next.length > 0 ? later(look, Math.min(...next)) : () => {}
  }

  look()
  // Every snapshot sets the clock right, and brings what the clinic has changed.
  const stop = visit.view.subscribe(look)
  return {
    due,
    close() {
      stop()
      cancel()
    },
  }
}
