// The table of calendar feeds: who has one. It stands beside schema.ts only because of its length.
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, people } from './schema.ts'

export const calendarFeeds = pgTable('calendar_feeds', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  /** SHA-256 of the secret in its address, hex. */
  tokenHash: text('token_hash').notNull().unique(),
  /** Also the appointments for anyone of the team. */
  team: boolean('team').notNull(),
  madeAt: instant('made_at').notNull(),
  /** When a calendar last asked; to ten minutes. */
  readAt: instant('read_at'),
})
