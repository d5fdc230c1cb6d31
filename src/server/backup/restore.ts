// Replaces everything in a database by a backup, in one transaction: all of it or nothing. Sign-ins of that time are not
// brought back.
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStore } from '../deps.ts'
import { openConnection } from '../platform/db.ts'
import { makeSchemaOf, migrate, newestSchema, schemaOf } from '../platform/migrate.ts'
import {
  type BackupEnd,
  type BackupFile,
  type BackupHead,
  BackupProblem,
  type BackupTable,
  columnList,
  END_OF_TABLE,
  identifier,
  linesOf,
} from './format.ts'

export interface Restored {
  /** When it was saved, ISO. */
  readonly at: string
  readonly rows: number
  /** The key that was saved with it, for whoever keeps the key file; null where none was. */
  readonly key: string | null
}

/**
 * `stream`: a backup, not compressed any more. `overwrite`: what is there may go. Throws `BackupProblem`, and has then
 * changed nothing.
 */
export async function restore(
  url: string,
  stream: AsyncIterable<Buffer>,
  { overwrite, now, files }: { overwrite: boolean; now: Date; files: FileStore },
): Promise<Restored> {
  const lines = linesOf(stream)
  const head = readHead(await next(lines))
  const connection = await openConnection(url)
  try {
    await ensureFree(connection, overwrite)
    await connection.query('begin')
    await dropAll(connection)
    await makeSchemaOf(connection, head.schema)
    for (const month of head.auditMonths ?? []) await connection.query('select audit_open_month($1)', [month])
    const counted: Record<string, number> = {}
    for (const table of head.tables) counted[table.name] = await fill(connection, table, lines)
    if (head.files) await bringFiles(files, lines)
    ensureWhole(await next(lines), counted)
    for (const [name, last] of Object.entries(head.sequences))
      await connection.query('select setval($1::regclass, $2)', [`public.${identifier(name)}`, last])
    await connection.query('delete from sessions')
    await connection.query('commit')
    await migrate(url)
    await writeDown(connection, now)
    const rows = Object.values(counted).reduce((sum, each) => sum + each, 0)
    return { at: head.at, rows, key: head.key ?? null }
  } finally {
    await connection.end()
  }
}

function readHead(line: Buffer | null): BackupHead {
  const head = parsed<Partial<BackupHead>>(line)
  if (head?.['bedside-backup'] !== 1)
    throw new BackupProblem('This is no backup of Bedside, or one of a later version.')
  const whole = head as BackupHead
  if (whole.schema > newestSchema())
    throw new BackupProblem('This backup is of a later version of Bedside. Restore it with that version.')
  return whole
}

async function ensureFree(connection: pg.Client, overwrite: boolean): Promise<void> {
  const { rows: others } = await connection.query(
    "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  )
  if (others.length > 0)
    throw new BackupProblem('Something else is connected to this database. Stop every Bedside that uses it first.')
  if (overwrite || (await schemaOf(connection)) === null) return
  const { rows } = await connection.query('select count(*)::int as organisations from organisations')
  if (rows[0].organisations > 0)
    throw new BackupProblem(
      'There are data in this database. With --yes they are deleted and the backup takes their place. Save them first.',
    )
}

async function dropAll(connection: pg.Client): Promise<void> {
  await connection.query('drop schema if exists drizzle cascade')
  const { rows } = await connection.query<{ drop: string }>(`
    select 'drop table ' || string_agg(quote_ident(tablename), ', ') || ' cascade' as drop
    from pg_tables where schemaname = 'public' having count(*) > 0
    union all
    select 'drop function ' || string_agg(p.oid::regprocedure::text, ', ') || ' cascade'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    having count(*) > 0`)
  for (const { drop } of rows) await connection.query(drop)
}

async function fill(connection: pg.Client, table: BackupTable, lines: AsyncGenerator<Buffer>): Promise<number> {
  const copy = connection.query(copyFrom(`copy ${identifier(table.name)} (${columnList(table.columns)}) from stdin`))
  const done = finished(copy)
  // Told where it is awaited, at the end.
  done.catch(() => {})
  let rows = 0
  for (;;) {
    const line = await next(lines)
    if (line === null) {
      copy.destroy()
      throw new BackupProblem('This backup is not whole: it ends in the middle.')
    }
    if (line.equals(END)) break
    rows += 1
    if (!copy.write(Buffer.concat([line, LINE_FEED]))) await Promise.race([once(copy, 'drain'), done])
  }
  copy.end()
  await done
  return rows
}

const END = Buffer.from(END_OF_TABLE)
const LINE_FEED = Buffer.from('\n')

/** What lies there besides belongs to no row then, and the server removes it. */
async function bringFiles(files: FileStore, lines: AsyncGenerator<Buffer>): Promise<void> {
  for (;;) {
    const line = await next(lines)
    if (line?.equals(END)) return
    const read = parsed<BackupFile>(line)
    if (!read) throw new BackupProblem('This backup is not whole: it ends in the middle.')
    await files.put(read.file, Buffer.from(read.bytes, 'base64'))
  }
}

function ensureWhole(line: Buffer | null, counted: Readonly<Record<string, number>>): void {
  const told = parsed<Partial<BackupEnd>>(line)?.rows
  if (!told || Object.entries(counted).some(([name, rows]) => told[name] !== rows))
    throw new BackupProblem('This backup is not whole: rows are missing.')
}

/** Each organisation's administrators find out that what they see is of then. */
async function writeDown(connection: pg.Client, now: Date): Promise<void> {
  await connection.query(
    `insert into audit_inbox (at, who_kind, action, via, subject_kind, subject_id, address, outcome)
     select $1, 'system', 'data.restore', 'restore', 'organisation', id::text, 'here', 'allowed' from organisations`,
    [now],
  )
}

async function next(lines: AsyncGenerator<Buffer>): Promise<Buffer | null> {
  const { value, done } = await lines.next()
  return done ? null : value
}

function parsed<T>(line: Buffer | null): T | null {
  try {
    return JSON.parse(line?.toString('utf8') ?? '') as T
  } catch {
    return null
  }
}
