// The table of break-glass: who opened which service, why, and until when. What it opens stands in the view `serving`.
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, people, services } from './schema.ts'

const sqlOpen = sql`closed_at is null`

export const breakGlass = pgTable(
  'break_glass',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id),
    /** In their own words, for administrators and auditors. Null once its time is over. */
    reason: text('reason'),
    openedAt: instant('opened_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Null: open. Whoever is in a consultation there when the time is over keeps it open until that ends. */
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('break_glass_one_open').on(table.personId, table.serviceId).where(sqlOpen),
    index('break_glass_service').on(table.serviceId, table.openedAt),
  ],
)
