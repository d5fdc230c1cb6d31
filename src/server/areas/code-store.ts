// The SQL of short codes: which waiting area has one.
import { and, eq } from 'drizzle-orm'
import { IS_KEPT } from '../platform/area-settings.ts'
import type { Db } from '../platform/db.ts'
import { areas, services } from '../platform/schema.ts'

export async function slugWithCode(db: Db, shortCode: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: areas.slug })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(and(eq(areas.shortCode, shortCode), IS_KEPT))
  return row?.slug ?? null
}
