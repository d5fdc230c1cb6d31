// The SQL of what a practitioner keeps beside the picture.
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../platform/db.ts'
import { checklistTicks, visitDetails } from '../platform/schema.ts'

export type DetailsRow = typeof visitDetails.$inferSelect

/** Ticks an item. One that is ticked already keeps the time of its first tick, and so its place among the others. */
export async function putTick(tx: Tx, row: typeof checklistTicks.$inferInsert): Promise<void> {
  await tx
    .insert(checklistTicks)
    .values(row)
    .onConflictDoUpdate({ target: [checklistTicks.consultationId, checklistTicks.item], set: { value: row.value } })
}

export async function deleteTick(tx: Tx, consultationId: string, item: string): Promise<void> {
  await tx
    .delete(checklistTicks)
    .where(and(eq(checklistTicks.consultationId, consultationId), eq(checklistTicks.item, item)))
}

export async function detailsOf(tx: Tx, visitId: string): Promise<DetailsRow | null> {
  const [row] = await tx.select().from(visitDetails).where(eq(visitDetails.visitId, visitId))
  return row ?? null
}

export async function updateDetails(tx: Tx, visitId: string, change: Partial<DetailsRow>): Promise<void> {
  await tx.update(visitDetails).set(change).where(eq(visitDetails.visitId, visitId))
}
