// The SQL of logos.
import { and, eq, lt, notInArray } from 'drizzle-orm'
import type { Db, Tx } from '../platform/db.ts'
import { logos } from '../platform/schema-settings.ts'

export async function logoById(db: Db, id: string) {
  const [row] = await db.select().from(logos).where(eq(logos.id, id))
  return row ?? null
}

export async function insertLogo(tx: Tx, row: typeof logos.$inferInsert): Promise<void> {
  await tx.insert(logos).values(row)
}

/** Forgets an organisation's pictures from before `cutoff` that are not among those that are shown. */
export async function deleteUnused(tx: Tx, organisationId: string, shown: readonly string[], cutoff: Date) {
  await tx
    .delete(logos)
    .where(and(eq(logos.organisationId, organisationId), lt(logos.createdAt, cutoff), notInArray(logos.id, [...shown])))
}
