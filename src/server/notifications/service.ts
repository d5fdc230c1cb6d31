// The outbox as administrators see it, and what carriers report. Where nothing is sent, the outbox is where links are
// followed. What a patient was written stays between them and the team, once messages leave this server.
import type { OutboxMessage, OutboxView } from '#contract/outbox'
import { type CarrierReport, CHANNELS, type ChannelName, LINK_MARK } from '#domain/notification'
import { wishOf } from '#domain/opt-out'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import { setOptOut } from '../platform/opt-outs.ts'
import { wayOut } from './opt-out-link.ts'
import { openSender, type Undelivered } from './sender.ts'
import * as store from './store.ts'

/** Messages that the page shows. */
const SHOWN = 200

export interface Notifications {
  view(staff: Staff): Promise<OutboxView>
  /** Throws `notification/not-found`. */
  sendAgain(staff: Staff, messageId: string): Promise<void>
  /** Somebody asked the receiver of an uncertain one, who has it. Throws `notification/not-found`. */
  setArrived(staff: Staff, messageId: string): Promise<void>
  /** Throws `request/not-found` where the carrier reports nothing, `access/not-allowed` where it was not the carrier. */
  receive(channel: ChannelName, callback: Callback): Promise<void>
  /** One round of sending. */
  sendDue(): Promise<void>
}

export interface Callback {
  /** Of this server, without its origin. */
  readonly path: string
  header(name: string): string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

/** `undelivered` is told of each message that failed for good. */
export function openNotifications(deps: Deps, undelivered: Undelivered = async () => {}): Notifications {
  const { db, channels, seal, now, log, publicUrl } = deps

  const view = (row: store.NotificationRow, sends: boolean): OutboxMessage => {
    const private_ = sends && row.kind !== 'staff'
    return {
      id: row.id,
      kind: row.kind,
      channel: row.channel,
      to: private_ ? endOf(row.recipient) : row.recipient,
      subject: row.subject,
      text: private_ ? null : (wayOut({ seal, publicUrl }, row, row.body)?.text ?? row.body),
      link: !sends && row.link && hasTime(row, now()) ? seal.open(row.link) : null,
      createdAt: row.createdAt.getTime(),
      state: stateOf(row, sends, now()),
    }
  }

  /** What else somebody writes reaches nobody here: a text message says so where it matters, by the phone number in it. */
  const cameIn = async (channel: ChannelName, from: string, text: string) => {
    const wish = wishOf(text)
    if (wish) await setOptOut(deps, channel, from, wish)
    return null
  }

  const report = async (channel: ChannelName, one: CarrierReport) => {
    if (one.kind === 'came-in') return cameIn(channel, one.from, one.text)
    if (one.kind === 'delivered')
      return store.setReported(db, channel, one.reference, { state: 'delivered', deliveredAt: now() })
    const row = await store.setReported(db, channel, one.reference, { state: 'failed', fault: one.fault })
    if (row) await undelivered(row)
    return row
  }

  for (const channel of CHANNELS)
    channels[channel].onReport?.(async (one) => (await report(channel, one)) !== null || one.kind === 'came-in')

  return {
    async view(staff) {
      const sample = await store.isSample(db, staff.organisationId)
      const sends = { email: channels.email.sends && !sample, sms: channels.sms.sends && !sample }
      const rows = await store.newest(db, staff.organisationId, SHOWN)
      const messages = rows.map((row) => view(row, sends[row.channel]))
      // Whoever is shown a link could follow it: of these it is written down whose they are.
      const opened = rows.flatMap(({ personId }, at) => (personId && messages[at]?.link ? [personId] : []))
      for (const id of new Set(opened)) setAuditSubject('person', id, 'outbox.read')
      return { sends, messages, now: now().getTime() }
    },
    async sendAgain(staff, messageId) {
      const found = await store.setOnItsWay(db, staff.organisationId, messageId, now())
      if (!found) throw new Problem('notification/not-found')
      if (found.personId) setAuditSubject('person', found.personId)
    },
    async setArrived(staff, messageId) {
      const found = await store.setArrived(db, staff.organisationId, messageId, now())
      if (!found) throw new Problem('notification/not-found')
      if (found.personId) setAuditSubject('person', found.personId)
    },
    async receive(channel, { path, header, body }) {
      const { receive } = channels[channel]
      if (!receive) throw new Problem('request/not-found')
      const reports = receive({ url: publicUrl() + path, header, body })
      if (!reports) {
        log.warn('a report that was not the carrier’s was dropped', { channel })
        throw new Problem('access/not-allowed')
      }
      for (const one of reports) await report(channel, one)
    },
    sendDue: openSender(deps, undelivered),
  }
}

const hasTime = ({ linkEndsAt }: store.NotificationRow, now: Date) => linkEndsAt !== null && linkEndsAt > now

/** Enough to tell two apart, and too little to write to. */
function endOf(recipient: string): string {
  const at = recipient.lastIndexOf('@')
  return `…${at > 0 ? recipient.slice(at) : recipient.slice(-3)}`
}

function stateOf(row: store.NotificationRow, sends: boolean, now: Date): OutboxMessage['state'] {
  const { state, fault } = row
  if (state === 'delivered') return { kind: 'delivered', at: (row.deliveredAt ?? row.createdAt).getTime() }
  if (state === 'sent') return { kind: 'sent', at: (row.sentAt ?? row.createdAt).getTime() }
  if (state === 'uncertain') return { kind: 'uncertain', fault }
  if (state === 'cancelled') return { kind: 'overtaken' }
  if (row.aboutId && row.body.includes(LINK_MARK) && !(row.link && hasTime(row, now))) return { kind: 'overtaken' }
  if (state === 'failed') return { kind: 'failed', fault }
  if (!sends) return { kind: 'kept' }
  return { kind: 'on-its-way', failures: row.failures, nextTryAt: row.nextTryAt.getTime(), fault }
}
