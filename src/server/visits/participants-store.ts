// The SQL of who is in a consultation. It is written in the transaction that changes the visit.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { participantState } from '#domain/participant'
import type { VisitStatus } from '#domain/visit'
import type { Tx } from '../platform/db.ts'
import { consultations } from '../platform/schema.ts'
import { participants } from '../platform/schema-participants.ts'

/** Everybody who is in the consultation under way goes with the visit: on hold, back again, or out. */
export async function moveParticipants(tx: Tx, visitId: string, to: VisitStatus, now: Date): Promise<void> {
  const underWay = tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.visitId, visitId), isNull(consultations.endedAt)))
  const state = participantState(to)
  await tx
    .update(participants)
    .set({ state, leftAt: state === 'left' ? now : null })
    .where(and(inArray(participants.consultationId, underWay), isNull(participants.leftAt)))
}

/** The patient and the practitioner of a consultation that goes on after its end. */
export async function returnParticipants(tx: Tx, consultationId: string): Promise<void> {
  await tx
    .update(participants)
    .set({ state: 'admitted', leftAt: null })
    .where(
      and(eq(participants.consultationId, consultationId), inArray(participants.kind, ['patient', 'practitioner'])),
    )
}
