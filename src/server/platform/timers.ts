// Work that repeats. A round that fails is logged and tried again soon, also where the next turn is a long way off. Work that fails again and again, or
// does not finish, becomes a warning: nothing else would show it.
import { faultFacts, type Log } from './log.ts'

export interface Timer {
  readonly name: string
  readonly everyMs: number
  run(): Promise<void>
}

/** A timer that does not do its work. */
export interface FailingTimer {
  readonly name: string
  /** Rounds that failed since the last that did not. */
  readonly failures: number
  /** The round under way takes far longer than any ever should. */
  readonly isStuck: boolean
}

export interface Timers {
  /** Starts `timers`, each also once now. A slow round is never overlapped. */
  start(timers: readonly Timer[]): void
  /** Those whose last round failed, or does not end. */
  failing(): FailingTimer[]
  stop(): void
}

/** No round of ours takes as long as this, or as three of its turns. */
const LONGEST_MS = 5 * 60_000
/** A round that failed is tried again after this, at the latest. */
const AGAIN_MS = 5000

export function openTimers(log: Log, elapsed: () => number): Timers {
  const handles: NodeJS.Timeout[] = []
  const again = new Map<string, NodeJS.Timeout>()
  const states: { timer: Timer; failures: number; begun: number | null; told: boolean }[] = []

  const isStuck = ({ timer, begun }: (typeof states)[number]) =>
    begun !== null && elapsed() - begun > Math.max(LONGEST_MS, 3 * timer.everyMs)

  const start = (timer: Timer) => {
    const state: (typeof states)[number] = { timer, failures: 0, begun: null, told: false }
    states.push(state)
    const round = async () => {
      if (state.begun !== null) {
        if (isStuck(state) && !state.told) log.error('timer does not come to its end', { timer: timer.name })
        state.told ||= isStuck(state)
        return
      }
      state.begun = elapsed()
      clearTimeout(again.get(timer.name))
      try {
        await timer.run()
        if (state.failures > 0) log.info('timer works again', { timer: timer.name, failures: state.failures })
        state.failures = 0
      } catch (error) {
        state.failures += 1
        if (timer.everyMs > AGAIN_MS) again.set(timer.name, setTimeout(() => void round(), AGAIN_MS).unref())
        // A timer of every second that fails all night would leave nothing else to be read.
        if (isPowerOfTwo(state.failures))
          log.error('timer failed', { timer: timer.name, failures: state.failures, ...faultFacts(error) })
      } finally {
        state.begun = null
        state.told = false
      }
    }
    void round()
    const handle = setInterval(() => void round(), timer.everyMs)
    handle.unref()
    handles.push(handle)
  }

  return {
    start: (timers) => timers.forEach(start),
    failing: () =>
      states
        .filter((state) => state.failures > 0 || isStuck(state))
        .map((state) => ({ name: state.timer.name, failures: state.failures, isStuck: isStuck(state) })),
    stop() {
      for (const handle of [...handles, ...again.values()]) clearInterval(handle)
    },
  }
}

const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0
