// The slice of visits: its parts put together.
import type { Deps } from '../deps.ts'
import type { Page } from '../platform/hub.ts'
import { openCallBack } from './call-back.ts'
import { callBackRoutes } from './call-back-routes.ts'
import { openCalled } from './called.ts'
import { calledRoutes } from './called-routes.ts'
import { openCalls } from './calls.ts'
import { openHeld } from './held.ts'
import { openInvitedArrivals } from './invited.ts'
import { LOOK_EVERY_MS, openLeftAlone } from './left-alone.ts'
import { openNextService } from './next.ts'
import { nextRoutes } from './next-routes.ts'
import { openPhoneConsultations } from './phone.ts'
import { phoneRoutes } from './phone-routes.ts'
import { openPresence } from './presence.ts'
import { openPush } from './push.ts'
import { openReadiness } from './readiness.ts'
import { readinessRoutes } from './readiness-routes.ts'
import { openRecalls } from './recall.ts'
import { recallRoutes } from './recall-routes.ts'
import { openRights } from './rights.ts'
import { visitRoutes } from './routes.ts'
import { openVisitService } from './service.ts'
import { openSnapshots } from './snapshots.ts'
import { visitTalk } from './socket.ts'
import { beingSeen } from './store.ts'

export function visitSlice(deps: Deps) {
  const snapshots = openSnapshots(deps)
  const service = openVisitService(deps, snapshots)
  const presence = openPresence(deps)
  const calls = openCalls(deps, snapshots, service)
  const phone = openPhoneConsultations(deps, snapshots, calls)
  const leftAlone = openLeftAlone(deps.hub, () => beingSeen(deps.db), service)
  const callBack = openCallBack(deps)
  const called = openCalled(deps)
  const recalls = openRecalls(deps)
  openPush(deps, snapshots)
  const rights = openRights(deps, service)
  return {
    endpoints: [
      ...visitRoutes(service, snapshots, calls, presence, callBack),
      ...callBackRoutes(callBack, snapshots),
      ...calledRoutes(called, snapshots),
      ...phoneRoutes(phone, snapshots),
      ...recallRoutes(recalls, snapshots),
      ...readinessRoutes(openReadiness(deps, snapshots), openHeld(deps)),
      ...nextRoutes(openNextService(deps)),
    ],
    /** A text message to somebody who waits with the page closed did not get through. */
    recallUndelivered: recalls.undelivered,
    /** For who comes by a personal link. */
    invited: openInvitedArrivals(deps, snapshots),
    /** In a browser that had another visit before, or none. */
    async arrived(before: string | undefined, visitId: string) {
      await callBack.replaced(before, visitId)
      presence.expect(visitId)
    },
    talk: visitTalk(deps, { snapshots, phone, presence, calls, called }),
    onGone(page: Page) {
      calls.gone(page)
      presence.gone(page)
    },
    /** Before the first connection: nobody's page is here yet. */
    begin: presence.nobody,
    timers: [
      { name: 'long-away', everyMs: 60_000, run: () => service.giveUpOnLongAway() },
      { name: 'left-alone', everyMs: LOOK_EVERY_MS, run: leftAlone.look },
      { name: 'rights', everyMs: 60_000, run: rights.handBack },
    ],
  }
}
