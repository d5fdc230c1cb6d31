// Work that comes round by itself. A round that fails is logged and the next one comes all the same.
import { faultFacts, type Log } from './log.ts'

export interface Timer {
  readonly name: string
  readonly everyMs: number
  run(): Promise<void>
}

/** Starts `timers`, each also once now; returns the way to stop them. A slow round is never overlapped. */
export function startTimers(timers: readonly Timer[], log: Log): () => void {
  const handles = timers.map((timer) => {
    let busy = false
    const round = async () => {
      if (busy) return
      busy = true
      try {
        await timer.run()
      } catch (error) {
        log.error('timer failed', { timer: timer.name, ...faultFacts(error) })
      } finally {
        busy = false
      }
    }
    void round()
    const handle = setInterval(() => void round(), timer.everyMs)
    handle.unref()
    return handle
  })
  return () => {
    for (const handle of handles) clearInterval(handle)
  }
}
