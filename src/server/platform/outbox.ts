// Putting a letter into the outbox, with the transaction that gives rise to it: no letter without its cause, and no cause
// without its letter. Sending is the outbox slice's.
import { and, eq, isNotNull } from 'drizzle-orm'
import type { DbOrTx } from './db.ts'
import { letters } from './schema-people.ts'
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

export async function queueEmail(
  tx: DbOrTx,
  { newId, now, seal }: { newId: () => string; now: () => Date; seal: Seal },
  letter: NewEmail,
): Promise<void> {
  const { organisationId, to, subject, text, link } = letter
  await tx.insert(letters).values({
    id: newId(),
    organisationId,
    recipient: to,
    personId: letter.personId ?? null,
    subject,
    body: text,
    aboutId: link?.aboutId ?? null,
    link: link ? seal.close(link.url) : null,
    linkEndsAt: link?.endsAt ?? null,
    createdAt: now(),
    nextTryAt: now(),
  })
}

/** The link of letters about this is over: it is forgotten, and what was not sent is not sent any more. */
export async function endLink(tx: DbOrTx, aboutId: string): Promise<void> {
  await tx
    .update(letters)
    .set({ link: null })
    .where(and(eq(letters.aboutId, aboutId), isNotNull(letters.link)))
}
