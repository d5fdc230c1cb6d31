// The SQL of people and their sign-ins.
import { and, asc, count, eq, gt, inArray, lt } from 'drizzle-orm'
import type { EquipmentFindings } from '#contract/equipment'
import type { Db, DbOrTx } from '../platform/db.ts'
import { areas, organisations, people, personAreas, services, sessions, signInFailures } from '../platform/schema.ts'

export async function personByEmail(db: DbOrTx, email: string) {
  const [row] = await db.select().from(people).where(eq(people.email, email))
  return row ?? null
}

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

export async function areasServed(db: Db, personId: string) {
  return db
    .select({ id: areas.id, slug: areas.slug, name: areas.name, serviceName: services.name })
    .from(personAreas)
    .innerJoin(areas, eq(areas.id, personAreas.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(eq(personAreas.personId, personId))
    .orderBy(asc(services.name), asc(areas.name))
}

export async function openSessions(db: Db, personId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
  return row?.open ?? 0
}

/** Ends one sign-in, or all of a person's when `sessionId` is null; says which ended. */
export async function deleteSessions(db: DbOrTx, personId: string, sessionId: string | null): Promise<string[]> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), sessionId ? eq(sessions.id, sessionId) : undefined))
    .returning({ id: sessions.id })
  return rows.map((row) => row.id)
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

export async function deleteExpired(db: Db, now: Date, failuresBefore: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now))
  await db.delete(signInFailures).where(lt(signInFailures.at, failuresBefore))
}

export async function failuresSince(db: Db, emailHash: string, since: Date): Promise<Date[]> {
  const rows = await db
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(signInFailures.emailHash, emailHash), gt(signInFailures.at, since)))
    .orderBy(asc(signInFailures.at))
  return rows.map((row) => row.at)
}

export async function insertFailure(db: Db, emailHash: string, at: Date): Promise<void> {
  await db.insert(signInFailures).values({ emailHash, at })
}

export async function clearFailures(db: Db, emailHash: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.emailHash, emailHash))
}
