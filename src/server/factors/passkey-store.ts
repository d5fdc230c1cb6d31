// The SQL of passkeys and of what browsers were asked to sign with them.
import { and, asc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { people } from '../platform/schema.ts'
import { passkeyAsks, passkeys } from '../platform/schema-factors.ts'

export async function passkeysOf(db: DbOrTx, personId: string) {
  return db.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.createdAt))
}

/** With whose it is; null where nobody active has it. */
export async function passkeyByCredential(db: Db, credentialId: string) {
  const [row] = await db
    .select({ passkey: passkeys, status: people.status, organisationId: people.organisationId })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(eq(passkeys.credentialId, credentialId))
  return row?.status === 'active' ? { ...row.passkey, organisationId: row.organisationId } : null
}

export type OwnedPasskey = NonNullable<Awaited<ReturnType<typeof passkeyByCredential>>>

/** False when it is there already. */
export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id })
  return rows.length > 0
}

const theirs = (personId: string, id: string) => and(eq(passkeys.personId, personId), eq(passkeys.id, id))

export async function renamePasskey(db: Db, personId: string, id: string, name: string): Promise<boolean> {
  const rows = await db.update(passkeys).set({ name }).where(theirs(personId, id)).returning({ id: passkeys.id })
  return rows.length > 0
}

/** Returns its name; null when there is none. */
export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<string | null> {
  const [row] = await tx.delete(passkeys).where(theirs(personId, id)).returning({ name: passkeys.name })
  return row?.name ?? null
}

/** Keeps its newest count. False when that has not gone on since the last time: there is a copy. Those that count nothing say 0. */
export async function countUse(tx: Tx, id: string, counter: number, now: Date): Promise<boolean> {
  const goesOn = or(lt(passkeys.counter, counter), sql`${passkeys.counter} = 0 and ${counter} = 0`)
  const rows = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), isNull(passkeys.stoppedAt), goesOn))
    .returning({ id: passkeys.id })
  return rows.length > 0
}

export async function stopPasskey(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(passkeys).set({ stoppedAt: now }).where(eq(passkeys.id, id))
}

export async function insertAsk(db: Db, row: typeof passkeyAsks.$inferInsert): Promise<void> {
  await db.insert(passkeyAsks).values(row)
}

/** Takes it away, whatever comes of it: true for one answer only. `personId` null: of somebody who signs in. */
export async function takeAsk(db: DbOrTx, id: string, personId: string | null, now: Date): Promise<string | null> {
  const [row] = await db
    .delete(passkeyAsks)
    .where(
      and(
        eq(passkeyAsks.id, id),
        gt(passkeyAsks.endsAt, now),
        personId ? eq(passkeyAsks.personId, personId) : isNull(passkeyAsks.personId),
      ),
    )
    .returning({ challenge: passkeyAsks.challenge })
  return row?.challenge ?? null
}
