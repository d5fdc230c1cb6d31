// The next patient of the areas where the practitioner who is free takes whoever has waited longest. Taking reserves the
// patient for a moment, so that one can read whom one is about to join. It joins nobody, and does not stop others from
// joining that patient by name.
import { TAKEN_FOR_MS } from '#domain/queue'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { publish } from '../platform/events.ts'
import * as store from './next-store.ts'

export interface NextService {
  /** The visit taken; null when nobody is there. Asking again gives the same one as long as they wait. */
  take(personId: string, areaIds: readonly string[]): Promise<string | null>
  /** Does nothing when somebody else has them by now. */
  letGo(personId: string, visitId: string): Promise<void>
}

export function openNextService({ db, now }: Deps): NextService {
  return {
    take: (personId, areaIds) =>
      db.transaction(async (tx) => {
        const visit = await store.longestWaiting(tx, personId, areaIds, now())
        if (!visit) return null
        setAuditSubject('visit', visit.id)
        await store.setTaken(tx, visit.id, personId, new Date(now().getTime() + TAKEN_FOR_MS))
        await publish(tx, { kind: 'visit', visitId: visit.id, areaId: visit.areaId, places: false })
        return visit.id
      }),
    letGo: (personId, visitId) =>
      db.transaction(async (tx) => {
        const visit = await store.clearTaken(tx, visitId, personId)
        if (visit) await publish(tx, { kind: 'visit', visitId, areaId: visit.areaId, places: false })
      }),
  }
}
