// Saves everything that a database holds, as it was at one moment, while the server goes on. Locks nothing that anybody
// waits for.
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '../deps.ts'
import { monthsOfAudit } from '../platform/audit/months.ts'
import { openConnection } from '../platform/db.ts'
import { schemaOf } from '../platform/migrate.ts'
import {
  type BackupEnd,
  type BackupFile,
  type BackupHead,
  BackupProblem,
  type BackupTable,
  columnList,
  END_OF_TABLE,
  identifier,
} from './format.ts'

/** The pieces of a backup, not compressed yet; `key` goes with it. Throws `BackupProblem` where there is nothing to save. */
export async function* save(
  url: string,
  now: Date,
  key: string | null,
  files: FileStore,
): AsyncGenerator<Buffer | string> {
  const connection = await openConnection(url)
  try {
    await connection.query('begin isolation level repeatable read, read only')
    const schema = await schemaOf(connection)
    if (schema === null) throw new BackupProblem('There is nothing to save: no Bedside has run on this database yet.')
    const tables = await tablesOf(connection)
    const sequences = await sequencesOf(connection)
    const auditMonths = await monthsOfAudit((text) => connection.query<{ month: string }>(text))
    const what = { 'bedside-backup': 1 as const, at: now.toISOString(), schema, ...(key === null ? {} : { key }) }
    const head: BackupHead = { ...what, tables, auditMonths, files: true, sequences }
    yield `${JSON.stringify(head)}\n`
    const rows: Record<string, number> = {}
    for (const { name, columns } of tables) {
      rows[name] = 0
      const copy = connection.query(copyTo(`copy (select ${columnList(columns)} from ${identifier(name)}) to stdout`))
      for await (const chunk of copy as AsyncIterable<Buffer>) {
        for (const byte of chunk) if (byte === 0x0a) rows[name] += 1
        yield chunk
      }
      yield `${END_OF_TABLE}\n`
    }
    yield* saveFiles(files)
    const end: BackupEnd = { rows }
    yield `${JSON.stringify(end)}\n`
    await connection.query('commit')
  } finally {
    await connection.end()
  }
}

/** One whose row came after the rows were read is more than they need, and goes by itself. */
async function* saveFiles(files: FileStore): AsyncGenerator<string> {
  for (const file of await files.ids()) {
    const bytes = await files.get(file)
    const line: BackupFile | null = bytes && { file, bytes: bytes.toString('base64') }
    if (line) yield `${JSON.stringify(line)}\n`
  }
  yield `${END_OF_TABLE}\n`
}

/** Keeps that a backup was made, for the warning of an old one. False where that cannot be kept; the backup is as good. */
export async function noteBackup(url: string): Promise<boolean> {
  const connection = await openConnection(url)
  try {
    await connection.query('update instance set backed_up_at = clock_timestamp()')
    return true
  } catch {
    return false
  } finally {
    await connection.end()
  }
}

/** All of ours, each after those that it refers to. A partitioned table is one. */
async function tablesOf(connection: pg.Client): Promise<BackupTable[]> {
  const { rows } = await connection.query<{ name: string; columns: string[]; refers: string[] }>(`
    select c.relname as name,
           array(select attname::text from pg_attribute
                 where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                 order by attnum) as columns,
           array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
                 where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`)
  const ordered: BackupTable[] = []
  const left = new Map(rows.map((row) => [row.name, row]))
  while (left.size > 0) {
    const free = [...left.values()].filter(({ refers }) => !refers.some((name) => left.has(name)))
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...left.keys()].join(', ')}`)
    for (const { name, columns } of free) {
      ordered.push({ name, columns })
      left.delete(name)
    }
  }
  return ordered
}

/** Read after the snapshot began, so that none is behind a row of it. */
async function sequencesOf(connection: pg.Client): Promise<Record<string, string>> {
  const { rows } = await connection.query<{ name: string; last: string }>(
    "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null",
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}
