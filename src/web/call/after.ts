// Waiting, as an argument: models take it, so that tests run without real time.

/** Runs `act` once after `ms`; returns the way to cancel. */
export type After = (ms: number, act: () => void) => () => void

export const realAfter: After = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
