// What somebody of the staff is called before the patients of a service: the SQL of it.
import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from './db.ts'

/** The alias of somebody in the service of an area; null where they go by their name. */
export const aliasIn = (personId: SQL | string, areaId: SQL | string): SQL<string | null> => sql<string | null>`(
  select max(held.alias) from memberships held join areas there on there.service_id = held.service_id
  where held.person_id = ${personId} and there.id = ${areaId}
)`

export async function aliasOf(db: DbOrTx, personId: string, areaId: string): Promise<string | null> {
  const { rows } = await db.execute<{ alias: string | null }>(sql`select ${aliasIn(personId, areaId)} as alias`)
  return rows[0]?.alias ?? null
}
