// Sends what is due. A message is first reserved, then marked as being sent, then handed over: a process that dies before the
// mark has sent nothing, and what it leaves marked is uncertain and never sent again by itself. So each message arrives
// once, or a person is asked.
import { CHANNELS, LINK_MARK, nextTry } from '#domain/notification'
import type { Deps } from '../deps.ts'
import { wayOut } from './opt-out-link.ts'
import * as store from './store.ts'

/** Longer than a carrier takes to answer. */
const RESERVED_MS = 5 * 60_000
const AT_ONCE = 20
const SIDE_BY_SIDE = 5
/** Of one round: then other timers have their turn. */
const ROUNDS = 50

/** Told of each message that failed for good. */
export type Undelivered = (row: store.NotificationRow) => Promise<void>

type Sending = Pick<Deps, 'db' | 'channels' | 'seal' | 'now' | 'log' | 'publicUrl'>

/** One round of sending, until nothing more is due. */
export function openSender(
  { db, channels, seal, now, log, publicUrl }: Sending,
  undelivered: Undelivered = async () => {},
): () => Promise<void> {
  const names = CHANNELS.filter((name) => channels[name].sends)
  const later = () => new Date(now().getTime() + RESERVED_MS)

  const send = async (row: store.NotificationRow) => {
    const link = row.link === null ? '' : seal.open(row.link)
    if (link === null) {
      // Another process sealed it and has the key: it stays on its way, for that one.
      log.warn('message not opened: this process has another key', { message: row.id })
      return
    }
    if (!(await store.setSending(db, row, later(), now()))) return
    const { id, channel, recipient: to, subject } = row
    const text = row.body.replaceAll(LINK_MARK, link)
    const { text: whole = text, oneClick } = wayOut({ seal, publicUrl }, row, text) ?? {}
    const delivery = await channels[channel].deliver({
      ...{ id, channel, to, subject, text: whole },
      ...(oneClick && { oneClick }),
      calendar: row.calendar,
    })
    switch (delivery.kind) {
      case 'sent': {
        const { reference } = delivery
        return store.setOutcome(db, id, { state: 'sent', sentAt: now(), link: null, fault: null, reference })
      }
      case 'kept':
        return store.setOutcome(db, id, { state: 'queued' })
      case 'uncertain':
        log.warn('message uncertain', { message: id, fault: delivery.fault })
        return store.setOutcome(db, id, { state: 'uncertain', fault: delivery.fault })
      case 'failed': {
        const { fault } = delivery
        const next = delivery.lasting ? null : nextTry(row.failures + 1, now(), Math.random())
        log.warn('message not sent', { message: id, fault, again: next?.toISOString() ?? null })
        const state = next ? 'queued' : 'failed'
        await store.setOutcome(db, id, { state, fault, failures: store.oneMore, ...(next ? { nextTryAt: next } : {}) })
        if (!next) await undelivered(row)
      }
    }
  }

  return async () => {
    const lost = await store.settleLost(db, now())
    if (lost > 0) log.warn('messages uncertain: their sender was interrupted', { count: lost })
    if (names.length === 0) return
    for (let round = 0; round < ROUNDS; round += 1) {
      const due = await store.claimDue(db, names, now(), later(), AT_ONCE)
      const waiting = [...due]
      const one = async () => {
        for (let row = waiting.shift(); row; row = waiting.shift()) await send(row)
      }
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one))
      if (due.length < AT_ONCE) return
    }
  }
}
