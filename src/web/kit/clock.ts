// The passing of time as models see it. A fake one makes tests wait for nothing.

export interface Clock {
  /** Milliseconds since the epoch, by this machine. */
  now(): number
  /** Calls `tick` every `ms`; returns what stops it. */
  every(ms: number, tick: () => void): () => void
}

export const machineClock: Clock = {
  now: () => Date.now(),
  every(ms, tick) {
    const timer = setInterval(tick, ms)
    return () => clearInterval(timer)
  },
}
