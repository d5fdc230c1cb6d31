// The SQL of messages.
import { and, asc, eq } from 'drizzle-orm'
import type { DbOrTx } from '../platform/db.ts'
import { messages, visitDetails, visits } from '../platform/schema.ts'

export type MessageRow = typeof messages.$inferSelect

/** Stores each message once: one whose id is there already is left as it is. Says how many are new. */
export async function insertMessages(db: DbOrTx, rows: readonly MessageRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const stored = await db
    .insert(messages)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: messages.id })
  return stored.length
}

export async function messageById(db: DbOrTx, id: string): Promise<MessageRow | null> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row ?? null
}

/** Where a message to or from this visit goes; null when there is no such visit. */
export async function visitForMessage(db: DbOrTx, visitId: string) {
  const [row] = await db
    .select({ areaId: visits.areaId, status: visits.status, firstName: visitDetails.firstName })
    .from(visits)
    .leftJoin(visitDetails, eq(visitDetails.visitId, visits.id))
    .where(eq(visits.id, visitId))
  return row ?? null
}

/** Everyone who waits in an area, in order of arrival. */
export async function waitingVisits(db: DbOrTx, areaId: string): Promise<string[]> {
  const rows = await db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.areaId, areaId), eq(visits.status, 'waiting')))
    .orderBy(asc(visits.arrivedAt), asc(visits.id))
  return rows.map((row) => row.id)
}
