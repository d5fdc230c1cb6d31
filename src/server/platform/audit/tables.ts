// The tables of the audit. Rows are only ever added: triggers in the migration refuse everything else. They name nobody
// but by id and hold no words of anybody's.
import {
  bigint,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AuditAction, AuditOutcome, AuditWho } from '#domain/audit'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

const facts = () => ({
  at: moment('at').notNull(),
  whoKind: text('who_kind').$type<AuditWho>().notNull(),
  /** A person's id, or the visit's whose patient it was. */
  whoId: uuid('who_id'),
  role: text('role'),
  /** Whose administrators may see it. */
  organisationId: uuid('organisation_id'),
  action: text('action').$type<AuditAction>().notNull(),
  /** The endpoint or message as it was declared, never as it was called. */
  via: text('via').notNull(),
  subjectKind: text('subject_kind'),
  subjectId: text('subject_id'),
  /** In the chain, a patient's or a stranger's address is a mark: see kept-address.ts. */
  address: text('address').notNull(),
  outcome: text('outcome').$type<AuditOutcome>().notNull(),
  /** Why it was refused: a problem's code. */
  code: text('code'),
  /** Where one row stands for several: how often, and when the last was. */
  times: integer('times'),
  until: moment('until'),
})

/** Where an audit entry is written first, in the transaction of the change itself. A second later it moves into the chain. */
export const auditInbox = pgTable('audit_inbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ...facts(),
})

/**
 * Partitioned by month. `month` is not part of the chain: it never goes back along it, so that the rows of a month are one
 * piece of the chain and can be archived together. The migration makes the partitions; drizzle does not know them.
 */
export const audit = pgTable(
  'audit',
  {
    /** The first day of the month, UTC. */
    month: date('month', { mode: 'string' }).notNull(),
    /** 1, 2, 3 and so on without a gap. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The id that it had in the inbox. */
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    ...facts(),
    /** The hash of the row before; of the first, zeros. */
    previous: bytes('previous').notNull(),
    /** SHA-256 over `previous` and everything above but the month: see chain.ts. */
    hash: bytes('hash').notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_pkey', columns: [table.seq, table.month] }),
    uniqueIndex('audit_entry').on(table.entryId, table.month),
    index('audit_organisation').on(table.organisationId, table.seq),
    index('audit_subject').on(table.subjectId, table.seq),
    index('audit_who').on(table.whoId, table.seq),
  ],
)

/** One row: where the chain ends, so that a lost end is noticed. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
  /** The month of the last row. */
  month: date('month', { mode: 'string' }).notNull(),
})

/** Addresses of patients and of whoever was not signed in, apart from the chain: deleted after their own time. */
export const auditAddresses = pgTable(
  'audit_addresses',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    address: text('address').notNull(),
    /** What the mark in the chain was made with. Without it the mark gives no address away. */
    salt: bytes('salt').notNull(),
  },
  (table) => [index('audit_addresses_at').on(table.at)],
)

/** What was archived and dropped: the piece of the chain that stood between `previous` and `hash`. */
export const auditArchives = pgTable('audit_archives', {
  month: date('month', { mode: 'string' }).primaryKey(),
  firstSeq: bigint('first_seq', { mode: 'number' }).notNull(),
  lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
  previous: bytes('previous').notNull(),
  hash: bytes('hash').notNull(),
  archivedAt: moment('archived_at').notNull(),
})

/** Work that is saved again and again, such as a note: its first save has a row, and its end will have one. */
export const auditSittings = pgTable(
  'audit_sittings',
  {
    action: text('action').$type<AuditAction>().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    whoId: uuid('who_id').notNull(),
    role: text('role'),
    organisationId: uuid('organisation_id'),
    via: text('via').notNull(),
    address: text('address').notNull(),
    begunAt: moment('begun_at').notNull(),
    lastAt: moment('last_at').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.action, table.subjectKind, table.subjectId] }),
    index('audit_sittings_last').on(table.lastAt),
  ],
)
