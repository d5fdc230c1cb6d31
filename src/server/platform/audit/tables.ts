// The tables of the audit. Rows are only ever added: triggers in the migration refuse everything else. They name nobody
// but by id and hold no words of anybody's.
import { bigint, customType, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AuditAction, AuditOutcome, AuditWho } from '#domain/audit'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const facts = () => ({
  at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 }).notNull(),
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
  address: text('address').notNull(),
  outcome: text('outcome').$type<AuditOutcome>().notNull(),
  /** Why it was refused: a problem's code. */
  code: text('code'),
})

/** Where a deed is written first, with the change itself. It stays until it is in the chain, which is a second. */
export const auditInbox = pgTable('audit_inbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ...facts(),
})

export const audit = pgTable(
  'audit',
  {
    /** 1, 2, 3 and so on without a gap. */
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    /** The id that it had in the inbox. */
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    ...facts(),
    /** The hash of the row before; of the first, zeros. */
    previous: bytes('previous').notNull(),
    /** SHA-256 over `previous` and everything above: see chain.ts. */
    hash: bytes('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_entry').on(table.entryId),
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
})
