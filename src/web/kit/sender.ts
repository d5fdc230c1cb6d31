// Sends one item after another. An item that fails is sent again until it arrives or is refused for good.
// Three places ask again without it, because nothing that somebody entered waits there and the next try may ask another
// question: the patient's journey (which screen), attaching to a call (which call), and the check of a staff sign-in.
import type { Later } from './later.ts'

export interface Sender {
  /** Sends what waits, unless something is being sent already. */
  run(): void
  /** Tries at once: the connection is back. */
  push(): void
  close(): void
}

export interface SenderInputs<T> {
  /** Null: nothing waits. */
  readonly next: () => T | null
  readonly send: (item: T) => Promise<unknown>
  /** Trying again cannot help. */
  readonly isFinal: (error: unknown) => boolean
  /** The item arrived, or was refused for good. `next` must not name it again. */
  readonly settled: (item: T, outcome: 'arrived' | 'refused') => void
  readonly later: Later
}

// The last one for ever: what was written arrives within seconds of the server's return.
const WAITS_MS: readonly [number, ...number[]] = [500, 1000, 2000, 3000]

/** How long to wait after so many failures in a row, ms. */
export function retryWait(failures: number): number {
  return WAITS_MS[Math.min(Math.max(failures, 1), WAITS_MS.length) - 1] ?? WAITS_MS[0]
}

export function createSender<T>({ next, send, isFinal, settled, later }: SenderInputs<T>): Sender {
  let sending = false
  let closed = false
  let failures = 0
  let cancel = () => {}

  async function run(): Promise<void> {
    if (sending || closed) return
    sending = true
    cancel()
    try {
      for (let item = next(); item !== null && !closed; item = next()) {
        const outcome = await attempt(item)
        if (outcome === 'failed') {
          failures += 1
          if (!closed) cancel = later(() => void run(), retryWait(failures))
          return
        }
        failures = 0
        settled(item, outcome)
      }
    } finally {
      sending = false
    }
  }

  async function attempt(item: T): Promise<'arrived' | 'refused' | 'failed'> {
    try {
      await send(item)
      return 'arrived'
    } catch (error) {
      return isFinal(error) ? 'refused' : 'failed'
    }
  }

  return {
    run: () => void run(),
    push() {
      failures = 0
      void run()
    },
    close() {
      closed = true
      cancel()
    },
  }
}
