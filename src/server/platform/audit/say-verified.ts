// What the verification of the audit says in a terminal.
import type { AuditFinding } from './finding.ts'
import type { ArchivedMonth, Verified } from './verify.ts'

export function sayVerified({ rows, head, waiting, archives, owner, findings }: Verified): string[] {
  const lines = findings.map(say)
  lines.push(
    findings.length === 0
      ? `The audit is as it was written: ${count(rows)}.`
      : `The audit is NOT as it was written: ${findings.length} of what is told above, in ${count(rows)}.`,
  )
  lines.push(...archives.map(sayArchive))
  if (waiting > 0)
    lines.push(
      `${count(waiting)} ${waiting === 1 ? 'is' : 'are'} written down and will be in the chain within a second of the server.`,
    )
  if (owner)
    lines.push(
      'This account owns the audit’s tables and could switch their guards off. If the server uses it, too: docs/self-hosting.md says how to keep the two apart.',
    )
  if (head) {
    lines.push(
      'Keep the next line elsewhere. Given to a later verification, it proves that nothing before it was rewritten:',
      `  --head ${head.seq}:${head.hash}`,
    )
  }
  return lines
}

const count = (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`)

const sayArchive = ({ month, firstSeq, lastSeq, read }: ArchivedMonth) =>
  read
    ? `${month} is archived, rows ${firstSeq} to ${lastSeq}: its file was read with the rest.`
    : `${month} is archived, rows ${firstSeq} to ${lastSeq}: its file was not given, so its rows were not looked at. What follows goes on from its last hash.`

function say(finding: AuditFinding): string {
  switch (finding.kind) {
    case 'changed':
      return `Row ${finding.seq} was changed.`
    case 'moved':
      return `Row ${finding.seq} is not in its place: it was written as row ${finding.was}.`
    case 'missing':
      return finding.from === finding.to
        ? `Row ${finding.from} is missing.`
        : `Rows ${finding.from} to ${finding.to} are missing.`
    case 'added':
      return `Rows ${finding.from} to ${finding.to} stand beyond the recorded end of the chain.`
    case 'no-head':
      return 'The record of where the chain ends is missing.'
    case 'not-as-noted':
      return `Row ${finding.seq} is not the one that was noted: the chain was cut off or written anew.`
    case 'twice':
      return `Row ${finding.seq} is there twice.`
    case 'noted-in-archive':
      return `The row that was noted is in the archive of ${finding.month}: give that file, too.`
    case 'address':
      return `The address that is kept beside row ${finding.seq} is not the one that it was written with.`
    case 'seam':
      return `The archive of ${finding.month} does not fit the chain before or after it.`
    case 'strange-archive':
      return `${finding.month} was not archived from this database, or not any more.`
    case 'guard':
      return `A guard of the database is ${finding.is}: ${finding.what}.`
  }
}
