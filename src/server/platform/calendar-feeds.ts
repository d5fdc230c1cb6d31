// The end of somebody's calendar feed, for whatever ends it: they, a new password, a reset, or deactivating them.
import { eq } from 'drizzle-orm'
import type { Tx } from './db.ts'
import { calendarFeeds } from './schema-calendar-feeds.ts'

/** Its address gives nothing from now on, and never again. */
export async function endCalendarFeed(tx: Tx, personId: string): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
}
