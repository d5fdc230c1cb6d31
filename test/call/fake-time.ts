// Time that passes when a test says so.
import type { Later } from '../../src/web/kit/later.ts'

export interface FakeTime {
  readonly later: Later
  /** Lets `ms` pass: runs what is due, in order, with everything that follows from it at once. */
  pass(ms: number): Promise<void>
}

export function fakeTime(): FakeTime {
  let now = 0
  let waiting: { at: number; act: () => void }[] = []
  return {
    later(act, ms) {
      const one = { at: now + ms, act }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((other) => other !== one)
      }
    },
    async pass(ms) {
      const end = now + ms
      await settled()
      for (;;) {
        const next = waiting.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((one) => one !== next)
        now = next.at
        next.act()
        await settled()
      }
      now = end
    },
  }
}

/** Everything that only waits for answers already given has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
