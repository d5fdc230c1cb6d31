// When somebody's rights change: their pages leave the queues and open again with what is theirs now, and a visit that
// they hold and may not hold any more waits again, at its place.
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { areaChannel, limitedViewChannel, sessionChannel } from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import type { VisitService } from './service.ts'
import { heldByNobodyAllowed, queuesSeenBy } from './serving-store.ts'

export interface Rights {
  /** Hands back what nobody may hold; also what was missed while no event was heard. */
  handBack(): Promise<void>
}

export function openRights({ db, hub, events, log }: Deps, service: VisitService): Rights {
  const handBack = async () => {
    for (const { id, practitionerId } of await heldByNobodyAllowed(db))
      await service.handBack(id, practitionerId).catch((error: unknown) => {
        // It ended, or moved on, while this looked.
        if (!(error instanceof Problem)) throw error
      })
  }

  const leaveQueues = (sessionId: string) => {
    const pages = sessionChannel(sessionId)
    for (const areaId of hub.channels('area:')) hub.part(pages, areaChannel(areaId))
    for (const areaId of hub.channels('limited:')) hub.part(pages, limitedViewChannel(areaId))
    hub.send(pages, { type: 'rights-changed' })
  }

  events.on((event) => {
    if (event.kind !== 'rights') return
    event.sessionIds.forEach(leaveQueues)
    handBack().catch((error) => log.error('visits not handed back', faultFacts(error)))
  })
  /** Rights that changed while no event was heard: a page may watch a queue that is not its person's any more. */
  const lookAtQueues = async () => {
    const watched = [...hub.channels('area:').map(areaChannel), ...hub.channels('limited:').map(limitedViewChannel)]
    const seenBy = await queuesSeenBy(db, hub.channels(sessionChannel('')))
    for (const [sessionId, seen] of seenBy) {
      const own = new Set(
        seen.map(({ areaId, limitedView }) => (limitedView ? limitedViewChannel(areaId) : areaChannel(areaId))),
      )
      const pages = sessionChannel(sessionId)
      if (watched.some((channel) => !own.has(channel) && hub.meet(pages, channel))) leaveQueues(sessionId)
    }
  }
  events.onGap(() => {
    lookAtQueues().catch((error) => log.error('queues not checked', faultFacts(error)))
  })
  return { handBack }
}
