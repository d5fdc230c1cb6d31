// Entries on their way into the inbox and rows on their way into the chain: one statement with one value, however many
// they are, so that a busy second costs neither the server nor the database much.
import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '../db.ts'
import type { audit, auditInbox } from './tables.ts'

export type Entry = Omit<typeof auditInbox.$inferSelect, 'id'>
export type AuditRow = typeof audit.$inferSelect

const FACTS = sql.raw(
  'at, who_kind, who_id, role, organisation_id, action, via, subject_kind, subject_id, address, outcome, code, times, until',
)
const TYPES = sql.raw(
  'at timestamptz, who_kind text, who_id uuid, role text, organisation_id uuid, action text, via text, subject_kind text, subject_id text, address text, outcome text, code text, times integer, until timestamptz',
)

/** What puts `entries` into the inbox. */
export function entriesIn(entries: readonly Entry[]): SQL {
  const values = JSON.stringify(entries.map(facts))
  return sql`insert into audit_inbox (${FACTS}) select ${FACTS} from json_to_recordset(${values}) as e(${TYPES})`
}

/** What most entries stand for. */
export const ONCE = { times: null, until: null } as const

export async function putRows(db: DbOrTx, rows: readonly AuditRow[]): Promise<void> {
  const values = JSON.stringify(
    rows.map((row) => ({
      month: row.month,
      seq: row.seq,
      entry_id: row.entryId,
      previous: row.previous.toString('hex'),
      hash: row.hash.toString('hex'),
      ...facts(row),
    })),
  )
  await db.execute(sql`
    insert into audit (month, seq, entry_id, ${FACTS}, previous, hash)
    select month, seq, entry_id, ${FACTS}, decode(previous, 'hex'), decode(hash, 'hex')
    from json_to_recordset(${values}) as e(month date, seq bigint, entry_id bigint, ${TYPES}, previous text, hash text)`)
}

function facts(entry: Entry) {
  return {
    at: entry.at,
    who_kind: entry.whoKind,
    who_id: entry.whoId,
    role: entry.role,
    organisation_id: entry.organisationId,
    action: entry.action,
    via: entry.via,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    address: entry.address,
    outcome: entry.outcome,
    code: entry.code,
    times: entry.times,
    until: entry.until,
  }
}
