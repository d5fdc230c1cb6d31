// The SQL of getting ready for an appointment.
import { eq, sql } from 'drizzle-orm'
import { Problem } from '#domain/problem'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { preparationOf } from '../platform/preparations.ts'
import { areas, organisations, services } from '../platform/schema.ts'
import { appointments, preparations } from '../platform/schema-appointments.ts'

export type PreparationRow = typeof preparations.$inferSelect

/** Nobody else changes the appointment until the transaction ends. */
export async function lockPreparation(tx: Tx, appointmentId: string) {
  const [appointment] = await tx.select().from(appointments).where(eq(appointments.id, appointmentId)).for('update')
  if (!appointment) throw new Problem('appointment/not-found')
  const [kept] = await tx.select().from(preparations).where(eq(preparations.appointmentId, appointmentId))
  return { appointment, kept: kept ?? null }
}

export async function savePreparation(
  tx: Tx,
  appointmentId: string,
  change: Partial<Omit<PreparationRow, 'appointmentId'>>,
): Promise<void> {
  const row = tx.insert(preparations).values({ appointmentId, ...change })
  const nothing = Object.keys(change).length === 0
  await (nothing
    ? row.onConflictDoNothing()
    : row.onConflictDoUpdate({ target: preparations.appointmentId, set: change }))
}

export async function preparationBy(tx: Tx, appointmentId: string) {
  const [found] = await tx
    .select({
      row: preparations,
      steps: preparationOf(sql`${appointments.id}`, sql`''`),
    })
    .from(appointments)
    .leftJoin(preparations, eq(preparations.appointmentId, appointments.id))
    .where(eq(appointments.id, appointmentId))
  if (!found) throw new Problem('appointment/not-found')
  return found
}

export async function calendarFacts(db: DbOrTx, appointmentId: string) {
  const [found] = await db
    .select({ appointment: appointments, organisationName: organisations.name })
    .from(appointments)
    .innerJoin(areas, eq(areas.id, appointments.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(eq(appointments.id, appointmentId))
  if (!found) throw new Problem('appointment/not-found')
  return found
}
