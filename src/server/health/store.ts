// When a backup was last made, as far as this database knows.
import type { Db } from '../platform/db.ts'
import { instance } from '../platform/schema.ts'

export async function lastBackup(db: Db): Promise<Date | null> {
  const [row] = await db.select({ at: instance.backedUpAt }).from(instance)
  return row?.at ?? null
}
