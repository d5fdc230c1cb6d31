// What an administrator asks of the audit, and what comes back. Rows name staff by name and patients by their visit alone.
import { Type } from 'typebox'
import { AUDIT_ACTIONS, type AuditAction, type AuditWho } from '#domain/audit'
import { Id, Instant, Nullable } from './shapes.ts'

const Moment = Type.Number({ minimum: 0, maximum: 8.64e15 })

const Search = {
  /** Part of a name or of an e-mail address of staff; '' for everybody. */
  person: Type.String({ maxLength: 100 }),
  action: Nullable(Type.Unsafe<AuditAction>(Type.Enum([...AUDIT_ACTIONS]))),
  /** At this moment or later. */
  from: Nullable(Moment),
  /** Before this moment. */
  to: Nullable(Moment),
  visitId: Nullable(Id),
  refusedOnly: Type.Boolean(),
}

export const AuditSearchBody = Type.Object({
  ...Search,
  /** Rows before this one; null: the newest. */
  before: Nullable(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
})
export type AuditSearchBody = Type.Static<typeof AuditSearchBody>
export type AuditSearch = Omit<AuditSearchBody, 'before'>

const Digits = Type.String({ maxLength: 16, pattern: '^\\d+$' })

/** The same in an address; what is left out does not narrow. */
export const AuditExportQuery = Type.Object({
  person: Type.Optional(Search.person),
  action: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Digits),
  to: Type.Optional(Digits),
  visitId: Type.Optional(Id),
  refusedOnly: Type.Optional(Type.Literal('1')),
})
export type AuditExportQuery = Type.Static<typeof AuditExportQuery>

export const AuditLine = Type.Object({
  seq: Type.Number(),
  at: Instant,
  who: Type.Object({
    kind: Type.Unsafe<AuditWho>(Type.Enum(['person', 'patient', 'guest', 'system'])),
    /** A person's, or that of the visit whose patient it was. */
    id: Nullable(Type.String()),
    /** Staff's alone. */
    name: Nullable(Type.String()),
    role: Nullable(Type.String()),
  }),
  action: Type.String(),
  via: Type.String(),
  subject: Nullable(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      /** Of what has a name that is no patient's. */
      name: Nullable(Type.String()),
    }),
  ),
  /** Null once it is no longer kept. */
  address: Nullable(Type.String()),
  refused: Nullable(Type.String()),
  /** Where one row stands for several: how often, and when the last was. */
  several: Nullable(Type.Object({ times: Type.Number(), until: Instant })),
})
export type AuditLine = Type.Static<typeof AuditLine>

export const AuditPage = Type.Object({
  /** The newest first. */
  lines: Type.Array(AuditLine),
  /** What to ask for to read on; null at the end. */
  older: Nullable(Type.Number()),
})
export type AuditPage = Type.Static<typeof AuditPage>
