// How fast one account may ask, whatever the address: a sign-in or a visit that is used by a program, or by many at once, is
// slowed and nobody else is. Kept by this process alone; who is slowed loses nothing by a restart.

export interface Pace {
  /** Seconds to wait before this is done; 0: it may be done now. */
  take(account: string): number
}

/** Far more than a person's page asks at its busiest. */
export const MOST_A_MINUTE = 300
/** So many accounts are remembered; those that have been quiet the longest are forgotten first. */
const MOST_ACCOUNTS = 20_000

/** `elapsed`: milliseconds of a clock that nobody sets; `most`: at once, and a minute. */
export function openPace(elapsed: () => number, most = MOST_A_MINUTE): Pace {
  const perMs = most / 60_000
  const buckets = new Map<string, { left: number; at: number }>()
  /** In the order in which they asked last; a tenth at once, so that it is seldom. */
  const forgetOldest = () => {
    const [...accounts] = buckets.keys()
    for (const account of accounts.slice(0, MOST_ACCOUNTS / 10)) buckets.delete(account)
  }
  return {
    take(account) {
      const now = elapsed()
      const bucket = buckets.get(account) ?? { left: most, at: now }
      const left = Math.min(most, bucket.left + (now - bucket.at) * perMs)
      const may = left >= 1
      buckets.delete(account)
      buckets.set(account, { left: may ? left - 1 : left, at: now })
      if (buckets.size > MOST_ACCOUNTS) forgetOldest()
      return may ? 0 : Math.ceil((1 - left) / perMs / 1000)
    },
  }
}
