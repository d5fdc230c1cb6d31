// What happened, told to every server process: PostgreSQL's NOTIFY, sent inside the transaction and so delivered only
// after it commits, and never when it does not. Events only say where to look again; the truth is in the tables.
import { sql } from 'drizzle-orm'
import { type Tx, withCommit } from './db.ts'

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
  /** A message was written; nothing else of the visit changed. */
  | { readonly kind: 'message'; readonly messageId: string; readonly areaId: string }
  /** A waiting area's settings or notices changed. */
  | { readonly kind: 'area'; readonly areaId: string }
  /** Who is expected in a waiting area changed: its patients see nothing of it. */
  | { readonly kind: 'appointments'; readonly areaId: string }
  /** A sign-in ended. */
  | { readonly kind: 'session-ended'; readonly sessionIds: readonly string[] }
  | { readonly kind: 'session-locked'; readonly sessionIds: readonly string[] }
  | { readonly kind: 'session-unlocked'; readonly sessionIds: readonly string[] }
  /** What a person may do changed, down to nothing; `sessionIds` are the sign-ins they keep. */
  | { readonly kind: 'rights'; readonly sessionIds: readonly string[] }

export const CHANNEL = 'bedside'
/** NOTIFY takes less than 8,000 bytes. */
const MOST_BYTES = 7900

/**
 * Publishes `event` with the transaction that made what it tells of: neither can be without the other. One with more ids
 * than NOTIFY carries goes as several.
 */
export async function publish(tx: Tx, event: Event): Promise<void> {
  for (const payload of payloadsOf(event)) await withCommit(tx, sql`select pg_notify(${CHANNEL}, ${payload})`)
}

function payloadsOf(event: Event): string[] {
  const payload = JSON.stringify(event)
  if (Buffer.byteLength(payload) <= MOST_BYTES) return [payload]
  if (!('sessionIds' in event) || event.sessionIds.length < 2) throw new Error(`an event is too long: ${event.kind}`)
  const { sessionIds } = event
  const half = Math.ceil(sessionIds.length / 2)
  return [sessionIds.slice(0, half), sessionIds.slice(half)].flatMap((ids) => payloadsOf({ ...event, sessionIds: ids }))
}

export interface Events {
  on(listener: (event: Event) => void): void
  /** Runs after events were not heard for a while: some may have been missed. */
  onGap(listener: () => void): void
  /** Whether events are heard at this moment, as far as the newest heartbeat knows. */
  heard(): boolean
  /** How often the connection for events was replaced since the start. */
  reconnects(): number
  close(): Promise<void>
}
