// The SQL of recall.
import { eq } from 'drizzle-orm'
import { areaInForce, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Tx } from '../platform/db.ts'
import { areas, organisations, services, visits } from '../platform/schema.ts'

/** The waiting area of a visit that is there, and whose it is. */
export async function recallFacts(tx: Tx, visitId: string) {
  const [row] = await tx
    .select({ area: areas, laidOver: OWN_LAID_OVER, organisationId: organisations.id })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(eq(visits.id, visitId))
  if (!row) throw new Error('a visit without its waiting area')
  return { organisationId: row.organisationId, area: areaInForce(row.area, row.laidOver) }
}
