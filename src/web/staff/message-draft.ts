// A message being written. It keeps its words until the server has them, and its name, so that a second try after a lost
// reply stores nothing twice.
import { LONGEST_MESSAGE } from '#domain/message'
import { type Ask, BUSY, DONE, type Doing, IDLE } from '../kit/ask.ts'
import { createStore, type Readable, type Store } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'

export interface MessageDraft {
  readonly text: Store<string>
  readonly doing: Readable<Doing>
  /** Characters left before the longest message; below zero it cannot be sent. */
  left(): number
  /** Resolves with the server's reply, or null when it was not sent. */
  send(): Promise<unknown>
}

export function createMessageDraft(ask: Ask, url: string, newId: () => string): MessageDraft {
  const text = createStore('')
  const doing = createStore<Doing>(IDLE)
  let id = newId()
  text.subscribe(() => {
    if (doing.get().kind !== 'busy') doing.set(IDLE)
  })
  const left = () => LONGEST_MESSAGE - text.get().trim().length
  return {
    text,
    doing,
    left,
    async send() {
      const sent = text.get().trim()
      if (!sent || left() < 0 || doing.get().kind === 'busy') return null
      doing.set(BUSY)
      try {
        const reply = await ask('POST', url, { id, text: sent })
        id = newId()
        // What was typed while it was on its way stays.
        text.update((now) => (now.trim() === sent ? '' : now))
        doing.set(DONE)
        return reply
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        doing.set({ kind: 'refused', refusal: error })
        return null
      }
    },
  }
}
