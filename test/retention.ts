// What a database holds, column by column, beside what the registry of retention says that it holds.
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Entry, Holdings } from '../src/server/platform/retention/entry.ts'
import { retentionSlice } from '../src/server/retention/slice.ts'
import type { TestServer } from './server.ts'

/** One round of deletion by time, as the timer runs it. */
export async function deleteWhatIsDue(server: TestServer): Promise<void> {
  for (const timer of retentionSlice(server.served().deps).timers) await timer.run()
}

/** Every column that can hold text, as `table.column`, in the order of their names. */
export async function textColumns(server: TestServer): Promise<string[]> {
  const rows = await server.sql<{ name: string }>(`
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
      and t.typname in ('text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'bytea', 'xml', '_text', '_varchar', '_jsonb')`)
  return rows.map(({ name }) => name).sort()
}

/** Those of them in which a value, as text, contains `trace`. */
export async function columnsWith(server: TestServer, trace: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await textColumns(server)) {
    const [table, column] = name.split('.')
    const where = `"${column}"::text ilike '%' || $1 || '%'`
    if ((await server.sql(`select 1 from "${table}" where ${where} limit 1`, [trace])).length > 0) found.push(name)
  }
  return found
}

/** What an entry names under one of `kinds`, as `table.column`. */
export function namedColumns({ table, columns }: Entry, kinds: readonly (keyof Holdings<string>)[]): string[] {
  const named = kinds.flatMap((kind) =>
    kind === 'harmless' ? Object.keys(columns[kind] ?? {}) : (columns[kind] ?? []),
  )
  return Object.entries(getTableColumns(table))
    .filter(([key]) => named.includes(key))
    .map(([, column]) => `${getTableName(table)}.${column.name}`)
}
