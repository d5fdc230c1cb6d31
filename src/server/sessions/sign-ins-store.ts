// The SQL of where people are signed in, of locking, and of the browsers they use.
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { organisations, people, sessions } from '../platform/schema.ts'
import { devices } from '../platform/schema-devices.ts'

/** A person's open sign-ins, the one touched last first. */
export async function signInsOf(db: Db, personId: string, now: Date) {
  return db
    .select({
      session: sessions,
      browser: devices.browser,
      system: devices.system,
      idleMinutes: organisations.idleMinutes,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(devices, eq(devices.id, sessions.deviceId))
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastActiveAt), asc(sessions.createdAt))
}

export async function deleteOtherSessions(tx: Tx, personId: string, sessionId: string): Promise<string[]> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId)))
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}

/** Somebody is there. Nothing for a sign-in that was locked meanwhile. */
export async function touch(db: DbOrTx, sessionId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastActiveAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.lockedAt)))
}

export async function lock(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ lockedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.lockedAt)))
}

/**
 * Locks those that nobody has touched for their organisation's time; says which. One that was touched later than now was so
 * before the clock was set back, and nobody knows for how long it was left since.
 */
export async function lockIdle(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update sessions set locked_at = ${now.toISOString()}::timestamptz
    from people join organisations on organisations.id = people.organisation_id
    where people.id = sessions.person_id and sessions.locked_at is null
      and (sessions.last_active_at <= ${now.toISOString()}::timestamptz - make_interval(mins => organisations.idle_minutes)
        or sessions.last_active_at > ${now.toISOString()}::timestamptz + interval '5 minutes')
    returning sessions.id`)
  return rows.map(({ id }) => id)
}

/** Those of `sessionIds` that are locked. */
export async function lockedAmong(db: Db, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return []
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, [...sessionIds]), sql`${sessions.lockedAt} is not null`))
  return rows.map(({ id }) => id)
}

export async function setIdleMinutes(db: DbOrTx, organisationId: string, idleMinutes: number): Promise<void> {
  await db.update(organisations).set({ idleMinutes }).where(eq(organisations.id, organisationId))
}

/** Browsers of a person that the browser of this sign-in does not know of. */
export async function newDevices(db: DbOrTx, sessionId: string) {
  const rows = await db.execute<{ browser: string | null; system: string | null; address: string; at: string }>(sql`
    select other.browser, other.system, other.address, extract(epoch from other.first_at) * 1000 as at
    from sessions
    join devices here on here.id = sessions.device_id
    join devices other on other.person_id = sessions.person_id and other.first_at > here.knows_until
    where sessions.id = ${sessionId} and other.id <> here.id
    order by other.first_at desc limit 5`)
  return rows.rows.map(({ at, ...device }) => ({ ...device, at: Number(at) }))
}

/** This browser knows of all there are. */
export async function knowAll(db: DbOrTx, sessionId: string, now: Date): Promise<void> {
  const here = db.select({ id: sessions.deviceId }).from(sessions).where(eq(sessions.id, sessionId))
  await db.update(devices).set({ knowsUntil: now }).where(inArray(devices.id, here))
}

/** A new browser whose person is still to be told, taken so that nobody else tells. The sample clinic's are not told. */
export async function takeUntold(tx: Tx) {
  const [row] = await tx
    .select({ device: devices, person: people, organisation: organisations })
    .from(devices)
    .innerJoin(people, eq(people.id, devices.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(devices.untold, true))
    .limit(1)
    .for('update', { of: devices, skipLocked: true })
  if (row) await tx.update(devices).set({ untold: false }).where(eq(devices.id, row.device.id))
  return row ?? null
}
