// Listens for events, and knows whether it still does: every few seconds it sends itself a heartbeat by the same way,
// through the pool, and expects it on the connection that listens. A connection that only seems to be there is replaced.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { type Db, dropConnection, openConnection } from './db.ts'
import { StartProblem } from './embedded/problem.ts'
import { CHANNEL, type Event, type Events } from './events.ts'
import { inTime } from './in-time.ts'
import type { Log } from './log.ts'

export interface Heartbeat {
  readonly everyMs: number
  /** One that takes longer than this is lost. */
  readonly patienceMs: number
}

/** A console that hears nothing is found out within 15 seconds. */
export const HEARTBEAT: Heartbeat = { everyMs: 10_000, patienceMs: 5000 }

/** The connection for events, as `pg_stat_activity` shows it. */
export const LISTENER = 'bedside events'
const AGAIN_MS = 250
const UNSENT_MS = 1000
/** Tried at a start before it is given up. */
const FIRST_BEATS = 3

/** `unsent`: the pool does not answer, which says nothing of the connection that listens. */
type Beat = 'heard' | 'lost' | 'unsent'

export async function listen(url: string, db: Db, log: Log, heartbeat = HEARTBEAT): Promise<Events> {
  const listeners: ((event: Event) => void)[] = []
  const gaps: (() => void)[] = []
  const expected = new Map<string, () => void>()
  let connection: pg.Client | null = null
  let lastHeard = performance.now()
  let silent = false
  let replaced = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const hear = (payload: string) => {
    const said = JSON.parse(payload) as Event | { readonly kind: 'heartbeat'; readonly id: string }
    if (said.kind === 'heartbeat') expected.get(said.id)?.()
    else for (const listener of listeners) listener(said)
  }

  const open = async () => {
    const next = await openConnection(url, LISTENER)
    next.on('notification', ({ payload }) => hear(payload ?? '{}'))
    next.on('error', () => {})
    try {
      await inTime(next.query(`listen ${CHANNEL}`), heartbeat.patienceMs)
    } catch (error) {
      dropConnection(next)
      throw error
    }
    if (closed) return dropConnection(next)
    next.once('end', () => {
      if (connection === next) lose('closed')
    })
    connection = next
  }

  const beat = (): Promise<Beat> => {
    const id = randomUUID()
    let sent = false
    return new Promise((resolve) => {
      const done = (how: Beat) => {
        clearTimeout(late)
        expected.delete(id)
        resolve(how)
      }
      const late = setTimeout(() => done(sent ? 'lost' : 'unsent'), heartbeat.patienceMs)
      late.unref()
      expected.set(id, () => done('heard'))
      db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ kind: 'heartbeat', id })})`).then(
        () => {
          sent = true
        },
        () => done('unsent'),
      )
    })
  }

  /** Nothing is heard any more, or may not be. */
  const fallSilent = (why: string) => {
    if (silent) return
    silent = true
    log.warn('events: not heard, trying again', { why })
  }

  const lose = (why: string) => {
    fallSilent(why)
    replaced += 1
    const lost = connection
    connection = null
    if (lost) dropConnection(lost)
    next(AGAIN_MS)
  }

  const round = async () => {
    if (!connection) await open().catch(() => {})
    if (closed) return
    if (!connection) return next(AGAIN_MS)
    const proved = connection
    const how = await beat()
    // Closed, or replaced meanwhile, which has its own round.
    if (closed || connection !== proved) return
    if (how === 'lost') return lose('no heartbeat')
    if (how === 'heard') {
      lastHeard = performance.now()
      if (silent) {
        silent = false
        log.info('events: listening again')
        for (const gap of gaps) gap()
      }
      return next(heartbeat.everyMs)
    }
    if (performance.now() - lastHeard > heartbeat.everyMs + heartbeat.patienceMs) fallSilent('no way to send')
    next(UNSENT_MS)
  }

  const next = (ms: number) => {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => void round(), ms)
    timer.unref()
  }

  await open()
  let first = await beat()
  // A slow disk right after a start may take longer than a beat may.
  for (let tries = 1; first !== 'heard' && tries < FIRST_BEATS; tries++) first = await beat()
  if (first !== 'heard') {
    closed = true
    if (connection) dropConnection(connection)
    throw new StartProblem(
      'Bedside does not hear its own events from the database, so no page would learn of an arrival. If DATABASE_URL leads to a connection pooler (PgBouncer), let it keep sessions (pool_mode = session) or go past it.',
    )
  }
  next(heartbeat.everyMs)
  return {
    on: (listener) => listeners.push(listener),
    onGap: (listener) => gaps.push(listener),
    heard: () => connection !== null && !silent,
    reconnects: () => replaced,
    async close() {
      closed = true
      clearTimeout(timer)
      const last = connection
      connection = null
      if (last) await inTime(last.end(), heartbeat.patienceMs).catch(() => dropConnection(last))
    },
  }
}
