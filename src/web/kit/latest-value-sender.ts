// Sends the newest of something to the clinic until it is there. What is older than the newest is never sent again.
import { Refusal } from '../net/api.ts'

export interface LatestValueSender<T> {
  send(value: T): void
  /** Tries at once: the connection is back. */
  push(): void
  close(): void
}

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 15_000

// What may be answered otherwise a moment later; anything else the same value would meet again.
const PASSING: readonly string[] = ['offline', 'server/fault', 'server/busy', 'request/too-many']

export function latestValueSender<T>(
  put: (value: T) => Promise<unknown>,
  later: (run: () => void, ms: number) => () => void,
): LatestValueSender<T> {
  let unsent: { readonly value: T } | null = null
  let sending = false
  let wait = FIRST_RETRY_MS
  let cancel = () => {}
  let closed = false

  async function run(): Promise<void> {
    if (sending || closed) return
    sending = true
    cancel()
    try {
      while (unsent && !closed) {
        const mine: { readonly value: T } = unsent
        if (!(await isThere(mine.value))) break
        if (unsent === mine) unsent = null
      }
    } finally {
      sending = false
    }
  }

  /** True too when it is refused for good. */
  async function isThere(value: T): Promise<boolean> {
    try {
      await put(value)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (PASSING.includes(error.code)) {
        if (!closed) cancel = later(() => void run(), wait)
        wait = Math.min(wait * 2, LAST_RETRY_MS)
        return false
      }
    }
    wait = FIRST_RETRY_MS
    return true
  }

  return {
    send(value) {
      unsent = { value }
      void run()
    },
    push() {
      wait = FIRST_RETRY_MS
      void run()
    },
    close() {
      closed = true
      cancel()
    },
  }
}
