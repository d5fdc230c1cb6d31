// What the verification of the audit says in a terminal.
import type { AuditFinding, Verified } from './verify.ts'

export function sayVerified({ rows, head, waiting, findings }: Verified): string[] {
  const lines = findings.map(say)
  lines.push(
    findings.length === 0
      ? `The audit is as it was written: ${count(rows)}.`
      : `The audit is NOT as it was written: ${findings.length} of what is told above, in ${count(rows)}.`,
  )
  if (waiting > 0)
    lines.push(
      `${count(waiting)} ${waiting === 1 ? 'is' : 'are'} written down and will be in the chain within a second of the server.`,
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
    case 'unguarded':
      return `The database's trigger "${finding.trigger}" is missing or switched off.`
  }
}
