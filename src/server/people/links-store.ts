// The SQL of one-time links and of what asks for them.
import { and, asc, count, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { LinkKind } from '#domain/person'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { organisations, people } from '../platform/schema.ts'
import { personLinks, resetRequests } from '../platform/schema-people.ts'

const linkWithPerson = (db: DbOrTx) =>
  db
    .select({ link: personLinks, person: people, organisation: organisations })
    .from(personLinks)
    .innerJoin(people, eq(people.id, personLinks.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))

export async function linkByToken(db: DbOrTx, tokenHash: string) {
  const [row] = await linkWithPerson(db).where(eq(personLinks.tokenHash, tokenHash))
  return row ?? null
}

/** Takes the link away: true for one caller only, however many use it at the same time. */
export async function takeLink(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.delete(personLinks).where(eq(personLinks.id, id)).returning({ id: personLinks.id })
  return rows.length > 0
}

/** Takes a person's links away; says which there were. */
export async function takeLinksOf(tx: Tx, personId: string, kind?: LinkKind): Promise<string[]> {
  const rows = await tx
    .delete(personLinks)
    .where(and(eq(personLinks.personId, personId), kind ? eq(personLinks.kind, kind) : undefined))
    .returning({ id: personLinks.id })
  return rows.map(({ id }) => id)
}

export async function insertLink(tx: Tx, row: typeof personLinks.$inferInsert): Promise<void> {
  await tx.insert(personLinks).values(row)
}

export type ResetRequest = typeof resetRequests.$inferSelect

export async function insertRequest(db: Db, row: typeof resetRequests.$inferInsert): Promise<void> {
  await db.insert(resetRequests).values(row)
}

/** The oldest request that waits, locked for this transaction; null when there is none. */
export async function takeRequest(tx: Tx) {
  const [row] = await tx
    .select()
    .from(resetRequests)
    .where(isNull(resetRequests.handledAt))
    .orderBy(asc(resetRequests.at))
    .limit(1)
    .for('update', { skipLocked: true })
  return row ?? null
}

export async function setHandled(tx: Tx, id: string, at: Date, written: boolean): Promise<void> {
  await tx.update(resetRequests).set({ handledAt: at, written }).where(eq(resetRequests.id, id))
}

/** One request for an address at a time, so that the letters of those before are counted. */
export async function lockRequestsOf(tx: Tx, emailHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${emailHash}, 1))`)
}

/** How many letters were written for this address to askers of this kind, or to one of them, between the two. */
export async function writtenBetween(
  tx: Tx,
  { emailHash, trusted, asker }: { emailHash: string; trusted: boolean; asker?: string },
  after: Date,
  until: Date,
): Promise<number> {
  const [row] = await tx
    .select({ written: count() })
    .from(resetRequests)
    .where(
      and(
        eq(resetRequests.emailHash, emailHash),
        eq(resetRequests.trusted, trusted),
        asker ? eq(resetRequests.asker, asker) : undefined,
        eq(resetRequests.written, true),
        gt(resetRequests.at, after),
        lte(resetRequests.at, until),
      ),
    )
  return row?.written ?? 0
}

/** The active person whose e-mail address has this fingerprint. */
export async function activeByHash(tx: Tx, emailHash: string) {
  const [row] = await tx
    .select({ person: people, organisation: organisations })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(sql`encode(sha256(convert_to(${people.email}, 'UTF8')), 'hex') = ${emailHash}`, eq(people.status, 'active')),
    )
  return row ?? null
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash, status: 'active' }).where(eq(people.id, personId))
}
