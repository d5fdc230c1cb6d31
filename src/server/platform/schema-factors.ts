// The tables of what somebody has besides their password: an authenticator, passkeys, recovery codes; and of sign-ins that
// are half done. Secrets are sealed or kept as fingerprints: a copy of the database opens no sign-in.
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, people } from './schema.ts'

const sqlConfirmed = sql`confirmed_at is not null`
const sqlUnconfirmed = sql`confirmed_at is null`

const person = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id)

/** An app that shows a new code every half minute: at most one that counts, and one that is being set up. */
export const authenticators = pgTable(
  'authenticators',
  {
    id: uuid('id').primaryKey(),
    personId: person(),
    /** Base32, sealed (platform/seal). */
    secret: text('secret').notNull(),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** The half minute of the newest code that was taken: a code counts once. */
    lastStep: integer('last_step').notNull().default(0),
  },
  (table) => [
    uniqueIndex('authenticators_one').on(table.personId).where(sqlConfirmed),
    uniqueIndex('authenticators_one_begun').on(table.personId).where(sqlUnconfirmed),
  ],
)

/** What is left of them: a used one is gone. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: person(),
    /** SHA-256, hex. */
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey(),
    personId: person(),
    /** As the authenticator names it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often it has signed, by its own count; one that goes back is a copy. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull(),
    /** Kept by a service that copies it to the person's other devices. */
    synced: boolean('synced').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    /** Since when it opens nothing, because there seems to be a copy of it. */
    stoppedAt: instant('stopped_at'),
  },
  (table) => [index('passkeys_person').on(table.personId)],
)

/** What a browser was asked to sign with a passkey; it counts once. */
export const passkeyAsks = pgTable('passkey_asks', {
  id: uuid('id').primaryKey(),
  challenge: text('challenge').notNull(),
  /** Null: asked of whoever wants to sign in. */
  personId: uuid('person_id').references(() => people.id),
  endsAt: instant('ends_at').notNull(),
})

/** Sign-ins whose password was right and whose second step is awaited. */
export const secondSteps = pgTable('second_steps', {
  id: uuid('id').primaryKey(),
  /** SHA-256, hex. */
  tokenHash: text('token_hash').notNull().unique(),
  personId: person(),
  endsAt: instant('ends_at').notNull(),
})
