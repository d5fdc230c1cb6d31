// The SQL of who sees which queue, and who may hold a visit.
import { and, asc, eq, inArray, ne, notExists, or, sql } from 'drizzle-orm'
import { PERMISSIONS, roleMay, type ServiceRole } from '#domain/permission'
import { IS_KEPT } from '../platform/area-settings.ts'
import type { Db, DbOrTx } from '../platform/db.ts'
import { areas, people, services, sessions, visits } from '../platform/schema.ts'
import { serving } from '../platform/schema-people.ts'

export const MAY_JOIN: readonly ServiceRole[] = PERMISSIONS['visit.join'].by.filter((role) => role === 'practitioner')

/** The areas whose queue this person may see, in the order of their names, and how much of it. */
export async function queuesSeen(db: DbOrTx, personId: string): Promise<QueueSeen[]> {
  const rows = await db
    .select({
      areaId: serving.areaId,
      roles: sql<ServiceRole[]>`array_agg(${serving.role})`,
      own: sql<
        ServiceRole[]
      >`coalesce(array_agg(${serving.role}) filter (where ${serving.breakGlassId} is null), '{}')`,
    })
    .from(serving)
    .innerJoin(areas, eq(areas.id, serving.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(and(eq(serving.personId, personId), IS_KEPT))
    .groupBy(serving.areaId, services.name, areas.name)
    .orderBy(asc(services.name), asc(areas.name))
  return rows.flatMap(({ areaId, roles, own }): QueueSeen[] => {
    if (roleMay(roles, 'queue.read')) return [{ areaId, limitedView: false, lent: !roleMay(own, 'queue.read') }]
    return roleMay(roles, 'queue.glance') ? [{ areaId, limitedView: true, lent: false }] : []
  })
}

/** The same for each of these sign-ins. */
export async function queuesSeenBy(db: Db, sessionIds: readonly string[]): Promise<Map<string, QueueSeen[]>> {
  const people = await db
    .select({ id: sessions.id, personId: sessions.personId })
    .from(sessions)
    .where(inArray(sessions.id, [...sessionIds]))
  const seen = new Map<string, QueueSeen[]>()
  for (const personId of new Set(people.map((one) => one.personId))) seen.set(personId, await queuesSeen(db, personId))
  return new Map(people.map(({ id, personId }) => [id, seen.get(personId) ?? []]))
}

export interface QueueSeen {
  readonly areaId: string
  /** No more than first names. */
  readonly limitedView: boolean
  /** Not by a role of their own, but by break-glass. */
  readonly lent: boolean
}

/** Open visits whose holder may not join there any more: deactivated, or without that role in the area. */
export async function heldByNobodyAllowed(db: Db): Promise<{ id: string; practitionerId: string }[]> {
  const allowed = db
    .select({ one: sql`1` })
    .from(serving)
    .where(
      and(
        eq(serving.personId, visits.practitionerId),
        eq(serving.areaId, visits.areaId),
        inArray(serving.role, [...MAY_JOIN]),
      ),
    )
  const rows = await db
    .select({ id: visits.id, practitionerId: visits.practitionerId })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.practitionerId))
    .where(and(ne(visits.status, 'ended'), or(ne(people.status, 'active'), notExists(allowed))))
  return rows.flatMap(({ id, practitionerId }) => (practitionerId ? [{ id, practitionerId }] : []))
}
