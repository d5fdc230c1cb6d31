// What the practitioner asks of this patient's camera: the newest question of the live call, until it is answered or the
// call is over. Touches no camera; the screen asks the person.
import type { Ask, AskAnswer } from '#contract/consultation'
import type { VisitFollower } from '../call/call-registry.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'
import type { Connection } from '../net/socket.ts'

export interface AskDesk {
  readonly ask: Readable<Ask | null>
  answer(askId: string, answer: AskAnswer): void
  close(): void
}

export function createAskDesk(
  connection: Pick<Connection, 'say'>,
  follower: VisitFollower,
  live: Readable<CallEngine | null>,
): AskDesk {
  const ask = createStore<Ask | null>(null)
  follower.hear('call.ask', (heard) => {
    if (live.get()?.callId === heard.callId) ask.set(heard.ask)
  })
  const stop = live.subscribe(() => ask.set(null))
  return {
    ask,
    answer(askId, answer) {
      const engine = live.get()
      if (ask.get()?.id !== askId || !engine) return
      const { visitId, callId } = engine
      ask.set(null)
      // An answer that is lost leaves the question open on the other page, where it can be asked again.
      connection.say({ type: 'call.ask-answer', visitId, callId, askId, answer }).catch(() => {})
    },
    close: stop,
  }
}
