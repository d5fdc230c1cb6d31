// The outbox: every letter that goes out, or would. Sends what is due, tries again what failed, and shows administrators
// their organisation's. Where nothing is sent, the page here is where links are followed.
import type { LetterView, OutboxView } from '#contract/outbox'
import { LINK_MARK, nextTry } from '#domain/letter'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import * as store from './store.ts'

/** Longer than a mail server takes to answer: after it a letter whose sender died is taken by another. */
const TAKEN_MS = 5 * 60_000
const AT_ONCE = 20
/** Letters that the page shows. */
const SHOWN = 200

export interface OutboxService {
  view(staff: Staff): Promise<OutboxView>
  /** Throws `letter/not-found`. */
  sendAgain(staff: Staff, letterId: string): Promise<void>
  /** One round of sending. */
  sendDue(): Promise<void>
}

export function openOutboxService({ db, mail, seal, now, log }: Deps): OutboxService {
  const send = async (row: store.LetterRow) => {
    const link = row.link === null ? '' : seal.open(row.link)
    if (link === null) {
      // Another process sealed it and has the key: it stays on its way, for that one.
      log.warn('letter not opened: this process has another key', { letter: row.id })
      return
    }
    const text = row.body.replaceAll(LINK_MARK, link)
    const delivery = await mail.deliver({ id: row.id, to: row.recipient, subject: row.subject, text })
    if (delivery.kind === 'sent') return store.setSent(db, row.id, now())
    if (delivery.kind === 'kept') return
    const next = delivery.lasting ? null : nextTry(row.failures + 1, now())
    log.warn('letter not sent', { letter: row.id, fault: delivery.fault, again: next?.toISOString() ?? null })
    await store.setFailed(db, row.id, delivery.fault, next, now())
  }

  const view = (row: store.LetterRow, sends: boolean): LetterView => ({
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.body,
    link: !sends && row.link && hasTime(row, now()) ? seal.open(row.link) : null,
    createdAt: row.createdAt.getTime(),
    state: stateOf(row, sends, now()),
  })

  return {
    async view(staff) {
      const sends = mail.sends && !(await store.isSample(db, staff.organisationId))
      const rows = await store.newestLetters(db, staff.organisationId, SHOWN)
      const letters = rows.map((row) => view(row, sends))
      // Whoever is shown a link could follow it: of these it is written down whose they are.
      const opened = rows.flatMap(({ personId }, at) => (personId && letters[at]?.link ? [personId] : []))
      for (const id of new Set(opened)) setAuditSubject('person', id, 'outbox.read')
      return { sends, letters, now: now().getTime() }
    },
    async sendAgain(staff, letterId) {
      const letter = await store.setOnItsWay(db, staff.organisationId, letterId, now())
      if (!letter) throw new Problem('letter/not-found')
      if (letter.personId) setAuditSubject('person', letter.personId)
    },
    async sendDue() {
      if (!mail.sends) return
      const due = await store.takeDue(db, now(), new Date(now().getTime() + TAKEN_MS), AT_ONCE)
      for (const row of due) await send(row)
    },
  }
}

const hasTime = ({ linkEndsAt }: store.LetterRow, now: Date) => linkEndsAt !== null && linkEndsAt > now

function stateOf(row: store.LetterRow, sends: boolean, now: Date): LetterView['state'] {
  if (row.sentAt) return { kind: 'sent', at: row.sentAt.getTime() }
  if (row.aboutId && !(row.link && hasTime(row, now))) return { kind: 'overtaken' }
  if (row.givenUpAt) return { kind: 'given-up', fault: row.fault }
  if (!sends) return { kind: 'kept' }
  return { kind: 'on-its-way', failures: row.failures, nextTryAt: row.nextTryAt.getTime(), fault: row.fault }
}
