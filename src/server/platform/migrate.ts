// Brings a database to the newest schema. Forward only; safe when several servers start at once.
import { fileURLToPath } from 'node:url'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'
import { openConnection } from './db.ts'
import { StartProblem } from './embedded/problem.ts'

/** A newer Bedside has changed this database: what this one would write, that one could not read. */
const TOO_NEW =
  'This database is of a newer version of Bedside than this one, and steps lead forward only.\n' +
  'Start that version; or restore the backup from before the update, with the version that made it.'
const TOO_OLD =
  'This database is of an earlier version of Bedside than this command. Start the server once, which brings it forward.'

/** Any fixed number: the lock that lets one server migrate while the others wait. */
const MIGRATION_LOCK = 7_305_001

/** PostgreSQL's `insufficient_privilege`. */
const NOT_ALLOWED = '42501'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

export async function migrate(url: string): Promise<void> {
  const connection = await openConnection(url)
  try {
    await connection.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const schema = await schemaOf(connection)
    if ((schema ?? 0) > newestSchema()) throw new StartProblem(TOO_NEW)
    // Where nothing is to be done, no right to change tables is needed.
    if (schema === newestSchema()) return
    await run(drizzle(connection), { migrationsFolder: folder })
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
    if (code !== NOT_ALLOWED && cause?.code !== NOT_ALLOWED) throw error
    throw new StartProblem(
      'The database’s tables are missing or of an earlier version, and this account may not change them. Run as their owner: npm run -s database:prepare -- <account of the server>',
    )
  } finally {
    await connection.end()
  }
}

/** For a command beside the server, which changes no schema: throws a `StartProblem` unless it is this version's. */
export async function ensureSameSchema(url: string): Promise<void> {
  const connection = await openConnection(url)
  try {
    const schema = await schemaOf(connection)
    if (schema === null) throw new StartProblem('No Bedside has run on this database yet. Look at DATABASE_URL.')
    if (schema !== newestSchema()) throw new StartProblem(schema > newestSchema() ? TOO_NEW : TOO_OLD)
  } finally {
    await connection.end()
  }
}

const migrations = (): readonly MigrationMeta[] => readMigrationFiles({ migrationsFolder: folder })

/** Every statement of every migration, in their order. */
export const migrationStatements = (): readonly string[] => migrations().flatMap(({ sql }) => sql)

/** The newest schema of a database, by the moment that its migration was written; null where it has none. */
export async function schemaOf(connection: pg.Client): Promise<number | null> {
  const { rows: found } = await connection.query("select to_regclass('drizzle.__drizzle_migrations') as there")
  if (!found[0]?.there) return null
  const { rows } = await connection.query('select max(created_at) as newest from drizzle.__drizzle_migrations')
  return rows[0]?.newest ? Number(rows[0].newest) : null
}

/** The newest that this version brings. */
export const newestSchema = (): number => Math.max(...migrations().map(({ folderMillis }) => folderMillis))

/** Makes, in an empty database and within the caller's transaction, the schema that was the newest at `moment`. */
export async function makeSchemaOf(connection: pg.Client, moment: number): Promise<void> {
  await connection.query('create schema if not exists drizzle')
  await connection.query(
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  )
  for (const { folderMillis, hash, sql } of migrations()) {
    if (folderMillis > moment) continue
    for (const statement of sql) await connection.query(statement)
    await connection.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      hash,
      folderMillis,
    ])
  }
}
