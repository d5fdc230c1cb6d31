// The SQL of calendar feeds: whose a secret is, and what that person may see now.
import { and, asc, eq, exists, gt, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { feedWindow, signedInSince } from '#domain/calendar-feed'
import { AREA_TIME_ZONE, IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, DbOrTx } from '../platform/db.ts'
import { areas, organisations, people, services } from '../platform/schema.ts'
import { appointmentDetails, appointments } from '../platform/schema-appointments.ts'
import { calendarFeeds } from '../platform/schema-calendar-feeds.ts'
import { devices } from '../platform/schema-devices.ts'
import { serving } from '../platform/schema-people.ts'
import { READERS } from './store.ts'

export type FeedRow = typeof calendarFeeds.$inferSelect

export async function feedOf(db: DbOrTx, personId: string): Promise<FeedRow | null> {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId))
  return row ?? null
}

/** In the place of the one that they had. */
export async function putFeed(db: DbOrTx, row: FeedRow): Promise<void> {
  const { personId: _, ...set } = row
  await db.insert(calendarFeeds).values(row).onConflictDoUpdate({ target: calendarFeeds.personId, set })
}

export async function setTeam(db: DbOrTx, personId: string, team: boolean): Promise<void> {
  await db.update(calendarFeeds).set({ team }).where(eq(calendarFeeds.personId, personId))
}

const READ_EVERY_MS = 10 * 60_000

export async function setRead(db: Db, personId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - READ_EVERY_MS)
  await db
    .update(calendarFeeds)
    .set({ readAt: now })
    .where(
      and(eq(calendarFeeds.personId, personId), or(isNull(calendarFeeds.readAt), lt(calendarFeeds.readAt, before))),
    )
}

/** Null where the secret is none, or whose it is may not come in any more. */
export async function feedBy(db: Db, tokenHash: string, now: Date) {
  const since = signedInSince(now)
  const signedIn = db
    .select({ one: sql`1` })
    .from(devices)
    .where(and(eq(devices.personId, people.id), gt(devices.lastAt, since)))
  const [row] = await db
    .select({ feed: calendarFeeds, organisationName: organisations.name })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(calendarFeeds.tokenHash, tokenHash),
        eq(people.status, 'active'),
        or(gt(calendarFeeds.madeAt, since), exists(signedIn)),
      ),
    )
  return row ?? null
}

/** The waiting areas whose appointments they may see by a role of their own. */
export async function areasOf(db: Db, personId: string) {
  return db
    .selectDistinct({ id: areas.id, name: areas.name, timeZone: AREA_TIME_ZONE })
    .from(serving)
    .innerJoin(areas, eq(areas.id, serving.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(
      and(eq(serving.personId, personId), inArray(serving.role, [...READERS]), isNull(serving.breakGlassId), IS_KEPT),
    )
    .orderBy(asc(areas.name), asc(areas.id))
}

export async function entriesOf(db: Db, { personId, team }: FeedRow, areaIds: readonly string[], now: Date) {
  const { from, until } = feedWindow(now)
  const { practitionerId, startsAt } = appointments
  return db
    .select({
      appointment: appointments,
      name: { firstName: appointmentDetails.firstName, lastName: appointmentDetails.lastName },
      laidOver: OWN_LAID_OVER,
    })
    .from(appointments)
    .innerJoin(areas, eq(areas.id, appointments.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(appointmentDetails, eq(appointmentDetails.appointmentId, appointments.id))
    .where(
      and(
        inArray(appointments.areaId, [...areaIds]),
        team ? or(eq(practitionerId, personId), isNull(practitionerId)) : eq(practitionerId, personId),
        ne(appointments.status, 'cancelled'),
        isNull(appointments.undoneAt),
        gte(startsAt, from),
        lt(startsAt, until),
      ),
    )
    .orderBy(asc(startsAt), asc(appointments.id))
}
