// What a signed-in person's page asks of the server goes through here: nothing while it is locked, so that what waits to be
// saved waits on the page, and nothing any more once it is closed.
import { type call, Refusal } from '../net/api.ts'

export interface Gate {
  readonly apiCall: typeof call
  lock(): void
  open(): void
  /** For good: whoever still asks gets no answer, and so does nothing more. */
  close(): void
}

/** `onOther`: this browser is signed in as nobody, or as somebody else. */
export function createGate(apiCall: typeof call, personId: string, onLocked: () => void, onOther: () => void): Gate {
  let state: 'open' | 'locked' | 'closed' = 'open'
  return {
    async apiCall(method, url, body, options) {
      if (state === 'closed') return new Promise<never>(() => {})
      if (state === 'locked') throw new Refusal('session/locked')
      try {
        return await apiCall(method, url, body, { ...options, personId })
      } catch (error) {
        if ((state as string) === 'closed') return new Promise<never>(() => {})
        if (error instanceof Refusal && error.code === 'session/locked') onLocked()
        if (error instanceof Refusal && error.code === 'access/sign-in-needed') onOther()
        throw error
      }
    },
    lock() {
      if (state === 'open') state = 'locked'
    },
    open() {
      if (state === 'locked') state = 'open'
    },
    close() {
      state = 'closed'
    },
  }
}
