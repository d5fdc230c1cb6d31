// One Bedside on one database: a lock on a connection of its own, which PostgreSQL frees when that connection ends, however
// its process ended (docs/decisions/0017).
import { hostname } from 'node:os'
import type pg from 'pg'
import { openConnection } from './db.ts'
import { StartProblem } from './embedded/problem.ts'
import type { Log } from './log.ts'

export interface Claim {
  /** False while the connection is lost and no other one has the lock yet. */
  held(): boolean
  release(): Promise<void>
}

/** Any fixed number: what every Bedside asks for. */
const CLAIM_LOCK = 7_305_002

/** So long the process of before may take to end, when one follows the other. */
const PATIENCE_MS = 15_000

const AGAIN_MS = 500

/** Throws a `StartProblem` with who holds the database, when they still do after `patienceMs`. */
export async function claimDatabase(url: string, log: Log, patienceMs = PATIENCE_MS): Promise<Claim> {
  let closed = false
  let connection: pg.Client | null = null

  const keep = (taken: pg.Client) => {
    connection = taken
    taken.once('end', () => {
      connection = null
      if (closed) return
      log.warn('database: the connection that holds its lock was lost, taking it again')
      again()
    })
  }
  /** No patience: whoever has it by now started meanwhile, and this process says that it is not ready. */
  const again = () => {
    if (closed) return
    take(url, 0).then(
      (taken) => {
        if (closed) return taken.end()
        keep(taken)
        log.info('database: its lock is held again')
      },
      (error: unknown) => {
        if (error instanceof Held) log.error('database: another Bedside has taken it, and this one is not ready')
        setTimeout(again, error instanceof Held ? AGAIN_MS * 10 : AGAIN_MS).unref()
      },
    )
  }
  keep(await take(url, patienceMs))
  return {
    held: () => connection !== null,
    async release() {
      closed = true
      await connection?.end()
    },
  }
}

/** Another process holds the database. */
class Held extends StartProblem {}

async function take(url: string, patienceMs: number): Promise<pg.Client> {
  const connection = await openConnection(url)
  // Heard by whoever waits for an answer, or as the connection's end.
  connection.on('error', () => {})
  try {
    await connection.query("select set_config('application_name', $1, false)", [signature()])
    // Its host is gone without a word: PostgreSQL finds out within half a minute, and not after two hours.
    await connection.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    )
    if (!(await tryFor(connection, patienceMs))) throw new Held(await heldBy(connection))
    return connection
  } catch (error) {
    await connection.end()
    throw error
  }
}

async function tryFor(connection: pg.Client, patienceMs: number): Promise<boolean> {
  const { rows } = await connection.query('select pg_try_advisory_lock($1) as held', [CLAIM_LOCK])
  if (rows[0]?.held || patienceMs === 0) return rows[0]?.held === true
  try {
    await connection.query(`set lock_timeout = ${patienceMs}`)
    await connection.query('select pg_advisory_lock($1)', [CLAIM_LOCK])
    await connection.query('reset lock_timeout')
    return true
  } catch (error) {
    // lock_not_available
    if ((error as { code?: unknown }).code === '55P03') return false
    throw error
  }
}

/** How this process signs its connection; PostgreSQL keeps 63 bytes and ASCII alone. */
const signature = () => `Bedside, process ${process.pid} on ${hostname()}`.replace(/[^\x20-\x7e]/g, '?').slice(0, 63)

async function heldBy(connection: pg.Client): Promise<string> {
  const { rows } = await connection.query<{ name: string | null; address: string | null; since: Date; pid: number }>(
    `select a.application_name as name, host(a.client_addr) as address, a.backend_start as since, a.pid
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [CLAIM_LOCK],
  )
  const [holder] = rows
  if (!holder) return 'Another Bedside was on this database until just now. Start again.'
  const who = [
    // Told to its own role alone.
    holder.name || 'Bedside, a process of another role',
    ...(holder.address ? [`from ${holder.address}`] : []),
    ...(holder.since ? [`since ${holder.since.toISOString()}`] : []),
  ].join(', ')
  return (
    `Another Bedside runs on this database (${who}). One database is for one process.\n` +
    'Stop that one first, or give this one a database of its own (DATABASE_URL).\n' +
    `Where its host is gone for good, PostgreSQL frees the database within half a minute, or at once by: select pg_terminate_backend(${holder.pid});`
  )
}
