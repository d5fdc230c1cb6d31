// The SQL of changing one's own name, address and password.
import { and, count, eq, gt, ne } from 'drizzle-orm'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { organisations, people, sessions } from '../platform/schema.ts'
import { notifications } from '../platform/schema-notifications.ts'
import { personLinks } from '../platform/schema-people.ts'

export async function accountOf(db: DbOrTx, personId: string) {
  const [row] = await db
    .select({
      person: people,
      organisation: organisations,
      nextEmail: personLinks.email,
      linkEndsAt: personLinks.endsAt,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(personLinks, and(eq(personLinks.personId, people.id), eq(personLinks.kind, 'email')))
    .where(eq(people.id, personId))
  return row ?? null
}

export type AccountRow = NonNullable<Awaited<ReturnType<typeof accountOf>>>

export async function updateOwn(
  db: DbOrTx,
  personId: string,
  change: { name?: string; email?: string },
): Promise<void> {
  await db.update(people).set(change).where(eq(people.id, personId))
}

export async function personByEmail(tx: Tx, email: string) {
  const [row] = await tx
    .select({ person: people, organisation: organisations })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.email, email))
  return row ?? null
}

export async function lettersTo(db: DbOrTx, email: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ sent: count() })
    .from(notifications)
    .where(and(eq(notifications.recipient, email), gt(notifications.createdAt, since)))
  return row?.sent ?? 0
}

/** Ends every sign-in of a person but this one; says which. */
export async function deleteOtherSessions(tx: Tx, personId: string, sessionId: string): Promise<string[]> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId)))
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}

/** Gives a sign-in another secret; says until when it lasts. */
export async function renewSession(tx: Tx, sessionId: string, tokenHash: string): Promise<Date | null> {
  const [row] = await tx
    .update(sessions)
    .set({ tokenHash })
    .where(eq(sessions.id, sessionId))
    .returning({ expiresAt: sessions.expiresAt })
  return row?.expiresAt ?? null
}

/** The link of a new address that was asked for by this person. */
export async function emailLink(db: Db, tokenHash: string, personId: string) {
  const [row] = await db
    .select()
    .from(personLinks)
    .where(and(eq(personLinks.tokenHash, tokenHash), eq(personLinks.personId, personId), eq(personLinks.kind, 'email')))
  return row ?? null
}
