// Plans as every slice needs them: a plan of the catalogue or of the organisation's own as it is shown, and whether an
// organisation has it. Writing them is the slice's of plans.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PlanView } from '#contract/plan'
import { NO_WORDING } from '#domain/plan'
import { DEFAULT_PURPOSE, PURPOSES, purposeOf } from '#domain/plan-catalogue'
import { Problem } from '#domain/problem'
import type { Tx } from './db.ts'
import { areas, organisations, plans, services } from './schema.ts'

/** Null in every field: the built-in plan of the catalogue. */
export type PlanRow = Pick<typeof plans.$inferSelect, 'id' | 'basedOn' | 'view' | 'devices' | 'wording'>
/** With what only staff read of it. */
export type StaffPlanRow = PlanRow & Pick<typeof plans.$inferSelect, 'checklist'>

/** The catalogue as an organisation finds it before it changes anything. */
export const BUILT_IN: ReadonlyMap<string, PlanView> = new Map(
  PURPOSES.map(({ id, views: [view], devices }) => [id, { id, basedOn: id, view, devices, wording: NO_WORDING }]),
)

const FALLBACK = BUILT_IN.get(DEFAULT_PURPOSE) as PlanView

/** The plan `id`: the organisation's `row` for it, or the catalogue's. One that is nowhere any more is the default. */
export function planView(id: string, row: PlanRow | null | undefined): PlanView {
  if (!row || !purposeOf(row.basedOn)) return BUILT_IN.get(id) ?? FALLBACK
  const { basedOn, view, devices, wording } = row
  return { id: row.id, basedOn, view, devices, wording }
}

/** The plan as staff have it: with the organisation's own items of the checklist. */
export function staffPlanView(id: string, row: StaffPlanRow | null | undefined): PlanView {
  return { ...planView(id, row), checklist: row?.checklist ?? [] }
}

/** A filter on `plans`: this plan, if it is of the organisation that runs the service. */
export const ofService = (planId: string | SQL) =>
  and(eq(plans.organisationId, services.organisationId), eq(plans.id, planId)) as SQL

/**
 * Makes sure that the area's organisation has the plan, and that it keeps it until the transaction ends. Throws
 * `plan/not-found`.
 */
export async function ensurePlan(tx: Tx, areaId: string, planId: string): Promise<void> {
  if (BUILT_IN.has(planId)) return
  const rows = await tx
    .select({ one: sql`1` })
    .from(plans)
    .innerJoin(organisations, eq(organisations.id, plans.organisationId))
    .innerJoin(services, eq(services.organisationId, organisations.id))
    .innerJoin(areas, eq(areas.serviceId, services.id))
    .where(and(eq(areas.id, areaId), eq(plans.id, planId)))
    .for('share', { of: plans })
  if (rows.length === 0) throw new Problem('plan/not-found')
}
