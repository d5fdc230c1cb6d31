// The SQL of calling a patient back after the end.
import { and, eq, isNull } from 'drizzle-orm'
import { type DbOrTx, pipelined, type Tx } from '../platform/db.ts'
import { consultations, notes, visitDetails, visits } from '../platform/schema.ts'
import { returnParticipants } from './participants-store.ts'

export async function hasDetails(tx: Tx, visitId: string): Promise<boolean> {
  const rows = await tx
    .select({ visitId: visitDetails.visitId })
    .from(visitDetails)
    .where(eq(visitDetails.visitId, visitId))
  return rows.length > 0
}

/** Whether the consultation's note is still written. Locked, so that nobody signs it meanwhile. */
export async function isNoteOpen(tx: Tx, consultationId: string): Promise<boolean> {
  const [note] = await tx.select({ status: notes.status }).from(notes).where(eq(notes.id, consultationId)).for('update')
  return note?.status === 'draft'
}

/** The consultation goes on, in a call of its own; null where it is by phone. */
export async function reopenConsultation(tx: Tx, consultationId: string, callId: string | null): Promise<void> {
  await pipelined([
    tx.update(consultations).set({ endedAt: null, callId }).where(eq(consultations.id, consultationId)),
    returnParticipants(tx, consultationId),
  ])
}

export async function setCalledBack(tx: Tx, visitId: string, calledBackAt: Date | null, awaySince?: Date | null) {
  await tx
    .update(visits)
    .set({ calledBackAt, ...(awaySince === undefined ? {} : { awaySince }) })
    .where(eq(visits.id, visitId))
}

/** Nobody finds back to the visit from the browser where it began. */
export async function setForgotten(db: DbOrTx, visitId: string, forgottenAt: Date): Promise<void> {
  await db
    .update(visits)
    .set({ forgottenAt })
    .where(and(eq(visits.id, visitId), isNull(visits.forgottenAt)))
}
