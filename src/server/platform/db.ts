// The one door to PostgreSQL: a pool, typed by the schema. Stores get a `Db` and never see the driver.
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema.ts'

export type Db = NodePgDatabase<typeof schema>
/** Inside a transaction: what `db.transaction` hands to its callback. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** A store function that takes part in the caller's transaction, or none, takes this. */
export type DbOrTx = Db | Tx

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Runs at the end of each transaction, in it; what it returns runs once that is committed. */
export type BeforeCommit = (tx: Tx) => Promise<() => void>

/** Opens a pool on `url`. Lost connections are replaced by themselves; a query on a lost one fails and is the caller's to answer. */
export function openDatabase(
  url: string,
  onError: (error: Error) => void,
  max = 10,
  beforeCommit?: BeforeCommit,
): Database {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5000 })
  pool.on('error', onError)
  // One that is lost in the middle of a transaction tells so to whoever waits for it, and once more to nobody: unheard,
  // that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = drizzle(pool, { schema })
  lendForTransactions(db, pool, beforeCommit)
  return { db, pool, close: () => pool.end() }
}

/**
 * Drizzle by itself keeps a connection for ever whose first `begin` failed because it had just been lost: after ten of
 * those nobody would get one any more.
 */
function lendForTransactions(db: Db, pool: pg.Pool, beforeCommit: BeforeCommit = async () => () => {}): void {
  const known = new WeakMap<pg.PoolClient, Db>()
  db.transaction = async (work, config) => {
    const client = await pool.connect()
    try {
      const own = known.get(client) ?? (drizzle(client, { schema }) as unknown as Db)
      known.set(client, own)
      let committed = () => {}
      const value = await own.transaction(async (tx) => {
        const result = await work(tx)
        committed = await beforeCommit(tx)
        return result
      }, config)
      committed()
      return value
    } finally {
      client.release()
    }
  }
}

/** For a query that runs so often that building it anew would cost more than it does: it is built once for each pool. */
export function prepared<Query>(build: (db: DbOrTx) => Query): (db: DbOrTx) => Query {
  const known = new WeakMap<DbOrTx, Query>()
  return (db) => {
    const query = known.get(db) ?? build(db)
    known.set(db, query)
    return query
  }
}

/** Connections of the pool behind `db`: all, those that do nothing, and those that are waited for. */
export function poolFigures(db: Db): { readonly total: number; readonly idle: number; readonly wanted: number } {
  const { totalCount, idleCount, waitingCount } = (db as Db & { $client: pg.Pool }).$client
  return { total: totalCount, idle: idleCount, wanted: waitingCount }
}

/** A connection of its own, outside the pool: for LISTEN and for locks that last as long as the process. */
export async function openConnection(url: string): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  return connection
}

/** Returns when the database answers; throws when it does not. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1`)
}
