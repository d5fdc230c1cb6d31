// Who is there: a patient's page is present while it is connected, and away a few seconds after the last one has gone.
import type { Deps } from '../deps.ts'
import { visitChannel } from '../platform/channels.ts'
import { publish } from '../platform/events.ts'
import type { Page } from '../platform/hub.ts'
import { faultFacts } from '../platform/log.ts'
import * as store from './store.ts'

/** A reload takes 1 to 3 seconds: shorter absences are not shown. */
const GRACE_MS = 4000

export interface Presence {
  /** This page holds the visit now. Says whether that changed anything staff can see. */
  arrived(visitId: string, areaId: string, pageId: string): Promise<void>
  gone(page: Page): void
}

export function openPresence({ db, hub, log, now }: Deps): Presence {
  return {
    async arrived(visitId, areaId, pageId) {
      await db.transaction(async (tx) => {
        await store.setPresent(tx, visitId, pageId)
        await publish(tx, { kind: 'visit', visitId, areaId, places: false })
      })
    },
    gone(page) {
      if (page.caller.kind !== 'patient') return
      const { visitId } = page.caller
      const leftAt = now()
      const look = async () => {
        if (!hub.isEmpty(visitChannel(visitId))) return
        const news = await store.setAway(db, visitId, leftAt)
        if (news) await publish(db, { kind: 'visit', visitId, areaId: news.areaId, places: false })
      }
      setTimeout(() => {
        look().catch((error) => log.error('presence not stored', faultFacts(error)))
      }, GRACE_MS).unref()
    },
  }
}
