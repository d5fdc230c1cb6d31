// The table of photos that patients send. Their bytes are elsewhere, each encrypted by the key that stands here.
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, visits } from './schema.ts'

export const files = pgTable(
  'files',
  {
    /** Made by who sends it, so that what is sent twice is kept once. */
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    receivedAt: instant('received_at').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Sealed. Without it nobody reads the file, wherever a copy of it is. */
    sealedKey: text('sealed_key').notNull(),
  },
  (table) => [index('files_visit').on(table.visitId)],
)
