// What is said about an organisation's messages: to its administrators alone. And what carriers report.
import { Type } from 'typebox'
import { CHANNELS, NOTIFICATION_KINDS } from '#domain/notification'
import { OPT_OUT_WISHES } from '#domain/opt-out'
import { OneOf } from './plan.ts'
import { Id, Instant, Nullable } from './shapes.ts'

export const OutboxState = Type.Union([
  /** Nobody carries messages of this channel, or it is the sample clinic's: it stays here. */
  Type.Object({ kind: Type.Literal('kept') }),
  Type.Object({
    kind: Type.Literal('on-its-way'),
    failures: Type.Number(),
    nextTryAt: Instant,
    fault: Nullable(Type.String()),
  }),
  Type.Object({ kind: Type.Literal('sent'), at: Instant }),
  Type.Object({ kind: Type.Literal('delivered'), at: Instant }),
  Type.Object({ kind: Type.Literal('failed'), fault: Nullable(Type.String()) }),
  /** It was handed over and no answer came: a person decides. */
  Type.Object({ kind: Type.Literal('uncertain'), fault: Nullable(Type.String()) }),
  /** Its link was used, taken back or ran out before it was sent, or what it says is not true any more. */
  Type.Object({ kind: Type.Literal('overtaken') }),
])

export const OutboxMessage = Type.Object({
  id: Id,
  kind: OneOf(NOTIFICATION_KINDS),
  channel: OneOf(CHANNELS),
  /** Of a patient whose messages leave this server: the end of it. */
  to: Type.String(),
  /** Empty in a text message. */
  subject: Type.String(),
  /** With LINK_MARK (domain/notification) where the link goes. Null: it is between the patient and the team. */
  text: Nullable(Type.String()),
  /** Only where nothing is ever sent; null once it was used or is over. */
  link: Nullable(Type.String()),
  createdAt: Instant,
  state: OutboxState,
})
export type OutboxMessage = Type.Static<typeof OutboxMessage>

/** The newest first. */
export const OutboxView = Type.Object({
  /** Which messages of this organisation leave the server. */
  sends: Type.Object({ email: Type.Boolean(), sms: Type.Boolean() }),
  messages: Type.Array(OutboxMessage),
  now: Instant,
})
export type OutboxView = Type.Static<typeof OutboxView>

const Token = Type.String({ minLength: 1, maxLength: 800 })
/** No more automatic e-mails, or again. */
export const OptOutBody = Type.Object({ token: Token, wish: OneOf(OPT_OUT_WISHES) })
export const OneClickQuery = Type.Object({ token: Type.Optional(Token) })

export const OutboxParams = Type.Object({ messageId: Id })

export const CarrierParams = Type.Object({ channel: OneOf(CHANNELS) })
/** Everything of it is signed, so nothing is dropped. */
export const CarrierForm = Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 4000 }))

const Said = Type.Optional(Type.Union([Type.String({ maxLength: 4000 }), Type.Null()]))
export const CarrierJson = Type.Object({
  id: Said,
  reference: Said,
  status: Said,
  source_number: Said,
  message: Said,
})
