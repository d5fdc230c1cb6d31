// The SQL of notifications: taking those that are due, and what became of each.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ChannelName, NotificationState } from '#domain/notification'
import type { Db, DbOrTx } from '../platform/db.ts'
import { organisations } from '../platform/schema.ts'
import { notifications } from '../platform/schema-notifications.ts'

export type NotificationRow = typeof notifications.$inferSelect

/** It has no link, or one that still opens something. */
const worthSending = (now: Date) =>
  or(isNull(notifications.aboutId), and(isNotNull(notifications.link), gt(notifications.linkEndsAt, now)))

/** Reserves at most `most` messages that are due until `until`: a process that dies before it sends them loses none. */
export async function claimDue(
  db: Db,
  channels: readonly ChannelName[],
  now: Date,
  until: Date,
  most: number,
): Promise<NotificationRow[]> {
  const due = db
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(organisations, eq(organisations.id, notifications.organisationId))
    .where(
      and(
        eq(notifications.state, 'queued'),
        inArray(notifications.channel, [...channels]),
        lte(notifications.nextTryAt, now),
        worthSending(now),
        eq(organisations.sample, false),
      ),
    )
    .orderBy(asc(notifications.nextTryAt))
    .limit(most)
    .for('update', { of: notifications, skipLocked: true })
  return db.update(notifications).set({ nextTryAt: until }).where(inArray(notifications.id, due)).returning()
}

/** From here on it may have been sent. False where it is not this process's any more, or not to be sent any more. */
export async function setSending(db: Db, row: NotificationRow, until: Date, now: Date): Promise<boolean> {
  const rows = await db
    .update(notifications)
    .set({ state: 'sending', nextTryAt: until })
    .where(
      and(
        eq(notifications.id, row.id),
        eq(notifications.state, 'queued'),
        eq(notifications.nextTryAt, row.nextTryAt),
        worthSending(now),
      ),
    )
    .returning({ id: notifications.id })
  return rows.length > 0
}

/** Those whose sender died in the middle: they may have gone out, and are never sent again by themselves. */
export async function settleLost(db: Db, now: Date): Promise<number> {
  const rows = await db
    .update(notifications)
    .set({ state: 'uncertain', fault: 'interrupted', link: null })
    .where(and(eq(notifications.state, 'sending'), lte(notifications.nextTryAt, now)))
    .returning({ id: notifications.id })
  return rows.length
}

/** What became of one that was being sent; nothing where it was decided otherwise meanwhile. */
export async function setOutcome(
  db: DbOrTx,
  id: string,
  change: Partial<Omit<typeof notifications.$inferInsert, 'failures'>> & { failures?: SQL | number },
): Promise<void> {
  await db
    .update(notifications)
    .set(change)
    .where(and(eq(notifications.id, id), eq(notifications.state, 'sending')))
}

export const oneMore = sql`${notifications.failures} + 1`

/** Puts a message that failed or is uncertain on its way again; null when there is none such. */
export async function setOnItsWay(db: DbOrTx, organisationId: string, id: string, now: Date) {
  return settle(db, organisationId, id, ['failed', 'uncertain'], { state: 'queued', failures: 0, nextTryAt: now })
}

/** Somebody knows that an uncertain one arrived; null when there is none such. */
export async function setArrived(db: DbOrTx, organisationId: string, id: string, now: Date) {
  return settle(db, organisationId, id, ['uncertain'], { state: 'delivered', deliveredAt: now, fault: null })
}

async function settle(
  db: DbOrTx,
  organisationId: string,
  id: string,
  from: NotificationState[],
  change: Partial<typeof notifications.$inferInsert>,
) {
  const [row] = await db
    .update(notifications)
    .set(change)
    .where(
      and(
        eq(notifications.id, id),
        eq(notifications.organisationId, organisationId),
        inArray(notifications.state, from),
      ),
    )
    .returning({ personId: notifications.personId })
  return row ?? null
}

/** What a carrier reported of a message that it took; null where there is none such, or more is known by now. */
export async function setReported(
  db: DbOrTx,
  channel: ChannelName,
  reference: string,
  change: Partial<typeof notifications.$inferInsert>,
): Promise<NotificationRow | null> {
  const [row] = await db
    .update(notifications)
    .set(change)
    .where(
      and(eq(notifications.reference, reference), eq(notifications.channel, channel), eq(notifications.state, 'sent')),
    )
    .returning()
  return row ?? null
}

export async function newest(db: Db, organisationId: string, most: number): Promise<NotificationRow[]> {
  return db
    .select()
    .from(notifications)
    .where(eq(notifications.organisationId, organisationId))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(most)
}

export async function isSample(db: Db, organisationId: string): Promise<boolean> {
  const [row] = await db
    .select({ sample: organisations.sample })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.sample ?? false
}
