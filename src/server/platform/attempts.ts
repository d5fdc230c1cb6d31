// Slowing down who guesses: attempts are counted for each thing that is guessed at, a password or a code, before they are
// checked and one after the other, so that ten guesses at once are ten. Success begins the count anew. A browser that the
// person signed in with before has a count of its own, so that strangers lock out strangers alone (docs/decisions/0015).
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { Problem } from '#domain/problem'
import { outsideAudit } from './audit/context.ts'
import type { Db, DbOrTx } from './db.ts'
import { trustedDevice } from './device.ts'
import { signInFailures } from './schema.ts'
import { fingerprint } from './secrets.ts'

/** Ten failures in a quarter of an hour refuse more for what is left of it (OWASP: slow guessing, no lasting lock-out). */
export const MOST_ATTEMPTS = 10
export const ATTEMPTS_WINDOW_MS = 15 * 60 * 1000

/** What birth dates at a personal link are counted by, whether there is such a link or not. */
export const guessesAtInvitation = (secret: string) => fingerprint(`birth date at ${secret}`)

type Guessed = 'password' | 'second step'

/** What strangers' guesses at somebody are counted by, known or not. */
export const strangersGuesses = (what: Guessed, email: string) => fingerprint(`${what} of ${email}`)

/** What guesses from the browser that asks are counted by: its own where they signed in with it before. */
export async function guessesHere(db: DbOrTx, what: Guessed, email: string): Promise<string> {
  const deviceId = await trustedDevice(db, email)
  return deviceId ? fingerprint(`${what} at ${deviceId}`) : strangersGuesses(what, email)
}

/** Guesses of whoever sits at a sign-in that is open, as at a locked page: strangers have none. */
export const guessesAtSession = (sessionId: string) => fingerprint(`password at sign-in ${sessionId}`)

/** Counts one at what `hash` is the fingerprint of; says how many there are by now. Throws `request/too-many`. */
export const countAttempt = (db: Db, hash: string, now: () => Date, most = MOST_ATTEMPTS): Promise<number> =>
  outsideAudit(() =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`)
      const since = new Date(now().getTime() - ATTEMPTS_WINDOW_MS)
      const rows = await tx
        .select({ at: signInFailures.at })
        .from(signInFailures)
        .where(and(eq(signInFailures.emailHash, hash), gt(signInFailures.at, since)))
        .orderBy(asc(signInFailures.at))
      const first = rows.at(-most)
      if (first) {
        const retryAfterSeconds = Math.ceil((first.at.getTime() + ATTEMPTS_WINDOW_MS - now().getTime()) / 1000)
        throw new Problem('request/too-many', { retryAfterSeconds })
      }
      await tx.insert(signInFailures).values({ emailHash: hash, at: now() })
      return rows.length + 1
    }),
  )

export async function clearAttempts(db: DbOrTx, hash: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.emailHash, hash))
}
