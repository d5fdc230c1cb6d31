// Small shapes that several messages share.
import { type TSchema, Type } from 'typebox'
import { ENTRY_FIELDS, type EntryField } from '#domain/area'
import { LONGEST_PASSWORD } from '#domain/person'

/** Either `schema` or null. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** Marks texts that the server leaves to the letter; all others are cleaned where they come in (domain/typed-text). */
export const VERBATIM = 'to the letter'

/** A password, a secret, or what programs tell each other. */
export const Verbatim = (options: { minLength?: number; maxLength: number; pattern?: string }) =>
  Type.String({ ...options, $comment: VERBATIM })

export const Password = Verbatim({ minLength: 1, maxLength: LONGEST_PASSWORD })

/** A text in which something must stand. */
export const Filled = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** An opaque identifier (UUID). */
export const Id = Type.String({ minLength: 36, maxLength: 36, pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

/**
 * How new a reading of the database is: of two, the one with the larger number knows more. It follows from the database alone,
 * whatever any clock says, and compares within one connection of a page.
 */
export const Revision = Type.Number()

/** An instant in milliseconds since the epoch, by the server's clock. */
export const Instant = Type.Number()

/** A random name that one open page gives itself, so that the newer of two tabs can take over. */
export const PageId = Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })

/** What a person's equipment gives at this moment. `none`: absent or refused; `off`: theirs to switch on. */
export const MediaState = Type.Union([Type.Literal('works'), Type.Literal('off'), Type.Literal('none')])
export type MediaState = Type.Static<typeof MediaState>

export const FieldRule = Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('off')])

export const EntryFields = Type.Object(
  Object.fromEntries(ENTRY_FIELDS.map((field) => [field, FieldRule])) as Record<EntryField, typeof FieldRule>,
)

export const Delay = Type.Union([
  Type.Object({ kind: Type.Literal('unknown') }),
  Type.Object({ kind: Type.Literal('said'), minutes: Type.Number(), at: Instant }),
  Type.Object({ kind: Type.Literal('measured'), minutes: Type.Number() }),
])

/** One message between a patient and the clinic. */
export const MessageView = Type.Object({
  id: Id,
  from: Type.Union([Type.Literal('patient'), Type.Literal('clinic')]),
  authorName: Type.String(),
  text: Type.String(),
  at: Instant,
})
export type MessageView = Type.Static<typeof MessageView>

/** Some of a thread, without gaps, oldest first; and whether there are earlier ones. */
export const MessageThread = Type.Object({
  messages: Type.Array(MessageView),
  earlierMessages: Type.Optional(Type.Literal(true)),
})
export type MessageThread = Type.Static<typeof MessageThread>

/** A refusal (RFC 9457). `code` is one of the closed list in domain/problem; `detail` never holds a patient's data. */
export const ProblemReply = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Number(),
  code: Type.String(),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
})
export type ProblemReply = Type.Static<typeof ProblemReply>

export const Done = Type.Object({ done: Type.Literal(true) })

/** Why a patient is not to be spoken with. Left out where it is as usual. */
export const Quiet = {
  /** They must not be heard now, which only staff are told: their page makes no sound, and nothing comes on by itself. */
  cannotTalk: Type.Optional(Type.Boolean()),
  /** They write in place of talking. */
  usesText: Type.Optional(Type.Boolean()),
}
