// The SQL of sign-ins by an identity provider: whom it knows, and which sign-ins it opened.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { organisations, people, sessions } from '../platform/schema.ts'
import { logoutTokens, personIdentities, providerSignIns } from '../platform/schema-provider.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The organisation of this name or id; without, the only real one. Null when there is none, or more than one. */
export async function providersOrganisation(db: DbOrTx, named: string | null) {
  const wanted =
    named === null
      ? eq(organisations.sample, false)
      : UUID.test(named)
        ? eq(organisations.id, named)
        : eq(organisations.name, named)
  const rows = await db.select().from(organisations).where(wanted).limit(2)
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** Whether anybody may sign in with a password: some organisation takes them, or there is none yet. */
export async function somePasswords(db: DbOrTx): Promise<boolean> {
  const rows = await db.select({ only: organisations.providerOnly }).from(organisations)
  return rows.length === 0 || rows.some(({ only }) => !only)
}

export async function personByIdentity(tx: Tx, issuer: string, subject: string) {
  const [row] = await tx
    .select({ person: people })
    .from(personIdentities)
    .innerJoin(people, eq(people.id, personIdentities.personId))
    .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject)))
  return row?.person ?? null
}

export async function identityOf(db: DbOrTx, personId: string, issuer: string) {
  const [row] = await db
    .select()
    .from(personIdentities)
    .where(and(eq(personIdentities.personId, personId), eq(personIdentities.issuer, issuer)))
  return row ?? null
}

export async function insertIdentity(tx: Tx, row: typeof personIdentities.$inferInsert): Promise<void> {
  await tx.insert(personIdentities).values(row)
}

/** Another identity takes the place of the one that this person had there. */
export async function replaceIdentity(tx: Tx, row: typeof personIdentities.$inferInsert): Promise<void> {
  await tx
    .delete(personIdentities)
    .where(and(eq(personIdentities.personId, row.personId), eq(personIdentities.issuer, row.issuer)))
  await insertIdentity(tx, row)
}

/** The newest counts: a browser that is signed in already goes on with the same sign-in. */
export async function putProviderSignIn(tx: Tx, row: typeof providerSignIns.$inferInsert): Promise<void> {
  await tx.insert(providerSignIns).values(row).onConflictDoUpdate({ target: providerSignIns.sessionId, set: row })
}

export async function providerSignIn(db: DbOrTx, sessionId: string) {
  const [row] = await db.select().from(providerSignIns).where(eq(providerSignIns.sessionId, sessionId))
  return row ?? null
}

/** Whether this sign-in is still open, and this person's. */
export async function sessionIsOpen(tx: Tx, sessionId: string, personId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), sql`${sessions.expiresAt} > ${now}`))
  return rows.length > 0
}

/** Keeps a logout token's name; false when it was heard before. */
export async function hearToken(tx: Tx, issuer: string, jti: string, endsAt: Date): Promise<boolean> {
  const rows = await tx
    .insert(logoutTokens)
    .values({ issuer, jti, endsAt })
    .onConflictDoNothing()
    .returning({ jti: logoutTokens.jti })
  return rows.length > 0
}

/** Ends the sign-ins that the provider opened under `sid`, or all of `subject`'s; says which, and whose they were. */
export async function endProviderSignIns(
  tx: Tx,
  { issuer, subject, sid }: { issuer: string; subject: string | null; sid: string | null },
): Promise<{ id: string; personId: string }[]> {
  const theirs = tx
    .select({ id: providerSignIns.sessionId })
    .from(providerSignIns)
    .where(
      and(
        eq(providerSignIns.issuer, issuer),
        subject === null ? undefined : eq(providerSignIns.subject, subject),
        sid === null ? undefined : eq(providerSignIns.sid, sid),
      ),
    )
  return tx
    .delete(sessions)
    .where(inArray(sessions.id, theirs))
    .returning({ id: sessions.id, personId: sessions.personId })
}
