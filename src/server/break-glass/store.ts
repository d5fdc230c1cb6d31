// The SQL of break-glass.
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { areas, organisations, people, services, sessions, visits } from '../platform/schema.ts'
import { breakGlass } from '../platform/schema-break-glass.ts'
import { serving } from '../platform/schema-people.ts'

/** Locked: whether it is allowed does not change while somebody opens a service. */
export async function lockOrganisation(tx: Tx, id: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for('share')
  return row ?? null
}

export async function isAllowed(db: Db, organisationId: string): Promise<boolean> {
  const [row] = await db
    .select({ allowed: organisations.breakGlass })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.allowed ?? false
}

export async function setAllowed(tx: Tx, organisationId: string, allowed: boolean): Promise<void> {
  await tx.update(organisations).set({ breakGlass: allowed }).where(eq(organisations.id, organisationId))
}

/** Services with a waiting area in which this person is no practitioner by a role of their own. */
export async function servicesClosedTo(db: DbOrTx, organisationId: string, personId: string) {
  const serves = db
    .select({ one: sql`1` })
    .from(serving)
    .where(
      and(
        eq(serving.areaId, areas.id),
        eq(serving.personId, personId),
        eq(serving.role, 'practitioner'),
        isNull(serving.breakGlassId),
      ),
    )
  return db
    .select({
      id: services.id,
      name: services.name,
      areas: sql<string[]>`array_agg(${areas.name} order by ${areas.name})`,
    })
    .from(services)
    .innerJoin(areas, eq(areas.serviceId, services.id))
    .where(and(eq(services.organisationId, organisationId), notExists(serves)))
    .groupBy(services.id)
    .orderBy(asc(services.name))
}

export async function serviceIn(db: DbOrTx, organisationId: string, serviceId: string) {
  const [row] = await db
    .select()
    .from(services)
    .where(and(eq(services.id, serviceId), eq(services.organisationId, organisationId)))
  return row ?? null
}

export async function openOf(db: DbOrTx, personId: string) {
  return db
    .select({ id: breakGlass.id, serviceId: services.id, serviceName: services.name, endsAt: breakGlass.endsAt })
    .from(breakGlass)
    .innerJoin(services, eq(services.id, breakGlass.serviceId))
    .where(and(eq(breakGlass.personId, personId), isNull(breakGlass.closedAt)))
    .orderBy(asc(breakGlass.endsAt))
}

/** False when this person has it open already. */
export async function insertBreakGlass(tx: Tx, row: typeof breakGlass.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(breakGlass).values(row).onConflictDoNothing().returning({ id: breakGlass.id })
  return rows.length > 0
}

export async function glassOf(db: DbOrTx, personId: string, id: string) {
  const [row] = await db
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.id, id), eq(breakGlass.personId, personId)))
  return row ?? null
}

/** Its time is over now. */
export async function endBreakGlass(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(breakGlass)
    .set({ endsAt: at })
    .where(and(eq(breakGlass.id, id), isNull(breakGlass.closedAt), gt(breakGlass.endsAt, at)))
}

/** The time of all that an organisation's people have open is over now. */
export async function endAllOf(tx: Tx, organisationId: string, at: Date): Promise<void> {
  const theirs = tx.select({ id: services.id }).from(services).where(eq(services.organisationId, organisationId))
  await tx
    .update(breakGlass)
    .set({ endsAt: at })
    .where(and(isNull(breakGlass.closedAt), gt(breakGlass.endsAt, at), inArray(breakGlass.serviceId, theirs)))
}

/**
 * Closes what is over; says whose it was. Nobody is taken out of a consultation: who is in one there keeps the service
 * open until it ends. Who is deactivated keeps nothing.
 */
export async function closeDue(tx: Tx, now: Date) {
  const held = tx
    .select({ one: sql`1` })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .where(
      and(
        eq(visits.practitionerId, breakGlass.personId),
        ne(visits.status, 'ended'),
        eq(areas.serviceId, breakGlass.serviceId),
      ),
    )
  const gone = tx.select({ id: people.id }).from(people).where(ne(people.status, 'active'))
  return tx
    .update(breakGlass)
    .set({ closedAt: now })
    .where(
      and(
        isNull(breakGlass.closedAt),
        or(and(lte(breakGlass.endsAt, now), notExists(held)), inArray(breakGlass.personId, gone)),
      ),
    )
    .returning({ id: breakGlass.id, personId: breakGlass.personId })
}

export async function sessionIdsOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(inArray(sessions.personId, [...personIds]))
  return rows.map(({ id }) => id)
}

export async function administratorsOf(tx: Tx, organisationId: string) {
  return tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        eq(people.organisationRole, 'administrator'),
        eq(people.status, 'active'),
      ),
    )
    .orderBy(asc(people.name))
}

const SHOWN = 100

export async function newestOpenings(db: Db, organisationId: string) {
  return db
    .select({
      id: breakGlass.id,
      personName: people.name,
      serviceName: services.name,
      reason: breakGlass.reason,
      openedAt: breakGlass.openedAt,
      endsAt: breakGlass.endsAt,
      closedAt: breakGlass.closedAt,
    })
    .from(breakGlass)
    .innerJoin(people, eq(people.id, breakGlass.personId))
    .innerJoin(services, eq(services.id, breakGlass.serviceId))
    .where(eq(services.organisationId, organisationId))
    .orderBy(desc(breakGlass.openedAt), desc(breakGlass.id))
    .limit(SHOWN)
}
