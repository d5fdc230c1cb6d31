// The SQL of authenticators, recovery codes and second steps.
import { and, count, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { hasFactor } from '../platform/factor.ts'
import { organisations, people, sessions } from '../platform/schema.ts'
import { authenticators, passkeyAsks, passkeys, recoveryCodes, secondSteps } from '../platform/schema-factors.ts'

export async function personWithOrganisation(db: DbOrTx, personId: string) {
  const [row] = await db
    .select({ person: people, organisation: organisations })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId))
  return row ?? null
}

/** One change of somebody's factors at a time. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
}

const counts = (personId: string) => and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt))
const begun = (personId: string) => and(eq(authenticators.personId, personId), isNull(authenticators.confirmedAt))

/** The one that counts. */
export async function authenticatorOf(db: DbOrTx, personId: string) {
  const [row] = await db.select().from(authenticators).where(counts(personId))
  return row ?? null
}

/** The one that is being set up. */
export async function begunAuthenticator(db: DbOrTx, personId: string) {
  const [row] = await db.select().from(authenticators).where(begun(personId))
  return row ?? null
}

/** In the place of another that was begun and never confirmed. */
export async function putBegunAuthenticator(tx: Tx, row: typeof authenticators.$inferInsert): Promise<void> {
  await tx.delete(authenticators).where(begun(row.personId))
  await tx.insert(authenticators).values(row)
}

/** The one that was begun counts from now on, in the place of any other. */
export async function confirmAuthenticator(tx: Tx, personId: string, lastStep: number, now: Date): Promise<void> {
  await deleteAuthenticator(tx, personId)
  await tx.update(authenticators).set({ confirmedAt: now, lastStep }).where(begun(personId))
}

export async function deleteAuthenticator(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.delete(authenticators).where(counts(personId)).returning({ id: authenticators.id })
  return rows.length > 0
}

/** Whether the code of this half minute was taken now: for one caller only, and for none after a newer one. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(counts(personId), lt(authenticators.lastStep, step)))
    .returning({ id: authenticators.id })
  return rows.length > 0
}

export async function recoveryCodesLeft(db: DbOrTx, personId: string): Promise<number> {
  const [row] = await db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  return row?.left ?? 0
}

/** In the place of all there were. */
export async function putRecoveryCodes(tx: Tx, personId: string, hashes: readonly string[], now: Date): Promise<void> {
  await deleteRecoveryCodes(tx, personId)
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash, createdAt: now })))
}

export async function deleteRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
}

/** Takes one away: true for one caller only. */
export async function takeRecoveryCode(tx: Tx, personId: string, codeHash: string): Promise<boolean> {
  const rows = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHash, codeHash)))
    .returning({ hash: recoveryCodes.codeHash })
  return rows.length > 0
}

/** Whose sign-in waits for its second step. */
export async function secondStepOf(db: Db, tokenHash: string, now: Date) {
  const [row] = await db
    .select({
      id: secondSteps.id,
      personId: people.id,
      email: people.email,
      organisationId: people.organisationId,
      status: people.status,
    })
    .from(secondSteps)
    .innerJoin(people, eq(people.id, secondSteps.personId))
    .where(and(eq(secondSteps.tokenHash, tokenHash), gt(secondSteps.endsAt, now)))
  return row?.status === 'active' ? row : null
}

/** Takes it away: true for one caller only. */
export async function takeSecondStep(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.delete(secondSteps).where(eq(secondSteps.id, id)).returning({ id: secondSteps.id })
  return rows.length > 0
}

/** Ends this person's sign-ins that may only enrol, but for `sessionId`, which may do everything from now on. */
export async function finishEnrolment(tx: Tx, personId: string, sessionId: string): Promise<string[]> {
  await tx.update(sessions).set({ mustEnrol: false }).where(eq(sessions.id, sessionId))
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.mustEnrol, true)))
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}

export async function requirementOf(db: Db, organisationId: string) {
  const [row] = await db
    .select({
      required: organisations.requireSecondFactor,
      people: sql<number>`(count(*) filter (where ${people.status} = 'active'))::int4`,
      without: sql<number>`(count(*) filter (where ${people.status} = 'active' and not ${hasFactor}))::int4`,
    })
    .from(organisations)
    .leftJoin(people, eq(people.organisationId, organisations.id))
    .where(eq(organisations.id, organisationId))
    .groupBy(organisations.id)
  return row ?? { required: false, people: 0, without: 0 }
}

export async function setRequired(db: Db, organisationId: string, requireSecondFactor: boolean): Promise<void> {
  // A transaction, so that it is written down with the change.
  await db.transaction((tx) =>
    tx.update(organisations).set({ requireSecondFactor }).where(eq(organisations.id, organisationId)),
  )
}

/** Takes all that somebody has besides a password, and what is under way with it; false when there was nothing. */
export async function deleteFactors(tx: Tx, personId: string): Promise<boolean> {
  const apps = await tx.delete(authenticators).where(eq(authenticators.personId, personId)).returning()
  const keys = await tx.delete(passkeys).where(eq(passkeys.personId, personId)).returning({ id: passkeys.id })
  await deleteRecoveryCodes(tx, personId)
  await tx.delete(secondSteps).where(eq(secondSteps.personId, personId))
  await tx.delete(passkeyAsks).where(eq(passkeyAsks.personId, personId))
  return keys.length > 0 || apps.some(({ confirmedAt }) => confirmedAt !== null)
}

/** Ends all of a person's sign-ins; says which. */
export async function endSessions(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.delete(sessions).where(eq(sessions.personId, personId)).returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}
