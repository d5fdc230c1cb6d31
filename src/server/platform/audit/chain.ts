// The chain: each row's hash covers the hash before it, so that no row can be changed, moved or taken out unseen. One
// writer at a time moves what has come in since; whoever finds another at it has nothing to do.
import { createHash } from 'node:crypto'
import { asc, sql } from 'drizzle-orm'
import type { Db, DbOrTx } from '../db.ts'
import { type AuditRow, putRows } from './entries.ts'
import { apart, type KeptAddress, keepAddresses } from './kept-address.ts'
import { auditHead, auditInbox } from './tables.ts'

export type Fact = Omit<AuditRow, 'hash' | 'previous' | 'month'>

export const GENESIS = Buffer.alloc(32)

/** The figure of the advisory lock that the one writer holds. */
export const CHAIN_LOCK = 7_305_003
const AT_ONCE = 1000

/**
 * What is hashed of a row. The order and the first word are for ever: whoever changes them changes the word, too. The
 * second form is of rows that stand for several.
 */
export function canonical(row: Fact): string {
  const several = row.times !== null || row.until !== null
  return JSON.stringify([
    several ? 'bedside-audit-2' : 'bedside-audit-1',
    row.seq,
    row.entryId,
    row.at.toISOString(),
    row.whoKind,
    row.whoId,
    row.role,
    row.organisationId,
    row.action,
    row.via,
    row.subjectKind,
    row.subjectId,
    row.address,
    row.outcome,
    row.code,
    ...(several ? [row.times, row.until?.toISOString() ?? null] : []),
  ])
}

export const hashOf = (previous: Buffer, row: Fact): Buffer =>
  createHash('sha256').update(previous).update(canonical(row)).digest()

export interface Head {
  readonly seq: number
  /** Hex. */
  readonly hash: string
}

export async function headOf(db: DbOrTx): Promise<Head | null> {
  const [end] = await db.select().from(auditHead)
  return end ? { seq: end.seq, hash: end.hash.toString('hex') } : null
}

/** Puts everything that has come in at the end of the chain. */
export async function chain(db: Db): Promise<void> {
  while (await chainSome(db));
}

/** The month of a moment, as the first day of it. */
export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`

/** Puts the oldest that have come in, of one month, at the end of the chain. Returns whether there may be more. */
function chainSome(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rows: lock } = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(${CHAIN_LOCK}) as taken`,
    )
    if (!lock[0]?.taken) return false
    const waiting = await tx.select().from(auditInbox).orderBy(asc(auditInbox.id)).limit(AT_ONCE)
    const [first] = waiting
    if (!first) return false
    const [head] = await tx.select().from(auditHead)
    // A clock may go back a little; the month does not.
    const monthAfter = (at: Date) => (head && head.month > monthOf(at) ? head.month : monthOf(at))
    const month = monthAfter(first.at)
    const next = waiting.findIndex(({ at }) => monthAfter(at) > month)
    const entries = next === -1 ? waiting : waiting.slice(0, next)
    if (month !== head?.month) await tx.execute(sql`select audit_open_month(${month}::date)`)
    const ids = entries.map(({ id }) => id)
    const owners = await ownersOf(
      tx,
      entries.filter(({ organisationId }) => !organisationId).map(({ id }) => id),
    )
    let [seq, previous] = [head?.seq ?? 0, head?.hash ?? GENESIS]
    const addresses: KeptAddress[] = []
    const rows = entries.map(({ id, organisationId, ...facts }): AuditRow => {
      seq += 1
      const { mark, kept } = apart(facts.whoKind, facts.address) ?? { mark: facts.address, kept: null }
      if (kept) addresses.push({ seq, at: facts.at, ...kept })
      const owner = organisationId ?? owners.get(id) ?? null
      const fact = { seq, entryId: id, ...facts, organisationId: owner, address: mark }
      const row = { month, previous, hash: hashOf(previous, fact), ...fact }
      previous = row.hash
      return row
    })
    await putRows(tx, rows)
    await keepAddresses(tx, addresses)
    const end = { seq, hash: previous, month }
    await tx
      .insert(auditHead)
      .values({ id: 1, ...end })
      .onConflictDoUpdate({ target: auditHead.id, set: end })
    await tx.delete(auditInbox).where(sql`${auditInbox.id} = any(${sql.param(ids)})`)
    return next !== -1 || waiting.length === AT_ONCE
  })
}

/** Whose those entries are that do not say it: patients' and strangers' are the organisation's that they came to. */
async function ownersOf(tx: Pick<Db, 'execute'>, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.execute<{ id: string; owner: string | null }>(sql`
    with entry as (
      select id, who_kind, who_id, subject_kind,
             case when subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject_id::uuid end as subject
      from audit_inbox where id = any(${sql.param([...ids])})
    )
    select entry.id, coalesce(organisations.id, services.organisation_id, people.organisation_id) as owner
    from entry
    left join organisations on entry.subject_kind = 'organisation' and organisations.id = entry.subject
    left join people on entry.subject_kind = 'person' and people.id = entry.subject
    left join consultations on entry.subject_kind = 'note' and consultations.id = entry.subject
    left join visits on visits.id = case
      when entry.subject_kind = 'visit' then entry.subject
      when entry.subject_kind = 'note' then consultations.visit_id
      when entry.who_kind = 'patient' then entry.who_id end
    left join areas on areas.id = case when entry.subject_kind = 'area' then entry.subject else visits.area_id end
    left join services on services.id = case when entry.subject_kind = 'service' then entry.subject else areas.service_id end`)
  return new Map(rows.flatMap(({ id, owner }) => (owner ? [[Number(id), owner] as const] : [])))
}
