// Moves past months of the audit to files, the oldest first: writes the month, reads the file again and proves it, and
// only then drops the partition. The database keeps where that piece of the chain began and ended.
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db.ts'
import { ArchiveProblem, headLine, openArchive, rowLine } from './archive-file.ts'
import { SYSTEM } from './audited-request.ts'
import { CHAIN_LOCK, GENESIS, hashOf } from './chain.ts'
import { type AuditRow, entriesIn, ONCE } from './entries.ts'
import { monthsOfAudit } from './months.ts'
import { audit, auditArchives, auditHead } from './tables.ts'

/** A piece of the chain: from the row after `previous` to the one with `hash`. */
interface Piece {
  readonly month: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly previous: Buffer
  readonly hash: Buffer
}

const PAGE = 5000

/**
 * Archives every month up to `upTo` (`2026-05`) into `folder`, one file each; returns the files. Only whole months: the
 * chain must have gone on into a later one. Throws `ArchiveProblem`; what was archived until then stays archived.
 */
export async function archiveMonths(db: Db, folder: string, upTo: string, now: Date): Promise<string[]> {
  const files: string[] = []
  for (const month of await monthsDue(db, upTo)) {
    const file = join(folder, `audit-${month.slice(0, 7)}.jsonl`)
    if (existsSync(file)) throw new ArchiveProblem(`${file} is there already. Choose another folder.`)
    const piece = await pieceOf(db, month)
    const unfinished = `${file}.unfinished`
    try {
      await pipeline(linesOf(db, piece), createWriteStream(unfinished, { mode: 0o600, flush: true }))
      await prove(unfinished, piece)
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    try {
      await db.transaction((tx) => drop(tx, piece, now))
    } catch (error) {
      // The rows are all there still: the next try writes the file anew.
      await rm(file, { force: true })
      throw error
    }
    files.push(file)
  }
  return files
}

async function monthsDue(db: Db, upTo: string): Promise<string[]> {
  const [head] = await db.select().from(auditHead)
  if (!head || head.month <= `${upTo}-01`)
    throw new ArchiveProblem(
      `${upTo} is not over in the audit: a month can be archived once the chain has a row of a later one.`,
    )
  const months = await monthsOfAudit((text) => db.execute<{ month: string }>(sql.raw(text)))
  return months.filter((month) => month <= `${upTo}-01`)
}

async function pieceOf(db: Db, month: string): Promise<Piece> {
  const [before] = await db.select().from(auditArchives).orderBy(desc(auditArchives.month)).limit(1)
  const end = (order: typeof asc) =>
    db.select().from(audit).where(eq(audit.month, month)).orderBy(order(audit.seq)).limit(1)
  const [[first], [last]] = await Promise.all([end(asc), end(desc)])
  const seq = (before?.lastSeq ?? 0) + 1
  const previous = before?.hash ?? GENESIS
  if (!first || !last || first.seq !== seq || !first.previous.equals(previous)) throw notAsWritten(month)
  return { month, firstSeq: first.seq, lastSeq: last.seq, previous, hash: last.hash }
}

async function* linesOf(db: Db, { month, firstSeq, lastSeq, previous, hash }: Piece): AsyncGenerator<string> {
  yield headLine({
    'bedside-audit-archive': 1,
    month: month.slice(0, 7),
    firstSeq,
    lastSeq,
    previous: previous.toString('hex'),
    hash: hash.toString('hex'),
  })
  for (let after = firstSeq - 1; after < lastSeq; ) {
    const page: AuditRow[] = await db
      .select()
      .from(audit)
      .where(and(eq(audit.month, month), gt(audit.seq, after)))
      .orderBy(asc(audit.seq))
      .limit(PAGE)
    if (page.length === 0) throw notAsWritten(month)
    yield page.map(rowLine).join('')
    after = page.at(-1)?.seq ?? lastSeq
  }
}

/** What is dropped next stands in the file, whole and in its place in the chain. */
async function prove(file: string, piece: Piece): Promise<void> {
  const archive = await openArchive(file)
  let [seq, hash] = [piece.firstSeq - 1, piece.previous]
  try {
    for await (const row of archive.rows) {
      const follows = row.seq === seq + 1 && row.previous.equals(hash)
      if (!follows || !hashOf(row.previous, row).equals(row.hash)) throw notAsWritten(piece.month)
      seq = row.seq
      hash = row.hash
    }
  } finally {
    archive.close()
  }
  if (seq !== piece.lastSeq || !hash.equals(piece.hash)) throw notAsWritten(piece.month)
}

const notAsWritten = (month: string) =>
  new ArchiveProblem(`The rows of ${month.slice(0, 7)} are not as they were written: see audit:verify. They stay.`)

async function drop(tx: Tx, piece: Piece, now: Date): Promise<void> {
  const part = sql.identifier(`audit_${piece.month.slice(0, 7).replace('-', '_')}`)
  // Readers are waited for, but not for long: whoever comes after us would wait, too.
  await tx.execute(sql`set local lock_timeout = '10s'`)
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`)
  await tx.insert(auditArchives).values({ ...piece, archivedAt: now })
  await tx.execute(sql`delete from audit_addresses where seq between ${piece.firstSeq} and ${piece.lastSeq}`)
  await tx.execute(sql`alter table audit detach partition ${part}`)
  await tx.execute(sql`drop table ${part}`)
  const { rows: organisations } = await tx.execute<{ id: string }>(sql`select id from organisations`)
  const what = { at: now, ...SYSTEM, action: 'audit.archive' as const, via: 'archive', address: 'here' }
  const about = { subjectKind: 'audit', subjectId: piece.month.slice(0, 7), outcome: 'allowed' as const, code: null }
  if (organisations.length > 0)
    await tx.execute(entriesIn(organisations.map(({ id }) => ({ ...what, organisationId: id, ...about, ...ONCE }))))
}
