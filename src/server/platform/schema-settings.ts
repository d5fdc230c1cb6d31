// The table of the organisations' logos. Beside schema.ts only because of its length.
import { customType, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisations } from './schema.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A picture never changes under its id: another logo is another row. */
export const logos = pgTable('logos', {
  id: uuid('id').primaryKey(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  contentType: text('content_type').$type<'image/png' | 'image/jpeg'>().notNull(),
  bytes: bytes('bytes').notNull(),
  createdAt: instant('created_at').notNull(),
})
