// The SQL of an organisation's plans, and of what uses them. What is not stored here is as the catalogue has it.
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { AREA_PLAN_ID } from '../platform/area-settings.ts'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import type { StaffPlanRow } from '../platform/plans.ts'
import { areas, organisations, plans, services, visits } from '../platform/schema.ts'

const ofTheirs = (organisationId: string, planId: string) =>
  and(eq(plans.organisationId, organisationId), eq(plans.id, planId))

const areasOf = (db: DbOrTx, organisationId: string) =>
  db
    .select({ id: areas.id })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(eq(services.organisationId, organisationId))

export async function plansOf(db: Db, organisationId: string): Promise<StaffPlanRow[]> {
  return db.select().from(plans).where(eq(plans.organisationId, organisationId))
}

/** Writes the plan, new or not. */
export async function putPlan(tx: Tx, organisationId: string, row: StaffPlanRow): Promise<void> {
  const { basedOn, view, devices, wording, checklist } = row
  await tx
    .insert(plans)
    .values({ organisationId, ...row })
    .onConflictDoUpdate({
      target: [plans.organisationId, plans.id],
      set: { basedOn, view, devices, wording, checklist },
    })
}

/** Whether the organisation wrote this plan; nobody takes it away before the transaction ends. */
export async function lockPlan(tx: Tx, organisationId: string, planId: string): Promise<boolean> {
  const rows = await tx.select({ id: plans.id }).from(plans).where(ofTheirs(organisationId, planId)).for('update')
  return rows.length > 0
}

/** Deletes the plan; says what it was based on, or null when it was not there. */
export async function deletePlan(tx: Tx, organisationId: string, planId: string): Promise<string | null> {
  const [row] = await tx.delete(plans).where(ofTheirs(organisationId, planId)).returning({ basedOn: plans.basedOn })
  return row?.basedOn ?? null
}

/** Areas in which somebody is shown this plan: it is their default, or that of somebody who is there. */
export async function areasWithPlan(tx: Tx, organisationId: string, planId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: areas.id })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(visits, and(eq(visits.areaId, areas.id), eq(visits.planId, planId), ne(visits.status, 'ended')))
    .where(
      and(inArray(areas.id, areasOf(tx, organisationId)), or(eq(AREA_PLAN_ID, planId), sql`${visits.id} is not null`)),
    )
  return rows.map(({ id }) => id)
}

/** Whatever used the plan uses the other now. */
export async function replacePlan(tx: Tx, organisationId: string, planId: string, other: string): Promise<void> {
  const theirs = areasOf(tx, organisationId)
  const own = (column: AnyPgColumn) => ({ own: sql`jsonb_set(${column}, '{planId}', to_jsonb(${other}::text))` })
  const says = (column: AnyPgColumn) => sql`${column}->>'planId' = ${planId}`
  await tx
    .update(areas)
    .set(own(areas.own))
    .where(and(says(areas.own), inArray(areas.id, theirs)))
  await tx
    .update(services)
    .set(own(services.own))
    .where(and(says(services.own), eq(services.organisationId, organisationId)))
  await tx
    .update(organisations)
    .set(own(organisations.own))
    .where(and(says(organisations.own), eq(organisations.id, organisationId)))
  await tx
    .update(visits)
    .set({ planId: other })
    .where(and(eq(visits.planId, planId), inArray(visits.areaId, theirs)))
}
