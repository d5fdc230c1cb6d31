// What was found. The roles say that it is a table also where its style makes a list of it.
import type { AuditLine } from '#contract/audit'
import { words } from '#text/audit'
import { typed } from '../../../text/typed.ts'
import { Tag } from '../../../ui/tag/tag.tsx'

const COLUMNS = ['at', 'who', 'what', 'subject', 'address'] as const

interface AuditTableProps {
  lines: readonly AuditLine[]
  onVisit: (visitId: string) => void
}

/* biome-ignore-start lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its own. */
export function AuditTable({ lines, onVisit }: AuditTableProps) {
  return (
    <table class="audit-table" role="table" aria-labelledby="audit-count">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <Row key={line.seq} line={line} onVisit={onVisit} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, onVisit }: { line: AuditLine; onVisit: (visitId: string) => void }) {
  return (
    <tr role="row" class={line.refused === null ? undefined : 'audit-refused'}>
      <td role="cell" class="audit-at">
        {words.at(line.at)}
      </td>
      <td role="cell" class="audit-who">
        <Who line={line} />
      </td>
      <td role="cell" class="audit-what">
        {words.what(line.action, line.via)}
        {line.several !== null && <small>{words.several(line.several.times, line.several.until)}</small>}
        {line.refused !== null && (
          <span class="audit-why">
            <Tag tone="bad">{words.refused}</Tag> {words.reason(line.refused)}
          </span>
        )}
      </td>
      <td role="cell" class="audit-subject">
        <Subject line={line} onVisit={onVisit} />
      </td>
      <td role="cell" class="audit-from">
        {from(line.address)}
      </td>
    </tr>
  )
}
/* biome-ignore-end lint/a11y/noRedundantRoles: as above. */

function from(address: string | null): string {
  if (address === null) return words.addressGone
  if (address === 'here') return words.here
  return address === 'several addresses' ? words.addressMany : address
}

function Who({ line: { who } }: { line: AuditLine }) {
  if (who.kind !== 'person') return <>{words.who[who.kind]}</>
  return (
    <>
      {who.name ? typed(who.name) : words.who.former}
      {who.role && <small>{words.roles[who.role] ?? who.role}</small>}
    </>
  )
}

function Subject({ line, onVisit }: { line: AuditLine; onVisit: (visitId: string) => void }) {
  const { subject, who } = line
  // Oneself is not told twice.
  if (!subject || (subject.kind === 'person' && subject.id === who.id) || subject.kind === 'organisation') return null
  if (subject.kind === 'visit')
    return (
      <button
        type="button"
        class="audit-visit"
        aria-label={words.onlyVisit(words.short(subject.id))}
        onClick={() => onVisit(subject.id)}
      >
        {words.kind('visit')} {words.short(subject.id)}
      </button>
    )
  return (
    <>
      {words.kind(subject.kind)} <span>{typed(subject.name ?? words.short(subject.id))}</span>
    </>
  )
}
