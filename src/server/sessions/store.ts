// The SQL of people and their sign-ins.
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { EquipmentFindings } from '#contract/equipment'
import type { ServiceRole } from '#domain/permission'
import { IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, DbOrTx } from '../platform/db.ts'
import { hasFactor } from '../platform/factor.ts'
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

/** Somebody and their organisation, what they are in its services, and how often they are signed in; asked at once. */
export async function personWithRights(db: Db, personId: string, sessionId: string | null, now: Date) {
  const mustEnrol = sessionId
    ? sql<boolean>`coalesce((select ${sessions.mustEnrol} from ${sessions} where ${sessions.id} = ${sessionId}), false)`
    : sql<boolean>`not ${hasFactor}`
  const [row] = await db
    .select({
      person: people,
      organisation: organisations,
      serviceRoles: sql<ServiceRole[]>`array(
        select distinct ${memberships.role} from ${memberships} where ${memberships.personId} = ${people.id})`,
      openSessions: sql<number>`(select count(*)::int4 from ${sessions}
        where ${sessions.personId} = ${people.id} and ${sessions.expiresAt} > ${now.toISOString()}::timestamptz)`,
      mustEnrol: sql<boolean>`${organisations.requireSecondFactor} and ${mustEnrol}`,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId))
  return row ?? null
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
