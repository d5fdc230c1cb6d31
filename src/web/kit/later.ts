// setTimeout as models take it: an argument, so that tests run without real time.

/** Calls `run` once after `ms`. Returns what cancels it. */
export type Later = (run: () => void, ms: number) => () => void

export const later: Later = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
