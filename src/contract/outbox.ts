// What is said about the letters of an organisation: to its administrators alone.
import { Type } from 'typebox'
import { Id, Instant, Nullable } from './shapes.ts'

export const LetterState = Type.Union([
  /** No mail server is configured, or it is the sample clinic's: it stays here. */
  Type.Object({ kind: Type.Literal('kept') }),
  Type.Object({
    kind: Type.Literal('on-its-way'),
    failures: Type.Number(),
    nextTryAt: Instant,
    fault: Nullable(Type.String()),
  }),
  Type.Object({ kind: Type.Literal('sent'), at: Instant }),
  Type.Object({ kind: Type.Literal('given-up'), fault: Nullable(Type.String()) }),
  /** Its link was used, taken back or ran out before it was sent. */
  Type.Object({ kind: Type.Literal('overtaken') }),
])

export const LetterView = Type.Object({
  id: Id,
  to: Type.String(),
  subject: Type.String(),
  /** With LINK_MARK (domain/letter) where the link goes. */
  text: Type.String(),
  /** Only where nothing is ever sent; null once it was used or is over. */
  link: Nullable(Type.String()),
  createdAt: Instant,
  state: LetterState,
})
export type LetterView = Type.Static<typeof LetterView>

/** The newest first. */
export const OutboxView = Type.Object({
  /** Whether letters of this organisation leave the server. */
  sends: Type.Boolean(),
  letters: Type.Array(LetterView),
  now: Instant,
})
export type OutboxView = Type.Static<typeof OutboxView>

export const LetterParams = Type.Object({ letterId: Id })
