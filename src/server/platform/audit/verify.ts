// Goes through the whole chain and says which rows are not as they were written: archived months from their files, where
// these are given, and then what stands in the database. Reads one snapshot and locks nothing, so that it can run beside
// the server; it mends nothing.
import { and, asc, eq, gt, gte, lte, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db.ts'
import { ArchiveProblem, openArchive } from './archive-file.ts'
import { type Head, hashOf } from './chain.ts'
import type { AuditRow } from './entries.ts'
import type { AuditFinding } from './finding.ts'
import { checkGuards, ownsAudit } from './guards.ts'
import { markOf } from './kept-address.ts'
import { audit, auditAddresses, auditArchives, auditHead, auditInbox } from './tables.ts'
import { openWalk, type Walk } from './walk.ts'

export interface ArchivedMonth {
  /** `2026-05`. */
  readonly month: string
  readonly firstSeq: number
  readonly lastSeq: number
  /** Whether its file was given, and so its rows were looked at. */
  readonly read: boolean
}

export interface Verified {
  /** How many rows were looked at. */
  readonly rows: number
  readonly head: Head | null
  /** Entries that are written down but not in the chain yet. */
  readonly waiting: number
  readonly archives: readonly ArchivedMonth[]
  /** Whether the account that asked could switch the guards off. */
  readonly owner: boolean
  /** In the order of the rows; at most 1,000. */
  readonly findings: readonly AuditFinding[]
}

export interface VerifyWith {
  /** A head that was kept elsewhere, which the chain must still contain. */
  readonly noted?: Head | null
  /** Files of archived months, in any order. */
  readonly archives?: readonly string[]
}

const PAGE = 5000

export async function verifyAudit(db: Db, { noted = null, archives = [] }: VerifyWith = {}): Promise<Verified> {
  const files = await filesByMonth(archives)
  return db.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`)
    return verifyIn(tx, noted, files)
  })
}

async function verifyIn(tx: Tx, noted: Head | null, files: ReadonlyMap<string, string>): Promise<Verified> {
  const findings: AuditFinding[] = await checkGuards(tx)
  const walk = openWalk(findings, noted)
  const archived = await tx.select().from(auditArchives).orderBy(asc(auditArchives.month))
  for (const { month, firstSeq, lastSeq, previous, hash } of archived) {
    const name = month.slice(0, 7)
    const file = files.get(name)
    const begins = firstSeq === walk.seq + 1 && previous.equals(walk.hash)
    if (!begins) findings.push({ kind: 'seam', month: name })
    if (file) {
      if (!begins) walk.skipTo(firstSeq - 1, previous)
      await readArchive(file, walk)
      if (walk.seq !== lastSeq || !walk.hash.equals(hash)) findings.push({ kind: 'seam', month: name })
    } else if (noted && noted.seq >= firstSeq && noted.seq < lastSeq) {
      findings.push({ kind: 'noted-in-archive', month: name })
    }
    walk.skipTo(lastSeq, hash)
  }
  for (const month of files.keys())
    if (!archived.some((each) => each.month === `${month}-01`)) findings.push({ kind: 'strange-archive', month })
  await readTable(tx, walk, findings, archived.at(-1)?.month.slice(0, 7) ?? null)
  const [end] = await tx.select().from(auditHead)
  if (!walk.full()) {
    const { seq, hash } = walk
    if (!end && walk.rows > 0) findings.push({ kind: 'no-head' })
    if (end && end.seq > seq) findings.push({ kind: 'missing', from: seq + 1, to: end.seq })
    if (end && end.seq < seq) findings.push({ kind: 'added', from: end.seq + 1, to: seq })
    if (end && end.seq === seq && !end.hash.equals(hash)) walk.change(seq)
    if (noted && noted.seq > seq) findings.push({ kind: 'not-as-noted', seq: noted.seq })
  }
  return {
    rows: walk.rows,
    head: end ? { seq: end.seq, hash: end.hash.toString('hex') } : null,
    waiting: await tx.$count(auditInbox),
    archives: archived.map(({ month, firstSeq, lastSeq }) => ({
      month: month.slice(0, 7),
      firstSeq,
      lastSeq,
      read: files.has(month.slice(0, 7)),
    })),
    owner: await ownsAudit(tx),
    findings: await Promise.all(findings.map((finding) => (finding.kind === 'changed' ? moved(tx, finding) : finding))),
  }
}

async function filesByMonth(files: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of files) {
    const { head, close } = await openArchive(file)
    close()
    if (found.has(head.month)) throw new ArchiveProblem(`Two of these files are of ${head.month}.`)
    found.set(head.month, file)
  }
  return found
}

async function readArchive(file: string, walk: Walk): Promise<void> {
  const { rows, close } = await openArchive(file)
  try {
    for await (const row of rows) {
      walk.step(row)
      if (walk.full()) return
    }
  } finally {
    close()
  }
}

/** `behind`: the newest month that was archived; the first row goes on from it. */
async function readTable(tx: Tx, walk: Walk, findings: AuditFinding[], behind: string | null): Promise<void> {
  let seam = behind
  for (let after: number | null = null; ; ) {
    const page: AuditRow[] = await tx
      .select()
      .from(audit)
      .where(after === null ? undefined : gt(audit.seq, after))
      .orderBy(asc(audit.seq))
      .limit(PAGE)
    const addresses = await addressesOf(tx, page)
    for (const row of page) {
      if (seam !== null && row.seq === walk.seq + 1 && !row.previous.equals(walk.hash)) {
        findings.push({ kind: 'seam', month: seam })
        walk.skipTo(walk.seq, row.previous)
      }
      seam = null
      walk.step(row)
      const kept = addresses.get(row.seq)
      if (kept && markOf(kept.address, kept.salt) !== row.address) findings.push({ kind: 'address', seq: row.seq })
      if (walk.full()) return
    }
    if (page.length < PAGE) return
    after = page.at(-1)?.seq ?? null
  }
}

async function addressesOf(tx: Tx, page: readonly AuditRow[]) {
  const [first, last] = [page[0], page.at(-1)]
  if (!first || !last) return new Map<number, typeof auditAddresses.$inferSelect>()
  const rows = await tx
    .select()
    .from(auditAddresses)
    .where(and(gte(auditAddresses.seq, first.seq), lte(auditAddresses.seq, last.seq)))
  return new Map(rows.map((row) => [row.seq, row]))
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
