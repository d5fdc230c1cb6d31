// A message being written. It keeps its words until the server has them, and its name, so that a second try after a lost
// reply stores nothing twice.
import { LONGEST_MESSAGE } from '#domain/message'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../kit/api-call.ts'
import { createStore, type Readable, type Store } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'

export interface MessageDraft {
  readonly text: Store<string>
  readonly request: Readable<RequestState>
  /** Characters left before the longest message; below zero it cannot be sent. */
  left(): number
  /** Resolves with the server's reply, or null when it was not sent. */
  send(): Promise<unknown>
}

export function createMessageDraft(apiCall: ApiCall, url: string, newId: () => string): MessageDraft {
  const text = createStore('')
  const request = createStore<RequestState>(IDLE)
  let id = newId()
  text.subscribe(() => {
    if (request.get().kind !== 'busy') request.set(IDLE)
  })
  const left = () => LONGEST_MESSAGE - text.get().trim().length
  return {
    text,
    request,
    left,
    async send() {
      const sent = text.get().trim()
      if (!sent || left() < 0 || request.get().kind === 'busy') return null
      request.set(BUSY)
      try {
        const reply = await apiCall('POST', url, { id, text: sent })
        id = newId()
        // What was typed while it was on its way stays.
        text.update((now) => (now.trim() === sent ? '' : now))
        request.set(DONE)
        return reply
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        request.set({ kind: 'refused', refusal: error })
        return null
      }
    },
  }
}
