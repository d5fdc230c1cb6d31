// The one door to PostgreSQL: a pool, typed by the schema. Stores get a `Db` and never see the driver.
import type { Duplex } from 'node:stream'
import { getTableColumns, type SQL, type SQLChunk, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import * as schema from './schema.ts'
import { inWords } from './unreachable.ts'

type Queries = Omit<NodePgDatabase<typeof schema>, 'transaction'>
declare const inTransaction: unique symbol
/** Inside a transaction: what `db.transaction` hands to its callback. Prepared statements run in the order they are asked. */
export type Tx = Queries & { readonly [inTransaction]: true }
export interface Db extends Queries {
  /**
   * Does `work` in one transaction, which is undone when that throws. Its connection takes statements one behind the
   * other without waiting for answers: see `pipelined` and `withCommit`.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
/** A store function that takes part in the caller's transaction, or none, takes this. */
export type DbOrTx = Db | Tx

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Runs at the end of each transaction, in it, and asks with `withCommit`; what it returns runs once that is committed. */
export type CommitHook = (tx: Tx) => () => void

/** A database that could not be connected to after so long is away. */
const CONNECTING_MS = 5000

/**
 * Opens a pool on `url`. Lost connections are replaced by themselves; a query on a lost one fails and is the caller's to answer.
 * `patienceMs`: one on which a query is not answered for so long counts as lost, whatever TCP thinks of it.
 */
export function openDatabase(
  url: string,
  onError: (error: Error) => void,
  max = 10,
  beforeCommit: CommitHook = () => () => {},
  patienceMs?: number,
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECTING_MS,
    keepAlive: true,
    pipeline: true,
    application_name: 'bedside',
    ...(patienceMs === undefined ? {} : { query_timeout: patienceMs }),
  })
  pool.on('error', onError)
  // One that is lost in the middle of a transaction tells so to whoever waits for it, and once more to nobody: unheard,
  // that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Db = Object.assign(drizzle(pool, { schema }), { transaction: transactions(pool, beforeCommit) })
  return { db, pool, close: () => pool.end() }
}

/**
 * Answers of statements of one transaction that do not wait for each other, asked in one go; prepared ones run in this
 * order. When one fails, that is said once all are answered: nothing may still be asked when a transaction is undone.
 */
export async function pipelined<T extends readonly unknown[]>(asked: readonly [...T]): Promise<Answers<T>> {
  const settled = await Promise.allSettled(asked)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  }) as Answers<T>
}
type Answers<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }

/** What goes out with the commit of each transaction under way. */
const last = new WeakMap<DbOrTx, SQL[]>()

/** Runs `statement` with the commit, or at once where there is no transaction: for what nothing on the way depends on. */
export async function withCommit(db: DbOrTx, statement: SQL): Promise<void> {
  const statements = last.get(db)
  if (statements) statements.push(statement)
  else await db.execute(statement)
}

/** Does `work` in the caller's transaction, or in one of its own where the caller has none. */
export function withinTransaction<T>(db: DbOrTx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return last.has(db) ? work(db as Tx) : (db as Db).transaction(work)
}

/**
 * Drizzle's own transactions wait for `begin` alone and for each step of the end alone, on every press of a button; and a
 * connection whose `begin` failed because it had just been lost they keep for ever.
 */
function transactions(pool: pg.Pool, beforeCommit: CommitHook): Db['transaction'] {
  const known = new WeakMap<pg.PoolClient, Tx>()
  const dialect = new PgDialect()
  return async (work) => {
    const client = await pool.connect()
    const tx = known.get(client) ?? (drizzle(client, { schema }) as unknown as Tx)
    known.set(client, tx)
    const statements: SQL[] = []
    last.set(tx, statements)
    const begun = client.query('begin')
    // Heard at the end; whatever is asked until then fails as well.
    begun.catch(() => {})
    try {
      const value = await work(tx)
      const committed = beforeCommit(tx)
      const ending = statements.map((statement) => {
        const { sql: text, params } = dialect.sqlToQuery(statement)
        return client.query(text, params)
      })
      const [{ command }] = await Promise.all([client.query('commit'), begun, ...ending])
      // A failed transaction ends without a fault: nothing of it is stored.
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit')
      committed()
      return value
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      last.delete(tx)
      client.release()
    }
  }
}

/**
 * For a query that runs so often that building it anew would cost more than it does: it is built once for a pool, and
 * once for each of its connections that transactions use.
 */
export function prepared<Query>(build: (db: DbOrTx) => Query): (db: DbOrTx) => Query {
  const known = new WeakMap<DbOrTx, Query>()
  return (db) => {
    const query = known.get(db) ?? build(db)
    known.set(db, query)
    return query
  }
}

/**
 * `insert … select` by the columns' names, for a `with`: it returns its rows. Columns that are not named get their
 * defaults; one that needs a value does not compile without.
 */
export function insertSelect<T extends PgTable>(
  table: T,
  from: SQL,
  values: { readonly [Column in keyof T['$inferInsert']]: SQL },
): SQL {
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const named = Object.entries<SQL>(values).flatMap(([key, value]) => {
    const column = columns[key]
    return column ? [{ name: sql.identifier(column.name), value }] : []
  })
  const [names, selected] = [named.map(({ name }) => name), named.map(({ value }) => value)]
  const list = (parts: readonly SQLChunk[]) => sql.join([...parts], sql`, `)
  return sql`insert into ${table} (${list(names)}) select ${list(selected)} ${from} returning *`
}

/** Connections of the pool behind `db`: all, those that do nothing, and those that are waited for. */
export function poolFigures(db: Db): { readonly total: number; readonly idle: number; readonly wanted: number } {
  const { totalCount, idleCount, waitingCount } = (db as Db & { $client: pg.Pool }).$client
  return { total: totalCount, idle: idleCount, wanted: waitingCount }
}

/** A connection of its own, outside the pool: for LISTEN and for locks that last as long as the process. Fails in words. */
export async function openConnection(url: string, name = 'bedside'): Promise<pg.Client> {
  const connection = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECTING_MS,
    keepAlive: true,
    // As the database's own: whoever it has given up finds out before it asks anything.
    keepAliveInitialDelayMillis: 10_000,
    application_name: name,
  })
  await connection.connect().catch((error: unknown) => {
    throw inWords(error)
  })
  return connection
}

/** Throws what the driver has against `url`; connects to nothing. */
export function readByDriver(url: string): void {
  new pg.Client({ connectionString: url })
}

/** Ends a connection that may not answer any more, at this side at least. */
export function dropConnection(connection: pg.Client): void {
  ;(connection as unknown as { connection: { stream: Duplex } }).connection.stream.destroy()
}

/** Returns when the database answers; throws when it does not. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1`)
}
