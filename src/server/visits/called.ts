// Being called: a patient joins the call that their practitioner has joined, by a press or by their page once its time is up.
// Until it is stored here neither side sends anything.
import { JOINS_AFTER_MS } from '#domain/called'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { lockVisit, updateVisit } from './store.ts'

export interface Called {
  /** They join. Does nothing where they have joined already, or were called anew since `calledAt`. */
  join(visitId: string, calledAt: number): Promise<void>
  /** Whoever was away when their time was up, and comes back, is told anew and has all of it again. */
  tellAnew(visitId: string): Promise<void>
}

export function openCalled({ db, now }: Deps): Called {
  const change = (visitId: string, next: (tx: Tx, calledAt: Date) => Promise<boolean>) =>
    db.transaction(async (tx) => {
      const { areaId, calledAt } = await lockVisit(tx, visitId)
      if (calledAt === null || !(await next(tx, calledAt))) return
      await publish(tx, { kind: 'visit', visitId, areaId, places: false })
    })
  return {
    join: (visitId, calledAt) =>
      change(visitId, async (tx, at) => {
        if (at.getTime() !== calledAt) return false
        await updateVisit(tx, visitId, { calledAt: null })
        return true
      }),
    tellAnew: (visitId) =>
      change(visitId, async (tx, at) => {
        if (now().getTime() - at.getTime() < JOINS_AFTER_MS) return false
        await updateVisit(tx, visitId, { calledAt: now() })
        return true
      }),
  }
}
