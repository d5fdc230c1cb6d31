// The SQL of waiting areas as patients and staff find them.
import { and, asc, eq } from 'drizzle-orm'
import { AREA_PLAN_ID, type AreaRow, areaInForce, IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, DbOrTx } from '../platform/db.ts'
import { ofService } from '../platform/plans.ts'
import { areas, organisations, plans, services } from '../platform/schema.ts'

const areaWithPlace = (db: DbOrTx) =>
  db
    .select({
      row: areas,
      laidOver: OWN_LAID_OVER,
      serviceName: services.name,
      organisation: organisations,
      plan: plans,
    })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(plans, ofService(AREA_PLAN_ID))

type Found = Awaited<ReturnType<typeof areaWithPlace>>[number]

const settled = ({ row, laidOver, ...rest }: Found) => ({ area: areaInForce(row, laidOver), ...rest })

export async function areaBySlug(db: Db, slug: string) {
  const [found] = await areaWithPlace(db).where(and(eq(areas.slug, slug), IS_KEPT))
  return found ? settled(found) : null
}

/** Every waiting area of the installation, by organisation: the made-up one last. */
export async function allAreas(db: Db) {
  const rows = await areaWithPlace(db)
    .where(IS_KEPT)
    .orderBy(asc(organisations.sample), asc(organisations.name), asc(services.name), asc(areas.name))
  return rows.map(settled)
}

export async function updateArea(db: DbOrTx, areaId: string, change: Partial<AreaRow>): Promise<void> {
  await db.update(areas).set(change).where(eq(areas.id, areaId))
}
