// Answers events with messages: when something changed, the pages that watch it get its present state. Changes that come
// while that is being read are answered by one more reading, not by one each.
import { PASSED_OVER_AFTER_MS } from '#domain/queue'
import type { Deps } from '../deps.ts'
import {
  callChannel,
  consultationChannel,
  pageChannel,
  participantChannel,
  visitChannel,
} from '../platform/channels.ts'
import type { Event } from '../platform/events.ts'
import { faultFacts } from '../platform/log.ts'
import { coalescing } from './coalescing.ts'
import { participantId } from './participant-id.ts'
import { openQueuePush } from './queue-push.ts'
import { showConsultation } from './show.ts'
import type { Snapshots } from './snapshots.ts'
import { newestConsultation } from './store.ts'

/**
 * The first picture of a call comes in less than this and keeps every machine busy. The two people in the call were told
 * already, so the others can wait.
 */
const FIRST_PICTURE_MS = 300

export function openPush({ db, hub, events, log }: Deps, snapshots: Snapshots): void {
  const once = coalescing((where, error) => log.error('snapshot failed', { where, ...faultFacts(error) }))

  const patient = (visitId: string) => {
    if (hub.isEmpty(visitChannel(visitId))) return
    once(visitChannel(visitId), async () => {
      hub.send(visitChannel(visitId), { type: 'visit', view: await snapshots.patient(visitId) })
    })
  }

  const consultation = (visitId: string) => {
    if (hub.isEmpty(consultationChannel(visitId))) return
    once(consultationChannel(visitId), async () => {
      const held = await newestConsultation(db, visitId)
      if (!held) return
      const view = await snapshots.consultation(visitId, held.practitionerId)
      showConsultation(hub, view)
      if (!held.endedAt) return
      // That was the last of it: the next practitioner's consultation is not this page's to watch.
      const own = participantChannel(participantId(visitId, held.practitionerId))
      for (const channel of [consultationChannel(visitId), own]) hub.part(pageChannel(held.pageId), channel)
      if (held.callId) hub.dissolve(callChannel(visitId, held.callId))
    })
  }

  const queue = openQueuePush(hub, snapshots, once, (visitId) => {
    patient(visitId)
    consultation(visitId)
  })

  const visit = ({ areaId, visitId, places }: Extract<Event, { places: boolean }>) => {
    queue.changed(areaId, visitId, places)
    patient(visitId)
    consultation(visitId)
  }

  events.on((event) => {
    switch (event.kind) {
      case 'visit':
        return visit(event)
      case 'joined':
        setTimeout(() => visit(event), FIRST_PICTURE_MS).unref()
        return
      case 'findings':
        patient(event.visitId)
        consultation(event.visitId)
        queue.changedOften(event.areaId, event.visitId)
        return
      case 'consultation':
        consultation(event.visitId)
        return
      case 'presence':
        consultation(event.visitId)
        queue.changedOften(event.areaId, event.visitId)
        // They count again at once, and no more once they have been away for long enough.
        queue.moved(event.areaId)
        setTimeout(() => queue.moved(event.areaId), PASSED_OVER_AFTER_MS + 1000).unref()
        return
      case 'area':
        queue.renew(event.areaId)
        return
      case 'appointments':
        queue.again(event.areaId)
    }
  })
  events.onGap(() => {
    for (const areaId of new Set([...hub.channels('area:'), ...hub.channels('limited:')])) queue.again(areaId)
    for (const visitId of hub.channels('visit:')) patient(visitId)
    for (const visitId of hub.channels('consultation:')) consultation(visitId)
  })
}
