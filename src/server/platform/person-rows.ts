// The rows of an organisation and its people, for the slices that write them: the directory, sign-ins, the identity
// provider. What one slice alone asks stands in its own store.
import { and, count, eq, ne } from 'drizzle-orm'
import type { DbOrTx, Tx } from './db.ts'
import { organisations, people } from './schema.ts'

export type PersonRow = typeof people.$inferSelect

/** One change of an organisation's people at a time: who is the last administrator cannot change while it is asked. */
export async function lockOrganisation(tx: Tx, organisationId: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisationId)).for('update')
  return row ?? null
}

export async function personByEmail(db: DbOrTx, email: string) {
  const [row] = await db.select().from(people).where(eq(people.email, email))
  return row ?? null
}

export async function personIn(tx: Tx, organisationId: string, personId: string): Promise<PersonRow | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.organisationId, organisationId)))
  return row ?? null
}

export async function insertPerson(tx: Tx, row: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(row)
}

export async function updatePerson(tx: Tx, personId: string, change: Partial<PersonRow>): Promise<void> {
  await tx.update(people).set(change).where(eq(people.id, personId))
}

/** Administrators who can sign in, besides this person. */
export async function otherAdministrators(tx: Tx, organisationId: string, personId: string): Promise<number> {
  const [row] = await tx
    .select({ others: count() })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        eq(people.organisationRole, 'administrator'),
        eq(people.status, 'active'),
        ne(people.id, personId),
      ),
    )
  return row?.others ?? 0
}
