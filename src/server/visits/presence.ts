// Who is there: a patient's page is present while it is connected, and away a few seconds after the last one has gone.
import type { Deps } from '../deps.ts'
import { visitChannel } from '../platform/channels.ts'
import { publish } from '../platform/events.ts'
import type { Page } from '../platform/hub.ts'
import { faultFacts } from '../platform/log.ts'
import * as store from './store.ts'

/** A reload takes 1 to 3 seconds: shorter absences are not shown. */
const GRACE_MS = 4000
/** From the reply to an arrival to the page's connection, on the slowest line that could carry a call. */
const FIRST_CONNECTION_MS = 10_000

export interface Presence {
  /**
   * This page holds the visit now, if its person chose it (`claim`) or no other does; staff hear of it when its patient was
   * away. Says false where another page goes on holding it.
   */
  arrived(visitId: string, areaId: string, pageId: string, claim: boolean): Promise<boolean>
  /** A new visit's page is about to connect; one that never does is away. */
  expect(visitId: string): void
  gone(page: Page): void
  /** After a start nobody is connected yet: everyone is away until their page opens again. */
  nobody(): Promise<void>
}

export function openPresence({ db, hub, log, now }: Deps): Presence {
  const lookAfter = (ms: number, visitId: string, since = now()) => {
    const look = async () => {
      // After its next start a server takes everyone for away by itself.
      if (!hub.isOpen() || !hub.isEmpty(visitChannel(visitId))) return
      await db.transaction(async (tx) => {
        const news = await store.setAway(tx, visitId, since)
        if (news) await publish(tx, { kind: 'presence', visitId, areaId: news.areaId })
      })
    }
    setTimeout(() => {
      look().catch((error) => {
        log.error('presence not stored', faultFacts(error))
        // Nobody else would ever find out that they are gone.
        lookAfter(GRACE_MS, visitId, since)
      })
    }, ms).unref()
  }

  return {
    async arrived(visitId, areaId, pageId, claim) {
      const taken = await store.takeVisit(db, visitId, pageId, claim)
      // One who was there all along is no news to anybody.
      if (taken?.isAway)
        await db.transaction(async (tx) => {
          await store.setPresent(tx, visitId)
          await publish(tx, { kind: 'presence', visitId, areaId })
        })
      return taken !== null
    },
    expect: (visitId) => lookAfter(FIRST_CONNECTION_MS, visitId),
    nobody: () =>
      db.transaction(async (tx) => {
        // Who watches through another server hears it.
        for (const news of await store.setEveryoneAway(tx, now())) await publish(tx, { kind: 'presence', ...news })
      }),
    gone(page) {
      if (page.caller.kind === 'patient') lookAfter(GRACE_MS, page.caller.visitId)
    },
  }
}
