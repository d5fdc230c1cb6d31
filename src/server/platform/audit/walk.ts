// One step after the other along the chain: what each row must be after the one before.
import { GENESIS, type Head, hashOf } from './chain.ts'
import type { AuditRow } from './entries.ts'
import type { AuditFinding } from './finding.ts'

const MOST_FINDINGS = 1000

export interface Walk {
  readonly rows: number
  readonly seq: number
  readonly hash: Buffer
  /** The next row of the chain. */
  step(row: AuditRow): void
  /** Goes on behind a piece that is not looked at. */
  skipTo(seq: number, hash: Buffer): void
  change(seq: number): void
  /** Whether enough was found. */
  full(): boolean
}

export function openWalk(findings: AuditFinding[], noted: Head | null): Walk {
  const changed = new Set<number>()
  let [rows, seq, hash, seen]: [number, number, Buffer, boolean] = [0, 0, GENESIS, false]
  const change = (which: number) => {
    if (!changed.has(which)) findings.push({ kind: 'changed', seq: which })
    changed.add(which)
  }
  const compare = (at: number, is: Buffer) => {
    if (noted && at === noted.seq && is.toString('hex') !== noted.hash) findings.push({ kind: 'not-as-noted', seq: at })
  }
  return {
    get rows() {
      return rows
    },
    get seq() {
      return seq
    },
    get hash() {
      return hash
    },
    change,
    full: () => findings.length >= MOST_FINDINGS,
    step(row) {
      rows += 1
      const follows = row.seq === seq + 1
      if (row.seq <= seq) findings.push({ kind: 'twice', seq: row.seq })
      if (row.seq > seq + 1) findings.push({ kind: 'missing', from: seq + 1, to: row.seq - 1 })
      if (!hashOf(row.previous, row).equals(row.hash)) change(row.seq)
      // Whole in itself, but the row before is not the one that it was written after.
      else if (follows && !row.previous.equals(hash)) change(seen ? seq : row.seq)
      compare(row.seq, row.hash)
      seq = row.seq
      hash = row.hash
      seen = true
    },
    skipTo(to, its) {
      if (seq !== to) compare(to, its)
      seq = to
      hash = its
      seen = false
    },
  }
}
