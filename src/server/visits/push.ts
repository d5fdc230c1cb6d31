// From events to snapshots: when something changed, those who watch it get the whole of it again. Changes that come
// while a snapshot is being made are answered by one more, not by one each.
import type { Heard } from '#contract/realtime'
import type { Deps } from '../deps.ts'
import {
  areaChannel,
  callChannel,
  consultationChannel,
  glanceChannel,
  lockedPages,
  pageChannel,
  visitChannel,
} from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import type { Snapshots } from './snapshots.ts'
import { newestConsultation } from './store.ts'
import { lockedView } from './views.ts'

/** In a busy area the queue moves all the time, and nobody gains by hearing of each step: at most this often. */
const PLACES_EVERY_MS = 3000
/** After a restart everyone comes back at once, and checks go step by step: one snapshot shows a half second's worth. */
const QUEUE_NEWS_EVERY_MS = 500

export function openPush({ db, hub, events, log }: Deps, snapshots: Snapshots): void {
  const once = coalescing((where, error) => log.error('snapshot failed', { where, ...faultFacts(error) }))

  /** Nobody is shown on a page that is locked: it hears `locked` in the place of the snapshot. */
  const show = (channel: string, heard: Heard, locked: () => Heard) => {
    hub.send(channel, heard, lockedPages)
    if (hub.meet(lockedPages, channel)) hub.sendBoth(lockedPages, channel, locked())
  }

  /** Areas whose queue moved: with the next snapshot everyone who waits there hears their place again. */
  const moved = new Set<string>()
  /** Areas of which something changed that those who are being seen are shown, too. */
  const renewed = new Set<string>()
  const placesToldAt = new Map<string, number>()
  const due = new Set<string>()
  /** Visits that changed since the snapshot of their area was begun: what it says of them may be of before. */
  const changed = new Map<string, Set<string>>()

  const later = (why: string, areaId: string, ms: number) => {
    const key = `${why}:${areaId}`
    if (due.has(key)) return
    due.add(key)
    setTimeout(() => {
      due.delete(key)
      area(areaId)
    }, ms).unref()
  }

  /** Whether it is time to tell an area's places; when it is not yet, it will be. */
  const takePlaces = (areaId: string): boolean => {
    if (!moved.has(areaId)) return false
    const wait = (placesToldAt.get(areaId) ?? 0) + PLACES_EVERY_MS - Date.now()
    if (wait > 0) {
      later('places', areaId, wait)
      return false
    }
    placesToldAt.set(areaId, Date.now())
    return moved.delete(areaId)
  }

  const area = (areaId: string) => {
    if (hub.isEmpty(areaChannel(areaId)) && hub.isEmpty(glanceChannel(areaId)) && !moved.has(areaId)) return
    once(areaChannel(areaId), async () => {
      const tellPlaces = takePlaces(areaId)
      const renew = renewed.delete(areaId)
      const since = new Set<string>()
      changed.set(areaId, since)
      const { queue, glance, waiting } = await snapshots.area(areaId).finally(() => changed.delete(areaId))
      const blank = (): Heard => ({ type: 'area', view: lockedView(queue) })
      show(areaChannel(areaId), { type: 'area', view: queue }, blank)
      if (!hub.isEmpty(glanceChannel(areaId))) show(glanceChannel(areaId), { type: 'area', view: glance() }, blank)
      if (renew)
        for (const { id, status } of queue.visits) {
          if (status === 'waiting') continue
          patient(id)
          consultation(id)
        }
      if (!tellPlaces) return
      for (const view of waiting)
        if (!since.has(view.visitId)) hub.send(visitChannel(view.visitId), { type: 'visit', view })
    })
  }

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
      const { status } = view
      show(consultationChannel(visitId), { type: 'consultation', view }, () => ({
        type: 'consultation-status',
        visitId,
        status,
      }))
      if (!held.endedAt) return
      // That was the last of it: the next practitioner's consultation is not this page's to watch.
      hub.part(pageChannel(held.pageId), consultationChannel(visitId))
      hub.dissolve(callChannel(held.callId))
    })
  }

  events.on((event) => {
    switch (event.kind) {
      case 'visit':
        changed.get(event.areaId)?.add(event.visitId)
        if (event.places) moved.add(event.areaId)
        patient(event.visitId)
        consultation(event.visitId)
        area(event.areaId)
        return
      case 'findings':
        patient(event.visitId)
        consultation(event.visitId)
        later('findings', event.areaId, QUEUE_NEWS_EVERY_MS)
        return
      case 'consultation':
        consultation(event.visitId)
        return
      case 'presence':
        consultation(event.visitId)
        later('presence', event.areaId, QUEUE_NEWS_EVERY_MS)
        return
      case 'area':
        // What staff say of the delay is heard at once.
        placesToldAt.delete(event.areaId)
        moved.add(event.areaId)
        renewed.add(event.areaId)
        area(event.areaId)
    }
  })
  events.onGap(() => {
    for (const areaId of new Set([...hub.channels('area:'), ...hub.channels('glance:')])) area(areaId)
    for (const visitId of hub.channels('visit:')) patient(visitId)
    for (const visitId of hub.channels('consultation:')) consultation(visitId)
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
