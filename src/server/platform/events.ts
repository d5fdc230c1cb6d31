// What happened, told to every server process: PostgreSQL's NOTIFY, sent inside the transaction and so delivered only
// after it commits, and never when it does not. Events only say where to look again; the truth is in the tables.
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { atLast, type DbOrTx, openConnection } from './db.ts'
import type { Log } from './log.ts'

export type Event =
  /** A visit changed. `places`: the queue's order did, too, so every place in it may be another. */
  | { readonly kind: 'visit'; readonly visitId: string; readonly areaId: string; readonly places: boolean }
  /** A visit was joined, and whoever let them in told both its pages: all else that is shown of it may come later. */
  | { readonly kind: 'joined'; readonly visitId: string; readonly areaId: string; readonly places: boolean }
  /** A page measured something of its equipment, which it does often: the queue hears of it a little later. */
  | { readonly kind: 'findings'; readonly visitId: string; readonly areaId: string }
  /** Something changed that only the practitioner of the visit is shown. */
  | { readonly kind: 'consultation'; readonly visitId: string }
  /** A patient's page came or went: nothing that this patient is shown changed. */
  | { readonly kind: 'presence'; readonly visitId: string; readonly areaId: string }
  /** A waiting area's settings or notices changed. */
  | { readonly kind: 'area'; readonly areaId: string }
  /** A sign-in ended. */
  | { readonly kind: 'session-ended'; readonly sessionIds: readonly string[] }
  | { readonly kind: 'session-locked'; readonly sessionIds: readonly string[] }
  | { readonly kind: 'session-unlocked'; readonly sessionIds: readonly string[] }
  /** What a person may do changed, down to nothing; `sessionIds` are the sign-ins they keep. */
  | { readonly kind: 'rights'; readonly sessionIds: readonly string[] }

const CHANNEL = 'bedside'

/** Publishes `event` with the transaction. NOTIFY carries at most 8,000 bytes: ids only. */
export async function publish(tx: DbOrTx, event: Event): Promise<void> {
  await atLast(tx, sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`)
}

export interface Events {
  on(listener: (event: Event) => void): void
  /** Runs after the connection was lost and found again: events may have been missed. */
  onGap(listener: () => void): void
  /** Whether events are heard at this moment. */
  heard(): boolean
  close(): Promise<void>
}

/** Listens on a connection of its own and finds it again after a loss. */
export async function listen(url: string, log: Log): Promise<Events> {
  const listeners: ((event: Event) => void)[] = []
  const gaps: (() => void)[] = []
  let closed = false
  let connection: pg.Client | null = null

  const open = async () => {
    const next = await openConnection(url)
    next.on('notification', (message) => {
      const event = JSON.parse(message.payload ?? '{}') as Event
      for (const listener of listeners) listener(event)
    })
    next.on('error', () => {})
    next.once('end', () => {
      if (!closed) again()
    })
    await next.query(`listen ${CHANNEL}`)
    connection = next
  }
  const again = () => {
    log.warn('events: connection to the database lost, trying again')
    connection = null
    const attempt = () => {
      if (closed) return
      open().then(
        () => {
          log.info('events: listening again')
          for (const gap of gaps) gap()
        },
        () => setTimeout(attempt, 250),
      )
    }
    setTimeout(attempt, 100)
  }
  await open()
  return {
    on: (listener) => listeners.push(listener),
    onGap: (listener) => gaps.push(listener),
    heard: () => connection !== null,
    async close() {
      closed = true
      const last = connection
      connection = null
      await last?.end()
    },
  }
}
