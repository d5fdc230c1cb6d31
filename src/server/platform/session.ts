// Beginning a sign-in, wherever somebody has just proved who they are, and changing its secret. A browser that is signed in
// already goes on with the same sign-in under another secret, so that what is open in it goes on, too.
import { and, eq, gt, ne, or, type Placeholder, sql } from 'drizzle-orm'
import { askingBrowser } from './browser.ts'
import { type DbOrTx, type Tx, withinTransaction } from './db.ts'
import { meetDevice } from './device.ts'
import { publish } from './events.ts'
import { mustEnrol } from './factor.ts'
import { people, sessions } from './schema.ts'
import { fingerprint, newSecret } from './secrets.ts'

/** A working day with its overtime. */
export const SESSION_SECONDS = 14 * 60 * 60

/** So long what is on its way with the secret of before still counts. */
const FORMER_MS = 10_000

/**
 * Stores a new sign-in, or that this browser's goes on, and returns the secret for its cookie. `vouched`: somebody else is
 * responsible for how strong it was and for how long ago, and no second factor is asked for.
 */
export async function startSession(
  db: DbOrTx,
  id: string,
  personId: string,
  now: Date,
  { vouched = false }: { readonly vouched?: boolean } = {},
): Promise<string> {
  const browser = askingBrowser()
  const secret = newSecret()
  const facts = {
    tokenHash: fingerprint(secret),
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    lastActiveAt: now,
    lockedAt: null,
    renew: false,
    deviceId: browser ? await meetDevice(db, personId, browser, now) : null,
    address: browser?.address ?? 'unknown',
    // Somebody may have been signed in at the provider for hours.
    ...(vouched ? {} : { provenAt: now }),
  }
  const enrol = !vouched && (await mustEnrol(db, personId))
  await withinTransaction(db, async (tx) => {
    const before = browser?.session ? await endOthersHere(tx, personId, fingerprint(browser.session), now) : null
    if (before) {
      // Its other tabs hear that they go on before their browser has the new secret.
      const former = { formerHash: sessions.tokenHash, formerUntil: new Date(now.getTime() + FORMER_MS) }
      await tx
        .update(sessions)
        // One that could do everything goes on so.
        .set({ ...facts, ...former, mustEnrol: sql`${sessions.mustEnrol} and ${enrol}` })
        .where(eq(sessions.id, before))
      await publish(tx, { kind: 'session-unlocked', sessionIds: [before] })
    } else await tx.insert(sessions).values({ id, personId, createdAt: now, ...facts, mustEnrol: enrol })
  })
  return secret
}

/** This browser's sign-in of this person. Somebody else's ends: the browser is not theirs any more. */
async function endOthersHere(tx: Tx, personId: string, tokenHash: string, now: Date): Promise<string | null> {
  const here = eq(sessions.tokenHash, tokenHash)
  const ended = await tx
    .delete(sessions)
    .where(and(here, ne(sessions.personId, personId)))
    .returning({ id: sessions.id })
  if (ended.length > 0) await publish(tx, { kind: 'session-ended', sessionIds: ended.map(({ id }) => id) })
  const [mine] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(here, gt(sessions.expiresAt, now), eq(people.status, 'active')))
  return mine?.id ?? null
}

/** What else is true of a sign-in from now on. */
interface Renewed {
  readonly lockedAt?: null
  readonly lastActiveAt?: Date
  readonly address?: string
  readonly provenAt?: Date
}

/**
 * Another secret for a sign-in; the one of before counts for a moment more. `whenDue`: only for the first of several
 * requests that find it due. Null when there is nothing to renew.
 */
export async function renewSession(
  db: DbOrTx,
  sessionId: string,
  now: Date,
  { whenDue, ...change }: Renewed & { readonly whenDue?: true } = {},
): Promise<string | null> {
  const secret = newSecret()
  const rows = await db
    .update(sessions)
    .set({
      ...change,
      formerHash: sessions.tokenHash,
      formerUntil: new Date(now.getTime() + FORMER_MS),
      tokenHash: fingerprint(secret),
      renew: false,
    })
    .where(and(eq(sessions.id, sessionId), whenDue ? eq(sessions.renew, true) : undefined))
    .returning({ id: sessions.id })
  return rows.length > 0 ? secret : null
}

/** The sign-in that the secret behind a fingerprint opens: the present one's, or for a moment the one's before. */
export const openedBy = (hash: Placeholder, now: Placeholder) =>
  and(
    or(eq(sessions.tokenHash, hash), and(eq(sessions.formerHash, hash), gt(sessions.formerUntil, now))),
    gt(sessions.expiresAt, now),
  )

/** The sign-in that `cookie` opens, and whose it is. */
export async function sessionOf(db: DbOrTx, cookie: string) {
  const [row] = await db
    .select({ id: sessions.id, personId: sessions.personId })
    .from(sessions)
    .where(eq(sessions.tokenHash, fingerprint(cookie)))
  return row ?? null
}

export async function sessionIdsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId))
  return rows.map(({ id }) => id)
}

/** Ends one sign-in, or all of a person's when `sessionId` is null; says which ended. */
export async function deleteSessions(db: DbOrTx, personId: string, sessionId: string | null): Promise<string[]> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), sessionId ? eq(sessions.id, sessionId) : undefined))
    .returning({ id: sessions.id })
  return rows.map((row) => row.id)
}
