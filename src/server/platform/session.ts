// Begins a session once somebody has proved who they are, and renews its secret. A browser that is signed in already keeps
// its session and gets a new secret, so that what is open in it goes on.
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

/** Requests with the previous secret still count for so long: some are on their way when it is renewed. */
const FORMER_MS = 10_000

/**
 * Stores a new session, or continues this browser's, and returns the secret for its cookie. `vouched`: an identity provider
 * answers for how strong the sign-in was and how long ago, so no second factor is asked for.
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
      // The other tabs are told that they go on before their browser has the new secret.
      const former = { formerHash: sessions.tokenHash, formerUntil: new Date(now.getTime() + FORMER_MS) }
      await tx
        .update(sessions)
        // A session that could do everything stays one that can.
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

/** Changes some properties of a session. */
interface Renewed {
  readonly lockedAt?: null
  readonly lastActiveAt?: Date
  readonly address?: string
  readonly provenAt?: Date
}

/**
 * Renews a session's secret; the previous one counts for a moment more. `whenDue`: only the first of several requests that
 * find it due renews it. Null when there is nothing to renew.
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

/** The session whose present secret, or for a moment previous secret, has this fingerprint. */
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
