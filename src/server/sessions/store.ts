// The SQL of people and their sign-ins.
import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { EquipmentFindings } from '#contract/equipment'
import type { ServiceRole } from '#domain/permission'
import { IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, DbOrTx } from '../platform/db.ts'
import { areas, organisations, people, services, sessions } from '../platform/schema.ts'
import { breakGlass } from '../platform/schema-break-glass.ts'
import { memberships, serving } from '../platform/schema-people.ts'

export async function organisationOf(db: Db, organisationId: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, organisationId))
  return row ?? null
}

export async function personById(db: Db, personId: string) {
  const [row] = await db.select().from(people).where(eq(people.id, personId))
  return row ?? null
}

export async function setEquipment(db: Db, personId: string, equipment: EquipmentFindings): Promise<void> {
  await db.update(people).set({ equipment }).where(eq(people.id, personId))
}

/** The waiting areas this person works in, with what they are there. */
export async function areasServed(db: DbOrTx, personId: string) {
  return db
    .select({
      id: areas.id,
      slug: areas.slug,
      name: areas.name,
      serviceName: services.name,
      staffSupport: sql<string>`coalesce(${OWN_LAID_OVER}->>'staffSupport', '')`,
      roles: sql<ServiceRole[]>`array_agg(distinct ${serving.role} order by ${serving.role})`,
    })
    .from(serving)
    .innerJoin(areas, eq(areas.id, serving.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(serving.personId, personId), IS_KEPT))
    .groupBy(areas.id, services.id, organisations.id)
    .orderBy(asc(services.name), asc(areas.name))
}

/** What is open to somebody by break-glass. */
export async function openBreakGlass(db: DbOrTx, personId: string) {
  const rows = await db
    .select({ id: breakGlass.id, serviceName: services.name, endsAt: breakGlass.endsAt })
    .from(breakGlass)
    .innerJoin(services, eq(services.id, breakGlass.serviceId))
    .where(and(eq(breakGlass.personId, personId), isNull(breakGlass.closedAt)))
    .orderBy(asc(breakGlass.endsAt))
  return rows.map(({ endsAt, ...row }) => ({ ...row, endsAt: endsAt.getTime() }))
}

/** What somebody is in one service or another. */
export async function serviceRolesOf(db: DbOrTx, personId: string): Promise<ServiceRole[]> {
  const rows = await db
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.personId, personId))
  return rows.map(({ role }) => role)
}

export async function openSessions(db: Db, personId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
  return row?.open ?? 0
}

/** Whether this sign-in has to set up a second factor before anything else. */
export async function mustEnrolAt(db: Db, sessionId: string): Promise<boolean> {
  const [row] = await db
    .select({ must: sql<boolean>`${sessions.mustEnrol} and ${organisations.requireSecondFactor}` })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(sessions.id, sessionId))
  return row?.must ?? false
}

/** Those of `sessionIds` that are still valid. */
export async function stillOpen(db: Db, sessionIds: readonly string[], now: Date): Promise<string[]> {
  if (sessionIds.length === 0) return []
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, [...sessionIds]), gt(sessions.expiresAt, now)))
  return rows.map((row) => row.id)
}
