// Goes through the whole chain and says which rows are not as they were written. Reads one snapshot and locks nothing, so
// that it can run beside the server; it mends nothing.
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db.ts'
import { GENESIS, type Head, hashOf } from './chain.ts'
import type { AuditRow } from './entries.ts'
import { audit, auditHead, auditInbox } from './tables.ts'

export type AuditFinding =
  /** Its content or its hash is another than it was. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** It is whole, but stands where it was not written. */
  | { readonly kind: 'moved'; readonly seq: number; readonly was: number }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** There are rows beyond the end that was recorded. */
  | { readonly kind: 'added'; readonly from: number; readonly to: number }
  | { readonly kind: 'no-head' }
  /** What somebody noted elsewhere is not what stands here. */
  | { readonly kind: 'not-as-noted'; readonly seq: number }
  /** A trigger that keeps rows as they are is gone or switched off. */
  | { readonly kind: 'unguarded'; readonly trigger: string }

export interface Verified {
  readonly rows: number
  readonly head: Head | null
  /** Entries that are written down but not in the chain yet. */
  readonly waiting: number
  /** In the order of the rows; at most 1,000. */
  readonly findings: readonly AuditFinding[]
}

const PAGE = 5000
const MOST_FINDINGS = 1000
const GUARDS = [
  'audit_only_grows',
  'audit_inbox_only_grows',
  'audit_inbox_until_chained',
  'audit_head_stays',
  'audit_head_forward',
]

/** `noted`: a head that was kept elsewhere, which the chain must still contain. */
export async function verifyAudit(db: Db, noted: Head | null = null): Promise<Verified> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`)
    return verifyIn(tx, noted)
  })
}

async function verifyIn(tx: Tx, noted: Head | null): Promise<Verified> {
  const findings: AuditFinding[] = await unguarded(tx)
  const changed = new Set<number>()
  const change = (seq: number) => {
    if (!changed.has(seq)) findings.push({ kind: 'changed', seq })
    changed.add(seq)
  }
  let rows = 0
  let [seq, hash]: [number, Buffer] = [0, GENESIS]
  for await (const row of allRows(tx)) {
    rows += 1
    const follows = row.seq === seq + 1
    if (row.seq > seq + 1) findings.push({ kind: 'missing', from: seq + 1, to: row.seq - 1 })
    if (!hashOf(row.previous, row).equals(row.hash)) change(row.seq)
    // Whole in itself, but the row before is not the one that it was written after.
    else if (follows && !row.previous.equals(hash)) change(seq > 0 ? seq : row.seq)
    if (noted && row.seq === noted.seq && row.hash.toString('hex') !== noted.hash)
      findings.push({ kind: 'not-as-noted', seq: row.seq })
    seq = row.seq
    hash = row.hash
    if (findings.length >= MOST_FINDINGS) break
  }
  const [end] = await tx.select().from(auditHead)
  if (findings.length < MOST_FINDINGS) {
    if (!end && rows > 0) findings.push({ kind: 'no-head' })
    if (end && end.seq > seq) findings.push({ kind: 'missing', from: seq + 1, to: end.seq })
    if (end && end.seq < seq) findings.push({ kind: 'added', from: end.seq + 1, to: seq })
    if (end && end.seq === seq && !end.hash.equals(hash)) change(seq)
    if (noted && noted.seq > seq) findings.push({ kind: 'not-as-noted', seq: noted.seq })
  }
  return {
    rows,
    head: end ? { seq: end.seq, hash: end.hash.toString('hex') } : null,
    waiting: await tx.$count(auditInbox),
    findings: await Promise.all(findings.map((finding) => (finding.kind === 'changed' ? moved(tx, finding) : finding))),
  }
}

async function* allRows(tx: Tx): AsyncGenerator<AuditRow> {
  for (let after: number | null = null; ; ) {
    const page: AuditRow[] = await tx
      .select()
      .from(audit)
      .where(after === null ? undefined : gt(audit.seq, after))
      .orderBy(asc(audit.seq))
      .limit(PAGE)
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.seq ?? null
  }
}

/** Where rows were taken out and the others counted anew, the row before is gone; the place was near. */
const NEAR = 100

/** A row that only lost its place still says, by the hash before it, where that was. */
async function moved(tx: Tx, finding: Extract<AuditFinding, { kind: 'changed' }>): Promise<AuditFinding> {
  const [row] = await tx.select().from(audit).where(eq(audit.seq, finding.seq))
  if (!row) return finding
  const before = await tx.select({ seq: audit.seq }).from(audit).where(eq(audit.hash, row.previous))
  const near = Array.from({ length: 2 * NEAR + 1 }, (_, index) => row.seq - NEAR + index)
  const was = [...before.map(({ seq }) => seq + 1), ...near].find((seq) =>
    hashOf(row.previous, { ...row, seq }).equals(row.hash),
  )
  return was === undefined || was === row.seq ? finding : { kind: 'moved', seq: row.seq, was }
}

async function unguarded(tx: Tx): Promise<AuditFinding[]> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select tgname as name from pg_trigger where ${and(sql`tgenabled = 'A'`, sql`tgname in ${GUARDS}`)}`,
  )
  return GUARDS.filter((guard) => !rows.some(({ name }) => name === guard)).map((trigger) => ({
    kind: 'unguarded',
    trigger,
  }))
}
