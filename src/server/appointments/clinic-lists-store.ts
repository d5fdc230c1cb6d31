// The SQL of clinic lists.
import { and, count, desc, eq, gte, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { people } from '../platform/schema.ts'
import { appointmentLinks, appointments, clinicLists } from '../platform/schema-appointments.ts'
import { notifications } from '../platform/schema-notifications.ts'

/** Lists of one waiting area are added one after the other: two people may hold the same one. */
export async function lockLists(tx: Tx, areaId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('clinic-lists ' || ${areaId}, 0))`)
}

/** Patients (fingerprints) and times of the area that stand already; what was cancelled does not. */
export async function standing(db: DbOrTx, areaId: string, keys: readonly string[]) {
  if (keys.length === 0) return []
  return db
    .select({ patientKey: appointments.patientKey, startsAt: appointments.startsAt })
    .from(appointments)
    .where(
      and(
        eq(appointments.areaId, areaId),
        inArray(appointments.patientKey, [...keys]),
        ne(appointments.status, 'cancelled'),
      ),
    )
}

export async function insertList(tx: Tx, row: typeof clinicLists.$inferInsert): Promise<void> {
  await tx.insert(clinicLists).values(row)
}

export async function listsSince(db: DbOrTx, areaId: string, since: Date) {
  const booked = db
    .select({ clinicListId: appointments.clinicListId, booked: count().as('booked') })
    .from(appointments)
    .where(and(eq(appointments.areaId, areaId), eq(appointments.status, 'booked')))
    .groupBy(appointments.clinicListId)
    .as('still')
  return db
    .select({
      id: clinicLists.id,
      addedAt: clinicLists.addedAt,
      undoneAt: clinicLists.undoneAt,
      addedBy: people.name,
      booked: sql<number>`coalesce(${booked.booked}, 0)::int`,
    })
    .from(clinicLists)
    .innerJoin(people, eq(people.id, clinicLists.addedById))
    .leftJoin(booked, eq(booked.clinicListId, clinicLists.id))
    .where(and(eq(clinicLists.areaId, areaId), gte(clinicLists.addedAt, since)))
    .orderBy(desc(clinicLists.addedAt), desc(clinicLists.id))
}

/** Marks it as undone; false where it was before, or is not of this area. */
export async function setUndone(tx: Tx, areaId: string, id: string, undoneAt: Date): Promise<boolean> {
  const rows = await tx
    .update(clinicLists)
    .set({ undoneAt })
    .where(and(eq(clinicLists.id, id), eq(clinicLists.areaId, areaId), isNull(clinicLists.undoneAt)))
    .returning({ id: clinicLists.id })
  return rows.length > 0
}

/** Its appointments, locked until the transaction ends. */
export async function lockAppointments(tx: Tx, clinicListId: string) {
  return tx
    .select({ id: appointments.id, status: appointments.status, movedFrom: appointments.movedFrom })
    .from(appointments)
    .where(eq(appointments.clinicListId, clinicListId))
    .orderBy(appointments.id)
    .for('update')
}

/** Whether its patient was written to, or opened the link that somebody gave them. */
export async function wasTold(tx: Tx, appointmentId: string): Promise<boolean> {
  const [written, opened] = await Promise.all([
    tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(
        and(eq(notifications.appointmentId, appointmentId), notInArray(notifications.state, ['queued', 'cancelled'])),
      )
      .limit(1),
    tx
      .select({ id: appointmentLinks.id })
      .from(appointmentLinks)
      .where(and(eq(appointmentLinks.appointmentId, appointmentId), sql`${appointmentLinks.openedAt} is not null`))
      .limit(1),
  ])
  return written.length > 0 || opened.length > 0
}
