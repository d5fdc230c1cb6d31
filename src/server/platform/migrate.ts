// Brings a database to the newest schema. Forward only; safe when several servers start at once.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import { openConnection } from './db.ts'

/** Any fixed number: the lock that lets one server migrate while the others wait. */
const MIGRATION_LOCK = 7_305_001

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

export async function migrate(url: string): Promise<void> {
  const connection = await openConnection(url)
  try {
    await connection.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await run(drizzle(connection), { migrationsFolder: folder })
  } finally {
    await connection.end()
  }
}
