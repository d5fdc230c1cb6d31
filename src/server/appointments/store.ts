// The SQL of appointments as staff see and change them.
import { and, asc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { AppointmentView } from '#contract/appointment'
import type { AppointmentStatus } from '#domain/appointment'
import { Problem } from '#domain/problem'
import { inForce, type Settings } from '#domain/settings'
import { AREA_PLAN_ID, AREA_TIME_ZONE, IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { preparationOf } from '../platform/preparations.ts'
import { areas, organisations, people, services, visits } from '../platform/schema.ts'
import { appointmentDetails, appointmentLinks, appointments } from '../platform/schema-appointments.ts'
import { serving } from '../platform/schema-people.ts'

export type AppointmentRow = Awaited<ReturnType<typeof appointmentsBy>>[number]
export type DetailsRow = typeof appointmentDetails.$inferSelect
type NewAppointment = typeof appointments.$inferInsert

/** Whoever reads a queue reads its appointments. */
export const READERS = ['practitioner', 'receptionist'] as const

export interface ServedArea {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly organisationId: string
  readonly organisationName: string
}

const AREA = {
  id: areas.id,
  name: areas.name,
  timeZone: AREA_TIME_ZONE,
  organisationId: organisations.id,
  organisationName: organisations.name,
}

export async function servedAreas(db: DbOrTx, personId: string): Promise<ServedArea[]> {
  return db
    .selectDistinct(AREA)
    .from(serving)
    .innerJoin(areas, eq(areas.id, serving.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(serving.personId, personId), inArray(serving.role, [...READERS]), IS_KEPT))
    .orderBy(asc(areas.name))
}

/** Throws `area/not-found` where nobody may come any more. */
export const areaById = (db: DbOrTx, areaId: string) => areaWith(db, and(eq(areas.id, areaId), IS_KEPT))

async function areaWith(db: DbOrTx, which: SQL | undefined): Promise<ServedArea & { readonly settings: Settings }> {
  const [row] = await db
    .select({ ...AREA, laidOver: OWN_LAID_OVER })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(which)
  if (!row) throw new Problem('area/not-found')
  const { laidOver, ...area } = row
  return { ...area, settings: inForce(laidOver) }
}

export async function practitionersOf(db: DbOrTx, areaIds: readonly string[]) {
  return db
    .selectDistinct({ areaId: serving.areaId, id: people.id, name: people.name })
    .from(serving)
    .innerJoin(people, eq(people.id, serving.personId))
    .where(
      and(
        inArray(serving.areaId, [...areaIds]),
        eq(serving.role, 'practitioner'),
        isNull(serving.breakGlassId),
        ne(people.status, 'deactivated'),
      ),
    )
    .orderBy(asc(people.name))
}

/** What became of the newest message to its patient. */
const NEWEST_MESSAGE = sql<AppointmentView['message']>`(
  select json_build_object('kind', m.kind, 'channel', m.channel, 'state', m.state,
    'waitsUntil', case when m.state = 'queued' and m.failures = 0 then (extract(epoch from m.next_try_at) * 1000)::int8 end)
  from notifications m where m.appointment_id = ${appointments.id} and m.state <> 'cancelled'
  order by m.created_at desc, m.instead_of_id nulls last limit 1)`

/** Not in any order yet. */
export const appointmentsBy = (db: DbOrTx, which: SQL | undefined) =>
  db
    .select({
      appointment: appointments,
      details: appointmentDetails,
      areaName: areas.name,
      practitionerName: people.name,
      mailedAt: appointmentLinks.mailedAt,
      openedAt: appointmentLinks.openedAt,
      firstSeenAt: visits.firstSeenAt,
      message: NEWEST_MESSAGE,
      preparation: preparationOf(sql`${appointments.id}`, sql`coalesce(${appointments.planId}, ${AREA_PLAN_ID})`),
    })
    .from(appointments)
    .innerJoin(areas, eq(areas.id, appointments.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(appointmentDetails, eq(appointmentDetails.appointmentId, appointments.id))
    .leftJoin(people, eq(people.id, appointments.practitionerId))
    .leftJoin(visits, eq(visits.id, appointments.visitId))
    .leftJoin(
      appointmentLinks,
      and(eq(appointmentLinks.appointmentId, appointments.id), isNull(appointmentLinks.replacedAt)),
    )
    .where(and(which, isNull(appointments.undoneAt)))
    .$dynamic()

export const BY_TIME = [asc(appointments.startsAt), asc(appointments.id)]

/** Of so many days from `date` on. */
export async function appointmentsFrom(db: DbOrTx, areaIds: readonly string[], date: string, days: number) {
  if (areaIds.length === 0) return []
  return appointmentsBy(
    db,
    and(
      inArray(appointments.areaId, [...areaIds]),
      sql`${appointments.localStart} >= ${date}::date and ${appointments.localStart} < ${date}::date + ${days}::int`,
    ),
  ).orderBy(...BY_TIME)
}

export async function appointmentById(db: DbOrTx, areaId: string, id: string): Promise<AppointmentRow> {
  const [row] = await appointmentsBy(db, and(eq(appointments.id, id), eq(appointments.areaId, areaId)))
  if (!row) throw new Problem('appointment/not-found')
  return row
}

/** What messages say of where it is; also of what was closed since. */
export const areaFacts = (db: DbOrTx, areaId: string) => areaWith(db, eq(areas.id, areaId))

/** Its status, locked until the transaction ends. Throws `appointment/not-found`. */
export async function lockAppointment(
  tx: Tx,
  areaId: string,
  id: string,
): Promise<{ status: AppointmentStatus; startsAt: Date }> {
  const [row] = await tx
    .select({ status: appointments.status, startsAt: appointments.startsAt })
    .from(appointments)
    .where(and(eq(appointments.id, id), eq(appointments.areaId, areaId)))
    .for('update')
  if (!row) throw new Problem('appointment/not-found')
  return row
}

export async function insertAppointment(
  tx: Tx,
  row: NewAppointment,
  details: Omit<typeof appointmentDetails.$inferInsert, 'appointmentId'>,
): Promise<void> {
  await tx.insert(appointments).values(row)
  await tx.insert(appointmentDetails).values({ appointmentId: row.id, ...details })
}

export async function updateAppointment(tx: Tx, id: string, change: Partial<NewAppointment>): Promise<void> {
  await tx.update(appointments).set(change).where(eq(appointments.id, id))
}

export async function setCancelReason(tx: Tx, id: string, cancelReason: string): Promise<void> {
  await tx.update(appointmentDetails).set({ cancelReason }).where(eq(appointmentDetails.appointmentId, id))
}

/** Whether this practitioner has another booked appointment while this one lasts. */
export async function clashes(db: DbOrTx, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from appointments mine join appointments other
      on other.practitioner_id = mine.practitioner_id and other.id <> mine.id and other.status = 'booked'
      and other.starts_at < mine.starts_at + mine.minutes * interval '1 minute'
      and mine.starts_at < other.starts_at + other.minutes * interval '1 minute'
    where mine.id = ${id} limit 1`)
  return rows.length > 0
}

/** Calendars that have the appointment learn that it changed. */
export async function raiseSequence(tx: Tx, id: string): Promise<void> {
  await tx
    .update(appointments)
    .set({ sequence: sql`${appointments.sequence} + 1` })
    .where(eq(appointments.id, id))
}

/** The links before it say that there is a newer one; says which they were. */
export async function replaceLinks(tx: Tx, appointmentId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .update(appointmentLinks)
    .set({ replacedAt: now, secret: null })
    .where(and(eq(appointmentLinks.appointmentId, appointmentId), isNull(appointmentLinks.replacedAt)))
    .returning({ id: appointmentLinks.id })
  return rows.map(({ id }) => id)
}

export async function insertLink(tx: Tx, row: typeof appointmentLinks.$inferInsert): Promise<void> {
  await tx.insert(appointmentLinks).values(row)
}

/** The sealed secret of the newest link; null where it is forgotten. */
export async function sealedSecret(db: DbOrTx, areaId: string, appointmentId: string): Promise<string | null> {
  const [row] = await db
    .select({ secret: appointmentLinks.secret })
    .from(appointmentLinks)
    .innerJoin(appointments, eq(appointments.id, appointmentLinks.appointmentId))
    .where(
      and(
        eq(appointments.id, appointmentId),
        eq(appointments.areaId, areaId),
        isNull(appointmentLinks.replacedAt),
        isNotNull(appointmentLinks.secret),
      ),
    )
  return row?.secret ?? null
}
