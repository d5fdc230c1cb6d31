// Work that saves itself as it is typed: hundreds of saves of one thing are one sitting. Its first save has a row before
// it is answered, its end has one that says from when to when and how often. Until then it stands in a table, brought
// forward with each save, so that no stop and no crash loses it.
import { and, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, type DbOrTx, type Tx, withCommit } from '../db.ts'
import { auditContext } from './context.ts'
import { type Entry, entriesIn } from './entries.ts'
import { auditSittings as sittings } from './tables.ts'

/** A sitting ends after five minutes without a save. */
const QUIET_MS = 5 * 60_000

/** Within the transaction of a save: counts the request under way to its sitting, or lets it begin one. */
export async function sit(tx: Tx): Promise<void> {
  const doing = auditContext()
  const { request, subject } = doing ?? {}
  if (!doing || !request?.who.whoId || !subject) return
  const { whoId, role, organisationId } = request.who
  const at = doing.now()
  const key = and(
    eq(sittings.action, request.action),
    eq(sittings.subjectKind, subject.kind),
    eq(sittings.subjectId, subject.id),
  )
  const same = and(
    key,
    eq(sittings.whoId, whoId),
    sql`${sittings.role} is not distinct from ${role}`,
    eq(sittings.address, request.address),
    gt(sittings.lastAt, new Date(at.getTime() - QUIET_MS)),
  )
  const going = await tx
    .update(sittings)
    .set({ lastAt: at, times: sql`${sittings.times} + 1` })
    .where(same)
    .returning({ times: sittings.times })
  if (going.length > 0) {
    doing.stored = true
    return
  }
  await endSittings(tx, key)
  const { action, via, address } = request
  const what = { action, subjectKind: subject.kind, subjectId: subject.id, via }
  await tx.insert(sittings).values({ ...what, whoId, role, organisationId, address, begunAt: at, lastAt: at, times: 1 })
}

/** Within a transaction that ends the work on it, as signing a note does. */
export const endSitting = (tx: Tx, kind: string, id: string): Promise<void> =>
  endSittings(tx, and(eq(sittings.subjectKind, kind), eq(sittings.subjectId, id)))

export const endQuietSittings = (db: Db, now: Date): Promise<void> =>
  db.transaction((tx) => endSittings(tx, lte(sittings.lastAt, new Date(now.getTime() - QUIET_MS))))

async function endSittings(db: DbOrTx, which: SQL | undefined): Promise<void> {
  const ended = await db.delete(sittings).where(which).returning()
  const entries = ended
    .filter(({ times }) => times > 1)
    .map(
      ({ begunAt, lastAt, ...facts }): Entry => ({
        ...facts,
        whoKind: 'person',
        at: begunAt,
        until: lastAt,
        outcome: 'allowed',
        code: null,
      }),
    )
  if (entries.length > 0) await withCommit(db, entriesIn(entries))
}
