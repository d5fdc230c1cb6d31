// Guesses at a password, counted for each account: at the sign-in and at a locked page alike.
import { Problem } from '#domain/problem'
import { aside } from '../platform/audit/doing.ts'
import type { Db } from '../platform/db.ts'
import * as store from './store.ts'

/** Ten failures in a quarter of an hour lock an address for what is left of it (OWASP: slow guessing, no lasting lock-out). */
const MOST_FAILURES = 10
export const FAILURE_WINDOW_MS = 15 * 60 * 1000

/** Counted before it is checked, and one after the other: ten guesses at once are ten. Throws `request/too-many`. */
export const countAttempt = (db: Db, emailHash: string, now: () => Date): Promise<void> =>
  aside(() =>
    db.transaction(async (tx) => {
      await store.lockFailures(tx, emailHash)
      const failures = await store.failuresSince(tx, emailHash, new Date(now().getTime() - FAILURE_WINDOW_MS))
      const first = failures.at(-MOST_FAILURES)
      if (first) {
        const retryAfterSeconds = Math.ceil((first.getTime() + FAILURE_WINDOW_MS - now().getTime()) / 1000)
        throw new Problem('request/too-many', { retryAfterSeconds })
      }
      await store.insertFailure(tx, emailHash, now())
    }),
  )
