// One measurement after the other, each with an end: it is over when its time is up, when it is skipped or stopped, and it
// begins anew when the page was not looked at meanwhile, because browsers starve a hidden page of frames, sound and time.
import type { Later } from '../kit/later.ts'
import type { Readable } from '../kit/store.ts'

export interface AttemptsWorld {
  /** ms, only ever forward. */
  now(): number
  later: Later
  /** Whether somebody looks at the page. */
  readonly seen: Readable<boolean>
}

export interface Attempts {
  /**
   * What `step` resolves with, or null when it fails or does not come to an end soon after its signal. Its signal is
   * aborted at the end of the time; a step answers with what it knows by then. `hidden: 'goes on'` is for what a hidden
   * page can measure as well, and for what costs the person something each time.
   */
  attempt<T>(longestMs: number, step: Step<T>, hidden?: 'begins anew' | 'goes on'): Promise<T | null>
  /** Time that measurements took so far; without those that had to begin anew. */
  spentMs(): number
  skip(): void
  /** The present measurement looks at something that is no longer there. */
  beginAnew(): void
  stop(): void
  /** Resolves once stopped. */
  readonly stopped: Promise<void>
}

/** A step whose signal was aborted has so long to say what it knows. */
const LAST_WORDS_MS = 400
/** A camera that comes and goes all the time is looked at this often. */
const MOST_ATTEMPTS = 4

type Step<T> = (signal: AbortSignal) => Promise<T>
type End = 'over' | 'skipped' | 'stopped' | 'again'

export function createAttempts(world: AttemptsWorld, onWaiting: (waiting: boolean) => void): Attempts {
  let spent = 0
  let stopped = false
  let present: ((end: End) => void) | null = null
  let tellStopped = () => {}
  const whenStopped = new Promise<void>((resolve) => {
    tellStopped = resolve
  })

  const pause = (ms: number) => new Promise<void>((resolve) => void world.later(resolve, ms))

  async function untilSeen(): Promise<void> {
    if (world.seen.get()) return
    onWaiting(true)
    let stopWatching = () => {}
    const seen = new Promise<void>((resolve) => {
      stopWatching = world.seen.subscribe((now) => now && resolve())
    })
    await Promise.race([seen, whenStopped])
    stopWatching()
    onWaiting(false)
  }

  async function once<T>(
    longestMs: number,
    step: Step<T>,
    goesOn: boolean,
  ): Promise<{ end: End | null; value: T | null }> {
    const controller = new AbortController()
    let end: End | null = null
    let tellEnd = () => {}
    const ended = new Promise<void>((resolve) => {
      tellEnd = resolve
    })
    const finish = (how: End) => {
      if (end !== null) return
      end = how
      controller.abort()
      tellEnd()
    }
    present = finish
    const stopTimer = world.later(() => finish('over'), Math.max(0, longestMs))
    const stopWatching = world.seen.subscribe((seen) => {
      if (!seen && !goesOn) finish('again')
    })
    const tooLate = ended.then(() => pause(LAST_WORDS_MS)).then(() => null)
    const value = await Promise.race([
      Promise.resolve()
        .then(() => step(controller.signal))
        .catch(() => null),
      tooLate,
    ])
    present = null
    stopTimer()
    stopWatching()
    return { end, value }
  }

  return {
    async attempt(longestMs, step, hidden = 'begins anew') {
      for (let nth = 1; ; nth++) {
        if (hidden === 'begins anew') await untilSeen()
        if (stopped) return null
        const begun = world.now()
        const { end, value } = await once(longestMs, step, hidden === 'goes on')
        if (end === 'again' && !stopped && nth < MOST_ATTEMPTS) continue
        spent += world.now() - begun
        return value
      }
    },
    spentMs: () => spent,
    skip: () => present?.('skipped'),
    beginAnew: () => present?.('again'),
    stop() {
      stopped = true
      tellStopped()
      present?.('stopped')
    },
    stopped: whenStopped,
  }
}
