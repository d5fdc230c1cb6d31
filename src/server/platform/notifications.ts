// Putting a message into the queue, with the transaction that gives rise to it: no message without its cause, and no cause
// without its message. Sending is the slice notifications'.
import { and, eq, isNotNull } from 'drizzle-orm'
import type { ChannelName, NotificationKind } from '#domain/notification'
import type { DbOrTx } from './db.ts'
import { notifications } from './schema-notifications.ts'
import type { Seal } from './seal.ts'

export interface NewEmail {
  readonly organisationId: string
  readonly to: string
  /** Whom of the staff it is to, for the audit of who read it. */
  readonly personId?: string
  readonly subject: string
  /** With LINK_MARK where the link goes. */
  readonly text: string
  /** `aboutId` is the one-time link's: when that is used or taken back, nobody reads it here any more. */
  readonly link: { readonly url: string; readonly endsAt: Date; readonly aboutId: string } | null
}

/** To a patient. */
export interface NewNotification extends NewEmail {
  readonly kind: NotificationKind
  readonly channel: ChannelName
  /** Null: about a visit that is under way. */
  readonly appointmentId: string | null
  /** A file for the patient's calendar, where it is an e-mail. */
  readonly calendar?: string
  /** Unset: at once. */
  readonly notBefore?: Date
  readonly insteadOfId?: string
}

interface Queueing {
  readonly newId: () => string
  readonly now: () => Date
  readonly seal: Seal
}

/** An e-mail to somebody of the staff. */
export const queueEmail = (tx: DbOrTx, queueing: Queueing, email: NewEmail): Promise<string> =>
  insert(tx, queueing, { ...email, kind: 'staff', channel: 'email', appointmentId: null })

/** Says which row it is. */
export const queueNotification = (tx: DbOrTx, queueing: Queueing, message: NewNotification) =>
  insert(tx, queueing, message)

async function insert(tx: DbOrTx, { newId, now, seal }: Queueing, message: NewNotification): Promise<string> {
  const { organisationId, to, text, link, kind, channel, appointmentId } = message
  const id = newId()
  await tx.insert(notifications).values({
    ...{ id, organisationId, kind, channel, appointmentId },
    recipient: to,
    personId: message.personId ?? null,
    subject: channel === 'email' ? message.subject : '',
    body: text,
    calendar: (channel === 'email' && message.calendar) || null,
    aboutId: link?.aboutId ?? null,
    link: link ? seal.close(link.url) : null,
    linkEndsAt: link?.endsAt ?? null,
    createdAt: now(),
    nextTryAt: message.notBefore ?? now(),
    insteadOfId: message.insteadOfId ?? null,
  })
  return id
}

/** The link of messages about this is over: it is forgotten, and what was not sent is not sent any more. */
export async function endLink(tx: DbOrTx, aboutId: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ link: null })
    .where(and(eq(notifications.aboutId, aboutId), isNotNull(notifications.link)))
}
