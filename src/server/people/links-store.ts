// The SQL of one-time links and of what asks for them.
import { and, asc, count, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm'
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

export async function insertRequest(db: Db, id: string, emailHash: string, at: Date): Promise<void> {
  await db.insert(resetRequests).values({ id, emailHash, at })
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

export async function setHandled(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(resetRequests).set({ handledAt: at }).where(eq(resetRequests.id, id))
}

/** How often a new password was asked for at this address between the two, this time included. */
export async function requestsBetween(tx: Tx, emailHash: string, after: Date, until: Date): Promise<number> {
  const [row] = await tx
    .select({ asked: count() })
    .from(resetRequests)
    .where(and(eq(resetRequests.emailHash, emailHash), gt(resetRequests.at, after), lte(resetRequests.at, until)))
  return row?.asked ?? 0
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

/** Deletes links that ran out long ago (an administrator still sees when) and requests that count no more. */
export async function tidyLinks(db: Db, requestsBefore: Date): Promise<void> {
  await db.delete(resetRequests).where(lt(resetRequests.at, requestsBefore))
}
