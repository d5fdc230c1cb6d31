// Recall: a patient who waits closes the page, keeps their place, and is told when it is their turn: by text message where
// that reaches them, or else by phone.
import type { Recall } from '#contract/visit'
import { phoneOf } from '#domain/arrival'
import { LINK_MARK, typed } from '#domain/notification'
import { Problem } from '#domain/problem'
import type { RecallWay } from '#domain/recall'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { queueNotification } from '../platform/notifications.ts'
import { optedOut, optOutKey } from '../platform/opt-outs.ts'
import { mobileOf } from '../platform/phone-numbers.ts'
import { detailsOf } from './held-store.ts'
import { setPhone } from './phone.ts'
import { recallFacts } from './recall-store.ts'
import * as store from './store.ts'

export interface Recalls {
  /** The page may be closed; `phone` null: it stays open after all. Throws `visit/no-recall`, `arrival/phone-not-valid`, `visit/already-ended`. */
  ask(visitId: string, phone: string | null): Promise<void>
  /**
   * It is their turn: writes to them, or keeps that they were phoned. Nothing where they were told since `toldAt` (ms since
   * the epoch). Throws `visit/no-recall`, `visit/not-waiting`.
   */
  tell(visitId: string, toldAt: Recall['toldAt']): Promise<void>
  /** The text message did not get through: somebody phones. */
  undelivered(visitId: string): Promise<void>
}

/** After that nobody is called by a message that was held up: whoever reads it would come for nothing. */
const MESSAGE_LASTS_MS = 15 * 60_000

export function openRecalls(deps: Deps): Recalls {
  const { db, now, channels, secret, publicUrl } = deps

  async function wayTo(tx: Tx, phone: string): Promise<RecallWay> {
    const mobile = mobileOf(phone)
    // Where nobody carries any message, all are read in the outbox.
    const carried = channels.sms.sends || !channels.email.sends
    if (!mobile || !carried) return 'phone'
    const key = optOutKey(secret, 'sms', mobile)
    return (await optedOut(tx, [key])).has(key) ? 'phone' : 'text'
  }

  async function write(tx: Tx, visitId: string): Promise<void> {
    const { organisationId, area } = await recallFacts(tx, visitId)
    const details = await detailsOf(tx, visitId)
    const mobile = details && mobileOf(details.phone)
    if (!mobile) throw new Problem('visit/no-recall')
    await queueNotification(tx, deps, {
      ...{ kind: 'recall', channel: 'sms', to: mobile, appointmentId: null, organisationId, subject: '' },
      // In English, as other messages are. It says nothing of who they are or why they come.
      text: `${typed(area.name)}: it is your turn now. Open your page again: ${LINK_MARK}`,
      link: {
        // Their browser knows their visit: the link itself opens nobody's.
        url: `${publicUrl()}/at/${area.slug}`,
        endsAt: new Date(now().getTime() + MESSAGE_LASTS_MS),
        aboutId: visitId,
      },
    })
  }

  const change = (visitId: string, next: (tx: Tx, row: store.VisitRow) => Promise<store.VisitChange | null>) =>
    db.transaction(async (tx) => {
      const row = await store.lockVisit(tx, visitId)
      const changed = await next(tx, row)
      if (!changed) return
      await store.updateVisit(tx, visitId, changed)
      await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
    })

  return {
    ask: (visitId, phone) =>
      change(visitId, async (tx, row) => {
        if (row.status === 'ended') throw new Problem('visit/already-ended')
        if (phone === null) return { recallBy: null, recalledAt: null }
        const { area } = await recallFacts(tx, visitId)
        if (!area.recall) throw new Problem('visit/no-recall')
        const number = phoneOf(phone, 'required')
        await setPhone(tx, visitId, number)
        return { recallBy: await wayTo(tx, number), recalledAt: null }
      }),
    tell: (visitId, toldAt) =>
      change(visitId, async (tx, row) => {
        if (row.status !== 'waiting') throw new Problem('visit/not-waiting')
        if (!row.recallBy) throw new Problem('visit/no-recall')
        if ((row.recalledAt?.getTime() ?? null) !== toldAt) return null
        if (row.recallBy === 'text') await write(tx, visitId)
        return { recalledAt: now() }
      }),
    undelivered: (visitId) =>
      change(visitId, async (_, row) =>
        row.status === 'waiting' && row.recallBy === 'text' ? { recallBy: 'phone', recalledAt: null } : null,
      ),
  }
}
