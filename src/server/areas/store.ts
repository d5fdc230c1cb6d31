// The SQL of organisations, services and waiting areas.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, DbOrTx } from '../platform/db.ts'
import { ofService } from '../platform/plans.ts'
import { areas, organisations, plans, services } from '../platform/schema.ts'
import { serving } from '../platform/schema-people.ts'

export type AreaRow = typeof areas.$inferSelect

const areaWithPlace = (db: DbOrTx) =>
  db
    .select({ area: areas, serviceName: services.name, organisation: organisations, plan: plans })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(plans, ofService(sql`${areas.planId}`))

export async function areaBySlug(db: Db, slug: string) {
  const [row] = await areaWithPlace(db).where(eq(areas.slug, slug))
  return row ?? null
}

export async function areasOf(db: Db, organisationId: string) {
  return areaWithPlace(db).where(eq(organisations.id, organisationId)).orderBy(asc(services.name), asc(areas.name))
}

/** The areas of which somebody is the service's administrator. */
export async function areasKept(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ areaId: serving.areaId })
    .from(serving)
    .where(and(eq(serving.personId, personId), eq(serving.role, 'service-administrator')))
  return rows.map(({ areaId }) => areaId)
}

/** Every waiting area of the installation, by organisation: the made-up one last. */
export async function allAreas(db: Db) {
  return areaWithPlace(db).orderBy(
    asc(organisations.sample),
    asc(organisations.name),
    asc(services.name),
    asc(areas.name),
  )
}

export async function updateArea(db: DbOrTx, areaId: string, change: Partial<AreaRow>): Promise<void> {
  await db.update(areas).set(change).where(eq(areas.id, areaId))
}

export async function organisationById(db: Db, id: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row ?? null
}

export async function updateOrganisation(
  db: DbOrTx,
  id: string,
  change: Partial<typeof organisations.$inferInsert>,
): Promise<void> {
  await db.update(organisations).set(change).where(eq(organisations.id, id))
}
