// Sends the newest value to the server until it arrives. A value that a newer one has replaced is not sent again.
import { Refusal } from '../net/api.ts'
import type { Later } from './later.ts'
import { createSender, type Sender } from './sender.ts'

export interface LatestValueSender<T> extends Pick<Sender, 'push' | 'close'> {
  send(value: T): void
}

const PASSING: readonly string[] = ['offline', 'server/fault', 'server/busy', 'request/too-many']

/** The same request may be answered otherwise a moment later. */
export const mayPass = ({ code }: Refusal): boolean => PASSING.includes(code)

export function latestValueSender<T>(put: (value: T) => Promise<unknown>, later: Later): LatestValueSender<T> {
  let unsent: { readonly value: T } | null = null
  const { run, push, close } = createSender<{ readonly value: T }>({
    next: () => unsent,
    send: ({ value }) => put(value),
    isFinal(error) {
      if (!(error instanceof Refusal)) throw error
      return !mayPass(error)
    },
    settled(sent) {
      if (unsent === sent) unsent = null
    },
    later,
  })
  return {
    send(value) {
      unsent = { value }
      run()
    },
    push,
    close,
  }
}
