// The table of notifications: each message to somebody outside is a row, written with what gives rise to it.
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ChannelName, NotificationKind, NotificationState } from '#domain/notification'
import { instant, organisations } from './schema.ts'
import { appointments } from './schema-appointments.ts'

/** Addresses that want no automatic messages. */
export const optOuts = pgTable('opt_outs', {
  /** A fingerprint (platform/opt-outs). */
  addressKey: text('address_key').primaryKey(),
  channel: text('channel').$type<ChannelName>().notNull(),
  createdAt: instant('created_at').notNull(),
})

export const notifications = pgTable(
  'notifications',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind').$type<NotificationKind>().notNull().default('staff'),
    channel: text('channel').$type<ChannelName>().notNull().default('email'),
    /** Whose patient it is to; null where it is to staff. */
    appointmentId: uuid('appointment_id').references(() => appointments.id),
    /** What it is about, such as a one-time link: when that is over, so is the message's link. */
    aboutId: uuid('about_id'),
    /** An e-mail address or a phone number. */
    recipient: text('recipient').notNull(),
    /** Whom of the staff it is to; they may be gone since, when their invitation was withdrawn. */
    personId: uuid('person_id'),
    /** Empty in a text message. */
    subject: text('subject').notNull(),
    /** With LINK_MARK where the link goes. */
    body: text('body').notNull(),
    /** Of an e-mail: a calendar's file that goes with it (iCalendar). It names no patient. */
    calendar: text('calendar'),
    /** Sealed (platform/seal), and gone once it is sent, used or over. */
    link: text('link'),
    linkEndsAt: instant('link_ends_at'),
    createdAt: instant('created_at').notNull(),
    state: text('state').$type<NotificationState>().notNull().default('queued'),
    /** Queued: when it is due, or until when a process has reserved it. Sending: until when that may last. */
    nextTryAt: instant('next_try_at').notNull(),
    failures: integer('failures').notNull().default(0),
    /** The code of the last failure. */
    fault: text('fault'),
    /** What the provider calls it, for what it tells later. */
    reference: text('reference'),
    sentAt: instant('sent_at'),
    deliveredAt: instant('delivered_at'),
    /** It takes the place of this one, which was not delivered. */
    insteadOfId: uuid('instead_of_id'),
  },
  (table) => [
    index('notifications_due').on(table.nextTryAt).where(sql`state in ('queued', 'sending')`),
    index('notifications_organisation').on(table.organisationId, table.createdAt),
    index('notifications_about').on(table.aboutId),
    index('notifications_appointment').on(table.appointmentId),
    index('notifications_reference').on(table.reference).where(sql`reference is not null`),
  ],
)
