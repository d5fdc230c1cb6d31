// The tables of sign-ins by an identity provider: whom it knows, which sign-ins it opened, what its groups make somebody,
// and which of its logout tokens were heard.
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#domain/permission'
import { instant, organisations, people, services, sessions } from './schema.ts'

/** Who somebody is to a provider. An e-mail address may change hands there; the subject never does. */
export const personIdentities = pgTable(
  'person_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    // One at each provider: a second one with the same e-mail address is somebody else.
    uniqueIndex('person_identities_person').on(table.personId, table.issuer),
  ],
)

/** The sign-ins that a provider opened. */
export const providerSignIns = pgTable(
  'provider_sign_ins',
  {
    sessionId: uuid('session_id')
      .primaryKey()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    /** The provider's own name for its session; null where it gives none. */
    sid: text('sid'),
    /** Sealed (platform/seal): the provider wants it back when the sign-in ends there, too. */
    idToken: text('id_token').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('provider_sign_ins_subject').on(table.issuer, table.subject),
    index('provider_sign_ins_sid').on(table.issuer, table.sid),
  ],
)

/** What one of the provider's groups makes somebody: a role for the organisation, or one in a service. */
export const groupRules = pgTable(
  'group_rules',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    group: text('group_name').notNull(),
    /** Null: for the whole organisation. */
    serviceId: uuid('service_id').references(() => services.id),
    role: text('role').$type<Role>().notNull(),
  },
  (table) => [index('group_rules_organisation').on(table.organisationId)],
)

/** The roles that somebody has by their groups: these alone go when the groups go. */
export const groupRoles = pgTable(
  'group_roles',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Null: for the whole organisation. */
    serviceId: uuid('service_id').references(() => services.id),
    role: text('role').$type<Role>().notNull(),
  },
  (table) => [index('group_roles_person').on(table.personId)],
)

/** Logout tokens that were heard, for as long as they could be heard again. */
export const logoutTokens = pgTable(
  'logout_tokens',
  {
    issuer: text('issuer').notNull(),
    jti: text('jti').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.jti] })],
)
