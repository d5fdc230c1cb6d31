// What the audit keeps: who did what, when, and from where. It holds no words of anybody's.
import { and, eq, inArray, lt, or } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { audit, auditAddresses, auditArchives, auditHead, auditInbox, auditSittings } from '../audit/tables.ts'
import { CLOSED_LIST, impersonal, personal } from './entry.ts'
import { ADDRESS_USED } from './terms.ts'

const READERS = 'administrators and auditors of the organisation'

const harmless = {
  whoKind: CLOSED_LIST,
  role: CLOSED_LIST,
  action: CLOSED_LIST,
  via: 'the endpoint or message as it was declared, never as it was called',
  subjectKind: CLOSED_LIST,
  subjectId: 'an id, never a name',
  outcome: CLOSED_LIST,
  code: CLOSED_LIST,
}

const aboutVisit = (table: typeof audit | typeof auditInbox, visitId: string) =>
  or(
    and(eq(table.subjectKind, 'visit'), eq(table.subjectId, visitId)),
    and(eq(table.whoKind, 'patient'), eq(table.whoId, visitId)),
  )

export const AUDIT = [
  personal(audit, {
    about: 'both',
    columns: { identity: ['address'], sealed: ['previous', 'hash'], harmless },
    holds:
      'Who did what, when, by which right and about whom, by ids. Of staff the network address; of patients a mark in its place.',
    seenBy: READERS,
    removals: [],
    otherwise: 'never deleted here: the operator archives whole months to files ([audit-archive.md](audit-archive.md))',
    exported: {
      as: 'audit',
      ofVisit: (visitId) => aboutVisit(audit, visitId),
      ofPerson: (personId) => eq(audit.whoId, personId),
    },
  }),
  personal(auditAddresses, {
    about: 'patients',
    columns: { identity: ['address'], sealed: ['salt'] },
    holds: 'Network addresses of patients and of whoever was not signed in.',
    seenBy: READERS,
    removals: [{ term: ADDRESS_USED, due: (before) => lt(auditAddresses.at, before) }],
    otherwise: 'goes with its month when that is archived',
    exported: {
      as: 'audit-addresses',
      ofVisit: (visitId) =>
        inArray(
          auditAddresses.seq,
          new QueryBuilder().select({ seq: audit.seq }).from(audit).where(aboutVisit(audit, visitId)),
        ),
    },
  }),
  personal(auditInbox, {
    about: 'both',
    columns: { identity: ['address'], harmless },
    holds: 'Rows of the audit on their way into it.',
    seenBy: 'nobody',
    removals: [],
    otherwise: 'goes into the audit within seconds',
    exported: 'it is in the audit a second later',
  }),
  personal(auditSittings, {
    about: 'staff',
    columns: {
      identity: ['address'],
      harmless: {
        action: CLOSED_LIST,
        subjectKind: CLOSED_LIST,
        subjectId: 'an id, never a name',
        role: CLOSED_LIST,
        via: harmless.via,
      },
    },
    holds: 'Who is writing in a note just now, and how often it was saved.',
    seenBy: 'nobody',
    removals: [],
    otherwise: 'goes into the audit five minutes after the last save',
    exported: 'it is in the audit minutes later',
  }),
  impersonal(auditHead, { sealed: ['hash'] }),
  impersonal(auditArchives, { sealed: ['previous', 'hash'] }),
]
