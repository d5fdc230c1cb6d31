// The SQL of personal links as patients open them.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { aliasIn } from '../platform/aliases.ts'
import { AREA_PLAN_ID, areaInForce, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { ofService } from '../platform/plans.ts'
import { preparationOf } from '../platform/preparations.ts'
import { areas, organisations, people, plans, services, visits } from '../platform/schema.ts'
import { appointmentDetails, appointmentLinks, appointments, preparations } from '../platform/schema-appointments.ts'
import { files } from '../platform/schema-files.ts'

export type Found = NonNullable<Awaited<ReturnType<typeof invitationBy>>>

/** What the visit will be for. */
const PLAN_ID = sql<string>`coalesce(${appointments.planId}, ${AREA_PLAN_ID})`

/** What a link leads to; null where there is no such link. */
export async function invitationBy(db: DbOrTx, tokenHash: string) {
  const [row] = await db
    .select({
      link: appointmentLinks,
      appointment: appointments,
      details: appointmentDetails,
      practitionerName: sql<
        string | null
      >`coalesce(${aliasIn(sql`${appointments.practitionerId}`, sql`${areas.id}`)}, ${people.name})`,
      practitionerTitle: people.title,
      planId: PLAN_ID,
      plan: plans,
      preparation: preparations,
      steps: preparationOf(sql`${appointments.id}`, PLAN_ID),
      organisationName: organisations.name,
      sample: organisations.sample,
      area: areas,
      laidOver: OWN_LAID_OVER,
      visitStatus: visits.status,
    })
    .from(appointmentLinks)
    .innerJoin(appointments, eq(appointments.id, appointmentLinks.appointmentId))
    .innerJoin(areas, eq(areas.id, appointments.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(appointmentDetails, eq(appointmentDetails.appointmentId, appointments.id))
    .leftJoin(people, eq(people.id, appointments.practitionerId))
    .leftJoin(plans, ofService(PLAN_ID))
    .leftJoin(preparations, eq(preparations.appointmentId, appointments.id))
    .leftJoin(visits, eq(visits.id, appointments.visitId))
    .where(eq(appointmentLinks.tokenHash, tokenHash))
  if (!row) return null
  const { area, laidOver, ...rest } = row
  return { ...rest, area: areaInForce(area, laidOver) }
}

/** The installation's own organisation, for the page of a link that leads nowhere. */
export async function ownOrganisation(db: Db) {
  const [row] = await db
    .select({
      organisationName: organisations.name,
      sample: organisations.sample,
      phone: sql<string>`coalesce(${organisations.own}->'support'->>'phone', '')`,
    })
    .from(organisations)
    .orderBy(organisations.sample, organisations.createdAt)
    .limit(1)
  return row ?? null
}

/** The link is this device's from now on; false where it is another's by now. */
export async function bindLink(tx: Tx, linkId: string, deviceHash: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(appointmentLinks)
    .set({ deviceHash, openedAt: now })
    .where(
      and(eq(appointmentLinks.id, linkId), isNull(appointmentLinks.deviceHash), isNull(appointmentLinks.replacedAt)),
    )
    .returning({ id: appointmentLinks.id })
  return rows.length > 0
}

/** Nobody else arrives by it, or changes it, until the transaction ends. */
export async function lockById(tx: Tx, appointmentId: string): Promise<void> {
  await tx.select({ id: appointments.id }).from(appointments).where(eq(appointments.id, appointmentId)).for('update')
}

/** What was sent before the day is the visit's from now on. */
export async function handOverFiles(tx: Tx, appointmentId: string, visitId: string): Promise<void> {
  await tx.update(files).set({ visitId, appointmentId: null }).where(eq(files.appointmentId, appointmentId))
}

export async function setArrived(tx: Tx, appointmentId: string, visitId: string, now: Date): Promise<void> {
  await tx
    .update(appointments)
    .set({ status: 'arrived', statusAt: now, visitId })
    .where(eq(appointments.id, appointmentId))
}
