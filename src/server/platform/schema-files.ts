// The table of photos that patients send, before the day of their appointment or during a visit. Their bytes are elsewhere, each encrypted by the key that stands here.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, visits } from './schema.ts'
import { appointments } from './schema-appointments.ts'

export const files = pgTable(
  'files',
  {
    /** Made by who sends it, so that what is sent twice is kept once. */
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id').references(() => visits.id),
    /** Until its patient comes: from then on it is the visit's. */
    appointmentId: uuid('appointment_id').references(() => appointments.id),
    receivedAt: instant('received_at').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Sealed. Without it nobody reads the file, wherever a copy of it is. */
    sealedKey: text('sealed_key').notNull(),
  },
  (table) => [
    index('files_visit').on(table.visitId),
    index('files_appointment').on(table.appointmentId),
    check('files_one_owner', sql`num_nonnulls(${table.visitId}, ${table.appointmentId}) = 1`),
  ],
)
