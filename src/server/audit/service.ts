// Looking into the audit: one page of it, or all of it as a table for a spreadsheet. It shows rows as they were written,
// with the names that staff and waiting areas have now, and never a patient's.
import type { AuditExportQuery, AuditLine, AuditPage, AuditSearch, AuditSearchBody } from '#contract/audit'
import { AUDIT_ACTIONS } from '#domain/audit'
import { csvLine } from '#domain/csv'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { type FoundRow, findRows } from './store.ts'

const PAGE = 50
const EXPORT_PAGE = 1000

export interface AuditService {
  search(organisationId: string, body: AuditSearchBody): Promise<AuditPage>
  /** A table for a spreadsheet, in pieces, the newest row first: what there is when it is asked for. */
  table(organisationId: string, query: AuditExportQuery): AsyncGenerator<string>
}

const HEADINGS = [
  'number',
  'time (UTC)',
  'who',
  'who id',
  'who name',
  'role',
  'action',
  'by way of',
  'of what',
  'of what id',
  'of what name',
  'address',
  'outcome',
  'refused because',
  'times',
  'until (UTC)',
  'hash',
]

export function openAuditService({ db, audit }: Deps): AuditService {
  return {
    async search(organisationId, { before, ...search }) {
      // What was done a moment ago is looked for as well.
      await audit.settle()
      const found = await findRows(db, organisationId, search, { before }, PAGE + 1)
      const shown = found.slice(0, PAGE)
      return { lines: shown.map(line), older: found.length > PAGE ? (shown.at(-1)?.row.seq ?? null) : null }
    },
    async *table(organisationId, query) {
      await audit.settle()
      const search = searchOf(query)
      const upTo = (await audit.head())?.seq ?? 0
      // Without this mark a spreadsheet takes names for another alphabet.
      yield `\ufeff${csvLine(HEADINGS)}`
      for (let before: number | null = null; ; ) {
        const found: FoundRow[] = await findRows(db, organisationId, search, { before, upTo }, EXPORT_PAGE)
        if (found.length > 0) yield found.map(tableLine).join('')
        if (found.length < EXPORT_PAGE) return
        before = found.at(-1)?.row.seq ?? null
      }
    },
  }
}

/** Throws `request/invalid` for an action that there is not. */
export function searchOf(query: AuditExportQuery): AuditSearch {
  const action = AUDIT_ACTIONS.find((each) => each === query.action) ?? null
  const moment = (text: string | undefined) => (text === undefined ? null : Number(text))
  const [from, to] = [moment(query.from), moment(query.to)]
  if ((query.action && !action) || Math.max(from ?? 0, to ?? 0) > 8.64e15) throw new Problem('request/invalid')
  return {
    person: query.person ?? '',
    action,
    from,
    to,
    visitId: query.visitId ?? null,
    refusedOnly: query.refusedOnly === '1',
  }
}

function line({ row, address, name, subjectName }: FoundRow): AuditLine {
  const { subjectKind, subjectId } = row
  return {
    seq: row.seq,
    at: row.at.getTime(),
    who: { kind: row.whoKind, id: row.whoId, name, role: row.role },
    action: row.action,
    via: row.via,
    subject: subjectKind && subjectId ? { kind: subjectKind, id: subjectId, name: subjectName } : null,
    address,
    refused: row.code,
    several: row.times && row.until ? { times: row.times, until: row.until.getTime() } : null,
  }
}

function tableLine({ row, address, name, subjectName }: FoundRow): string {
  return csvLine([
    row.seq,
    row.at.toISOString(),
    row.whoKind,
    row.whoId,
    name,
    row.role,
    row.action,
    row.via,
    row.subjectKind,
    row.subjectId,
    subjectName,
    address,
    row.outcome,
    row.code,
    row.times,
    row.until?.toISOString() ?? null,
    row.hash.toString('hex'),
  ])
}
