// Whether somebody has a second factor, and whether they have to set one up. What the factors are is the factors slice's.
import { eq, sql } from 'drizzle-orm'
import type { DbOrTx } from './db.ts'
import { organisations, people } from './schema.ts'
import { authenticators, passkeys } from './schema-factors.ts'

/** Whether the row of `people` has something to sign in with besides a password. */
export const hasFactor = sql<boolean>`(
  exists (select 1 from ${authenticators}
    where ${authenticators.personId} = ${people.id} and ${authenticators.confirmedAt} is not null)
  or exists (select 1 from ${passkeys} where ${passkeys.personId} = ${people.id}))`

/** Whether somebody who signs in now has to set up a second factor first: their organisation requires one, they have none. */
export async function mustEnrol(db: DbOrTx, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ must: sql<boolean>`${organisations.requireSecondFactor} and not ${hasFactor}` })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId))
  return row?.must ?? false
}
