// The SQL of messages.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { MESSAGES_SENT } from '#domain/thread'
import type { DbOrTx } from '../platform/db.ts'
import { messages, visitDetails, visits } from '../platform/schema.ts'

export type MessageRow = typeof messages.$inferSelect

/**
 * Stores each message once: one whose id is there already is left as it is. Says how many are new. None is dated before
 * what stands in its thread already, whatever the clock says.
 */
export async function insertMessages(db: DbOrTx, rows: readonly MessageRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const stored = await db
    .insert(messages)
    .values(rows.map((row) => ({ ...row, at: notBefore(row) })))
    .onConflictDoNothing()
    .returning({ id: messages.id })
  return stored.length
}

const notBefore = ({ visitId, at }: MessageRow) => sql`greatest(
  ${at.toISOString()}::timestamptz,
  (select max(before.at) + interval '1 millisecond' from messages before where before.visit_id = ${visitId})
)`

export async function messageById(db: DbOrTx, id: string): Promise<MessageRow | null> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row ?? null
}

export const messagesByIds = (db: DbOrTx, ids: readonly string[]): Promise<MessageRow[]> =>
  db
    .select()
    .from(messages)
    .where(inArray(messages.id, [...ids]))
    .orderBy(asc(messages.at), asc(messages.id))

/** What stands right before a message of the visit, oldest first: one more than are sent, where there are so many. */
export async function messagesBefore(db: DbOrTx, visitId: string, messageId: string): Promise<MessageRow[]> {
  const place = sql`(select shown.at, shown.id from messages shown where shown.id = ${messageId} and shown.visit_id = ${visitId})`
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.visitId, visitId), sql`(${messages.at}, ${messages.id}) < ${place}`))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(MESSAGES_SENT + 1)
  return rows.reverse()
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
    .orderBy(asc(visits.arrivalNumber))
  return rows.map((row) => row.id)
}
