// Starting a sign-in: used wherever somebody has just proved who they are.
import type { DbOrTx } from './db.ts'
import { sessions } from './schema.ts'
import { fingerprint, newSecret } from './secrets.ts'

/** A working day with its overtime. */
export const SESSION_SECONDS = 14 * 60 * 60

/** Stores a new sign-in and returns the secret for its cookie. */
export async function startSession(db: DbOrTx, id: string, personId: string, now: Date): Promise<string> {
  const secret = newSecret()
  await db.insert(sessions).values({
    id,
    tokenHash: fingerprint(secret),
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  })
  return secret
}
