// A database as an earlier version left it, for tests of how it is brought forward.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { openConnection } from '../src/server/platform/db.ts'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** Runs the first `count` migrations alone. */
export async function migrateToEarlier(url: string, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-earlier-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: unknown[] }
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }))
  const connection = await openConnection(url)
  await migrate(drizzle(connection), { migrationsFolder: folder })
  await connection.end()
  await rm(folder, { recursive: true })
}

export type Row = Record<string, unknown>

/** Every row of every table. */
export async function rowsOf(url: string): Promise<Map<string, Row[]>> {
  const connection = await openConnection(url)
  const { rows: tables } = await connection.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const all = new Map<string, Row[]>()
  for (const { name } of tables) {
    const { rows } = await connection.query(`select to_jsonb(one) as row from "${name}" as one order by one::text`)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  await connection.end()
  return all
}
