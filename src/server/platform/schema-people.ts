// The tables of who may do what in a service, and of one-time links. They stand beside schema.ts only because
// of its length.
import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, pgView, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ServiceRole } from '#domain/permission'
import type { LinkKind } from '#domain/person'
import { instant, people, services } from './schema.ts'

/** What a person does in a service. */
export const memberships = pgTable(
  'memberships',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id),
    role: text('role').$type<ServiceRole>().notNull(),
    /** Null: every waiting area of the service, those to come included. */
    areaIds: uuid('area_ids').array(),
    /** What patients of the service are told instead of their name; the same in all their roles there. Null: their name. */
    alias: text('alias'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.serviceId, table.role] }),
    index('memberships_service').on(table.serviceId),
  ],
)

/** Who does what in which waiting area: memberships, area by area, and services that are open by break-glass. */
export const serving = pgView('serving', {
  personId: uuid('person_id').notNull(),
  areaId: uuid('area_id').notNull(),
  serviceId: uuid('service_id').notNull(),
  role: text('role').$type<ServiceRole>().notNull(),
  /** By which break-glass; null where it is their own role. */
  breakGlassId: uuid('glass_id'),
}).as(
  sql`select memberships.person_id, areas.id as area_id, memberships.service_id, memberships.role, null::uuid as glass_id
    from memberships join areas on areas.service_id = memberships.service_id
    where memberships.area_ids is null or areas.id = any (memberships.area_ids)
    union all
    select break_glass.person_id, areas.id, break_glass.service_id, 'practitioner', break_glass.id
    from break_glass join areas on areas.service_id = break_glass.service_id
    where break_glass.closed_at is null`,
)

/** The links that open a door once: an invitation, a new password. Of a new password's there may be several for each person. */
export const personLinks = pgTable(
  'person_links',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<LinkKind>().notNull(),
    /** SHA-256 of the link's secret, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The e-mail address that it confirms, where that is what it is for. */
    email: text('email'),
    createdAt: instant('created_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    // Whoever asks for a new password ends no link that somebody else has asked for.
    uniqueIndex('person_links_one').on(table.personId, table.kind).where(sql`kind <> 'reset'`),
    index('person_links_person').on(table.personId),
  ],
)

/** Asked for a new password; answered a moment later, so that the answer to the asking tells nothing. */
export const resetRequests = pgTable(
  'reset_requests',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the e-mail address, hex. */
    emailHash: text('email_hash').notNull(),
    at: instant('at').notNull(),
    handledAt: instant('handled_at'),
    /** Where it was asked: SHA-256 of a browser of theirs or of an address, hex. */
    asker: text('asker').notNull().default(''),
    /** Asked at a browser that this person signed in with before. */
    trusted: boolean('trusted').notNull().default(false),
    /** A letter was written. */
    written: boolean('written').notNull().default(false),
  },
  (table) => [index('reset_requests_email').on(table.emailHash, table.at)],
)
