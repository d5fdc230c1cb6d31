// Messages that no press gives rise to: reminders, and the link again for whoever is not there. And what one press sends to
// many: that a waiting area runs late.
import { DAY_REMINDER_ENDS_MS, LINK_AGAIN_ENDS_MS } from '#domain/reminder'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import type { PatientMessages } from './messages.ts'
import * as due from './reminder-store.ts'
import * as store from './store.ts'

const AT_ONCE = 50
const ROUNDS = 40

/** Whom a delay concerns. */
const LATE_FROM_MS = 30 * 60_000
const LATE_UNTIL_MS = 4 * 60 * 60_000

const REMINDERS = {
  remindDayAt: { kind: 'reminder-day', setting: 'remindDayBefore' },
  remindHourAt: { kind: 'reminder-hour', setting: 'remindHourBefore' },
  linkAgainAt: { kind: 'link-again', setting: 'linkAgain' },
} as const

export interface Reminders {
  /** One round. */
  send(): Promise<void>
  /** Tells those who are expected that a waiting area runs so late, or (null) that it does not any more. Each change once. */
  runLate(tx: Tx, areaId: string, minutes: number | null): Promise<void>
}

export function openReminders({ db, now }: Deps, messages: PatientMessages): Reminders {
  /** A server that was down for a while sends nothing that is over. */
  const isOfUse = (which: due.Due, startsAt: Date) => {
    const until = startsAt.getTime() - now().getTime()
    if (which === 'linkAgainAt') return until > -LINK_AGAIN_ENDS_MS
    return which === 'remindDayAt' ? until > DAY_REMINDER_ENDS_MS : until > 0
  }

  const round = (which: due.Due) =>
    db.transaction(async (tx) => {
      const taken = await due.takeDue(tx, which, now(), AT_ONCE)
      const { kind, setting } = REMINDERS[which]
      for (const { id, areaId, startsAt, status } of taken) {
        if (status !== 'booked' || !isOfUse(which, startsAt)) continue
        const { settings } = await store.areaFacts(tx, areaId)
        if (!settings[setting]) continue
        await messages.write(tx, areaId, id, kind)
        await publish(tx, { kind: 'appointments', areaId })
      }
      return taken.length
    })

  return {
    async send() {
      for (const which of ['remindDayAt', 'remindHourAt', 'linkAgainAt'] as const)
        for (let rounds = 0; rounds < ROUNDS; rounds += 1) if ((await round(which)) < AT_ONCE) break
    },
    async runLate(tx, areaId, minutes) {
      const at = now().getTime()
      const coming = await due.lockComing(tx, areaId, new Date(at - LATE_FROM_MS), new Date(at + LATE_UNTIL_MS))
      const changed = coming.filter(({ told }) => told !== minutes)
      for (const { id } of changed) {
        await due.setToldLate(tx, id, minutes)
        await messages.write(tx, areaId, id, minutes === null ? 'on-time' : 'late')
      }
      if (changed.length > 0) await publish(tx, { kind: 'appointments', areaId })
    },
  }
}
