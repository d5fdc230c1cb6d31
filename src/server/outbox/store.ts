// The SQL of letters: taking those that are due, and what became of each.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db, DbOrTx } from '../platform/db.ts'
import { organisations } from '../platform/schema.ts'
import { letters } from '../platform/schema-people.ts'

export type LetterRow = typeof letters.$inferSelect

const onItsWay = and(isNull(letters.sentAt), isNull(letters.givenUpAt))
/** It has no link, or one that still opens something. */
const worthSending = (now: Date) =>
  or(isNull(letters.aboutId), and(isNotNull(letters.link), gt(letters.linkEndsAt, now)))

/** Takes at most `most` letters that are due, for nobody else until `until`: a process that dies loses none of them. */
export async function takeDue(db: Db, now: Date, until: Date, most: number): Promise<LetterRow[]> {
  const due = db
    .select({ id: letters.id })
    .from(letters)
    .innerJoin(organisations, eq(organisations.id, letters.organisationId))
    .where(and(onItsWay, lte(letters.nextTryAt, now), worthSending(now), eq(organisations.sample, false)))
    .orderBy(asc(letters.nextTryAt))
    .limit(most)
    .for('update', { of: letters, skipLocked: true })
  return db.update(letters).set({ nextTryAt: until }).where(inArray(letters.id, due)).returning()
}

export async function setSent(db: Db, id: string, at: Date): Promise<void> {
  await db.update(letters).set({ sentAt: at, link: null, fault: null }).where(eq(letters.id, id))
}

/** `next` null: given up. */
export async function setFailed(db: Db, id: string, fault: string, next: Date | null, now: Date): Promise<void> {
  await db
    .update(letters)
    .set({
      fault,
      failures: sql`${letters.failures} + 1`,
      ...(next ? { nextTryAt: next } : { givenUpAt: now }),
    })
    .where(eq(letters.id, id))
}

/** Puts a letter that was given up on its way again; null when there is none such. */
export async function setOnItsWay(db: DbOrTx, organisationId: string, id: string, now: Date) {
  const [row] = await db
    .update(letters)
    .set({ givenUpAt: null, failures: 0, nextTryAt: now })
    .where(and(eq(letters.id, id), eq(letters.organisationId, organisationId), isNotNull(letters.givenUpAt)))
    .returning({ personId: letters.personId })
  return row ?? null
}

export async function newestLetters(db: Db, organisationId: string, most: number): Promise<LetterRow[]> {
  return db
    .select()
    .from(letters)
    .where(eq(letters.organisationId, organisationId))
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(most)
}

export async function isSample(db: Db, organisationId: string): Promise<boolean> {
  const [row] = await db
    .select({ sample: organisations.sample })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.sample ?? false
}
