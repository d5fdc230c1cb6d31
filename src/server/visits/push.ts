// From events to snapshots: when something changed, those who watch it get the whole of it again. Changes that come
// while a snapshot is being made are answered by one more, not by one each.
import type { Deps } from '../deps.ts'
import { areaChannel, callChannel, consultationChannel, pageChannel, visitChannel } from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import type { Snapshots } from './snapshots.ts'
import { newestConsultation } from './store.ts'

export function openPush({ db, hub, events, log }: Deps, snapshots: Snapshots): void {
  const once = coalescing((where, error) => log.error('snapshot failed', { where, ...faultFacts(error) }))

  const area = (areaId: string) => {
    if (hub.isEmpty(areaChannel(areaId))) return
    once(areaChannel(areaId), async () => {
      hub.send(areaChannel(areaId), { type: 'area', view: await snapshots.area(areaId) })
    })
  }

  const visit = (visitId: string) => {
    if (!hub.isEmpty(visitChannel(visitId)))
      once(visitChannel(visitId), async () => {
        hub.send(visitChannel(visitId), { type: 'visit', view: await snapshots.patient(visitId) })
      })
    if (!hub.isEmpty(consultationChannel(visitId)))
      once(consultationChannel(visitId), async () => {
        const held = await newestConsultation(db, visitId)
        if (!held) return
        const view = await snapshots.consultation(visitId, held.practitionerId)
        hub.send(consultationChannel(visitId), { type: 'consultation', view })
        if (!held.endedAt) return
        // That was the last of it: the next practitioner's consultation is not this page's to watch.
        hub.part(pageChannel(held.pageId), consultationChannel(visitId))
        hub.dissolve(callChannel(held.callId))
      })
  }

  /** Tells everyone who waits in an area their place again. */
  const places = (areaId: string) => {
    once(`places:${areaId}`, async () => {
      const here = hub.channels(`waiting:${areaId}:`)
      for (const view of await snapshots.patients(areaId, here))
        if (view.state.status === 'waiting') hub.send(visitChannel(view.visitId), { type: 'visit', view })
    })
  }

  events.on((event) => {
    switch (event.kind) {
      case 'visit':
        visit(event.visitId)
        area(event.areaId)
        if (event.places) places(event.areaId)
        return
      case 'area':
        area(event.areaId)
        places(event.areaId)
    }
  })
  events.onGap(() => {
    for (const areaId of hub.channels('area:')) area(areaId)
    for (const visitId of new Set([...hub.channels('visit:'), ...hub.channels('consultation:')])) visit(visitId)
  })
}

/** Runs work by key: while one runs, any number of further calls become one more run. */
function coalescing(onError: (key: string, error: unknown) => void) {
  const running = new Map<string, { again: boolean }>()
  return function once(key: string, work: () => Promise<void>): void {
    const now = running.get(key)
    if (now) {
      now.again = true
      return
    }
    const state = { again: false }
    running.set(key, state)
    const round = async (): Promise<void> => {
      state.again = false
      try {
        await work()
      } catch (error) {
        onError(key.split(':')[0] ?? '', error)
      }
      if (state.again) return round()
      running.delete(key)
    }
    void round()
  }
}
