// Calling a patient back soon after the end: the visit and its consultation are open again, and the patient's page asks
// its person to come. Until they do, nothing of a call reaches that page.
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { identify, VISIT_COOKIE } from '../platform/caller.ts'
import { visitChannel } from '../platform/channels.ts'
import { publish } from '../platform/events.ts'
import { insertConsultation } from './begin-store.ts'
import * as store from './call-back-store.ts'
import { lockVisit, moveVisit, newestConsultation } from './store.ts'

export interface CallBack {
  /** Throws the problems of `nextVisitState`. */
  reopen(visitId: string, practitionerId: string): Promise<void>
  /** The patient has read it and comes. Throws `visit/already-ended`. */
  comeBack(visitId: string): Promise<void>
  /** The visit's browser is somebody else's from now on: nobody is called back there. */
  forget(visitId: string): Promise<void>
  /** A visit began in a browser that came with `cookie`: it no longer finds back to the one before, if there was one. */
  replaced(cookie: string | undefined, byVisitId: string): Promise<void>
}

export function openCallBack({ db, hub, now, newId }: Deps): CallBack {
  return {
    reopen: (visitId, by) =>
      db.transaction(async (tx) => {
        const row = await lockVisit(tx, visitId)
        const last = await newestConsultation(tx, visitId)
        const reachable = row.forgottenAt === null && (await store.hasDetails(tx, visitId))
        const over = { lastWith: last?.practitionerId ?? null, reachable }
        await moveVisit(tx, row, { type: 'reopen', by, over }, now())
        if (row.status !== 'ended' || !last) return
        const { medium } = last
        const callId = medium === 'phone' ? null : newId()
        // A signed note stays as it is: what comes now has a note of its own.
        if (await store.isNoteOpen(tx, last.id)) await store.reopenConsultation(tx, last.id, callId)
        else
          await insertConsultation(
            tx,
            { id: newId(), visitId, practitionerId: by, startedAt: now(), pageId: last.pageId, callId, medium },
            row.areaId,
          )
        // Who is phoned need not come to their page first.
        const askedAt = medium === 'phone' ? null : now()
        await store.setCalledBack(tx, visitId, askedAt, hub.isEmpty(visitChannel(visitId)) ? now() : null)
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      }),
    comeBack: (visitId) =>
      db.transaction(async (tx) => {
        const row = await lockVisit(tx, visitId)
        if (row.status === 'ended') throw new Problem('visit/already-ended', { outcome: row.outcome })
        if (row.calledBackAt === null) return
        await store.setCalledBack(tx, visitId, null)
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      }),
    forget: (visitId) => store.setForgotten(db, visitId, now()),
    async replaced(cookie, byVisitId) {
      const before = await identify(db, 'patient', { [VISIT_COOKIE]: cookie }, now())
      if (before.kind === 'patient' && before.visitId !== byVisitId) await store.setForgotten(db, before.visitId, now())
    },
  }
}
