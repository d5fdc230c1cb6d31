// How fast one account may ask, whatever the address: a sign-in or a visit that is used by a program, or by many at once, is
// slowed and nobody else is. Kept by this process alone; who is slowed loses nothing by a restart.

export interface Pace {
  /** Seconds to wait before this is done; 0: it may be done now. */
  take(account: string): number
}

/** Far more than a person's page asks at its busiest. */
export const MOST_A_MINUTE = 300
const PER_MS = MOST_A_MINUTE / 60_000
/** So many accounts are remembered; those that have been quiet are forgotten first. */
const MOST_ACCOUNTS = 20_000

/** `elapsed`: milliseconds of a clock that nobody sets. */
export function openPace(elapsed: () => number): Pace {
  const buckets = new Map<string, { left: number; at: number }>()
  const forgetQuiet = (now: number) => {
    for (const [account, { left, at }] of buckets)
      if (left + (now - at) * PER_MS >= MOST_A_MINUTE) buckets.delete(account)
  }
  return {
    take(account) {
      const now = elapsed()
      const bucket = buckets.get(account) ?? { left: MOST_A_MINUTE, at: now }
      const left = Math.min(MOST_A_MINUTE, bucket.left + (now - bucket.at) * PER_MS)
      const may = left >= 1
      buckets.set(account, { left: may ? left - 1 : left, at: now })
      if (buckets.size > MOST_ACCOUNTS) forgetQuiet(now)
      return may ? 0 : Math.ceil((1 - left) / PER_MS / 1000)
    },
  }
}
