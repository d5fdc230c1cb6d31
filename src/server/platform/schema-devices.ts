// The browsers that people have signed in with. The cookie that tells them apart opens nothing: it only says that this
// browser was here before.
import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, people } from './schema.ts'

export const devices = pgTable(
  'devices',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the cookie's secret, hex. Several people may share a browser: each has a row. */
    tokenHash: text('token_hash').notNull(),
    browser: text('browser'),
    system: text('system'),
    /** From where it came first. */
    address: text('address').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    /** Until when this person, at this browser, knows which others there are. */
    knowsUntil: instant('knows_until').notNull(),
    /** Its person is still to be told of it by letter. */
    untold: boolean('untold').notNull(),
    /** Guesses at this person from here are counted apart from strangers'. False once their sign-in here was ended from elsewhere. */
    trusted: boolean('trusted').notNull().default(true),
  },
  (table) => [uniqueIndex('devices_one').on(table.personId, table.tokenHash)],
)
