// The SQL of forgetting. Visits and consultations stay as plain statistics; what says who it was goes.
import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { detailsCutoff, type Retention, signedNoteCutoff } from '#domain/retention'
import { storeOwn } from '../platform/audit/context.ts'
import type { Db } from '../platform/db.ts'
import {
  areas,
  checklistTicks,
  consultations,
  messages,
  notes,
  organisations,
  services,
  visitDetails,
  visits,
} from '../platform/schema.ts'
import { breakGlass } from '../platform/schema-break-glass.ts'

export async function retentions(db: Db): Promise<(Retention & { organisationId: string })[]> {
  return db
    .select({
      organisationId: organisations.id,
      detailsMinutes: organisations.detailsMinutes,
      signedNoteDays: organisations.signedNoteDays,
    })
    .from(organisations)
}

/** Deletes details, messages and ticks of visits that ended long enough ago, and notes in which nothing was ever written. */
export async function deleteDetails(db: Db, organisationId: string, retention: Retention, now: Date): Promise<number> {
  const due = db
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(
      and(
        eq(services.organisationId, organisationId),
        isNotNull(visits.endedAt),
        lt(visits.endedAt, detailsCutoff(retention, now)),
      ),
    )
  return db.transaction(async (tx) => {
    const consultationsDue = sql`(select ${consultations.id} from ${consultations} where ${consultations.visitId} in ${due})`
    await tx.delete(messages).where(sql`${messages.visitId} in ${due}`)
    await tx.delete(checklistTicks).where(sql`${checklistTicks.consultationId} in ${consultationsDue}`)
    await tx
      .delete(notes)
      .where(and(eq(notes.status, 'draft'), eq(notes.text, ''), sql`${notes.id} in ${consultationsDue}`))
    const gone = await tx
      .delete(visitDetails)
      .where(sql`${visitDetails.visitId} in ${due}`)
      .returning({ id: visitDetails.visitId })
    await storeOwn(tx, now, 'details.forget', 'visit', gone)
    return gone.length
  })
}

/** Forgets why a service was opened by break-glass; that it was stays. */
export async function forgetGlassReasons(db: Db, before: Date, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .update(breakGlass)
      .set({ reason: null })
      .where(and(isNotNull(breakGlass.reason), isNotNull(breakGlass.closedAt), lt(breakGlass.openedAt, before)))
      .returning({ id: breakGlass.serviceId })
    await storeOwn(tx, now, 'glass-reason.forget', 'service', gone)
    return gone.length
  })
}

/** Deletes signed notes whose own retention has ended. Drafts stay until they are signed. */
export async function deleteSignedNotes(
  db: Db,
  organisationId: string,
  retention: Retention,
  now: Date,
): Promise<number> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(notes)
      .where(
        and(
          eq(notes.status, 'signed'),
          lt(notes.signedAt, signedNoteCutoff(retention, now)),
          sql`${notes.id} in (
          select ${consultations.id} from ${consultations}
          inner join ${visits} on ${visits.id} = ${consultations.visitId}
          inner join ${areas} on ${areas.id} = ${visits.areaId}
          inner join ${services} on ${services.id} = ${areas.serviceId}
          where ${services.organisationId} = ${organisationId})`,
        ),
      )
      .returning({ id: notes.id })
    await storeOwn(tx, now, 'note.forget', 'note', gone)
    return gone.length
  })
}
