// The patient's messages on their way to the clinic. Each keeps the id it was given here, so that sending it twice
// stores it once; it is sent again until the clinic has it.
import type { MessageView } from '#contract/shapes'
import { createStore, type Readable } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'

export interface Unsent {
  readonly id: string
  readonly text: string
  /** By the server's clock, ms. */
  readonly at: number
}

export interface MessageQueue {
  readonly unsent: Readable<readonly Unsent[]>
  add(message: Unsent): void
  /** Tries at once: the connection is back. */
  push(): void
  close(): void
}

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 15_000

// Refusals that the same message will meet again, however often it is sent.
const FINAL = new Set(['request/invalid', 'request/too-large', 'message/empty', 'visit/already-ended'])

/** `stored` hears each message that the clinic has. `later` is setTimeout. */
export function createMessageQueue(
  send: (id: string, text: string) => Promise<MessageView>,
  stored: (message: MessageView) => void,
  later: (run: () => void, ms: number) => () => void,
): MessageQueue {
  const unsent = createStore<readonly Unsent[]>([])
  let sending = false
  let wait = FIRST_RETRY_MS
  let cancel: (() => void) | null = null
  let closed = false

  const drop = (id: string) => unsent.update((all) => all.filter((message) => message.id !== id))

  async function run(): Promise<void> {
    if (sending || closed) return
    sending = true
    cancel?.()
    cancel = null
    for (let next = unsent.get()[0]; next && !closed; next = unsent.get()[0]) {
      try {
        const message = await send(next.id, next.text)
        stored(message)
        drop(next.id)
        wait = FIRST_RETRY_MS
      } catch (error) {
        if (error instanceof Refusal && FINAL.has(error.code)) {
          drop(next.id)
          continue
        }
        if (!closed) cancel = later(() => void run(), wait)
        wait = Math.min(wait * 2, LAST_RETRY_MS)
        break
      }
    }
    sending = false
  }

  return {
    unsent,
    add(message) {
      unsent.update((all) => [...all, message])
      void run()
    },
    push() {
      wait = FIRST_RETRY_MS
      void run()
    },
    close() {
      closed = true
      cancel?.()
    },
  }
}
