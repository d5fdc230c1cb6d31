// How a queue reaches those who watch it and those who wait in it. Staff get each visit that changed, and now and then the
// whole queue. Patients get their place when it may have changed, and their whole view when their area changed.
import type { ServerMessage } from '#contract/realtime'
import type { QueueVisit } from '#contract/visit'
import { areaChannel, limitedViewChannel, visitChannel } from '../platform/channels.ts'
import type { Hub } from '../platform/hub.ts'
import type { Once } from './coalescing.ts'
import { showUnlocked } from './show.ts'
import type { Snapshots } from './snapshots.ts'
import { lockedView, lockedVisit } from './views.ts'

/**
 * In a busy area the queue moves all the time, and nobody gains by hearing of each step: at most this often, and not more
 * often than this for each who waits, of whom most are far from being seen.
 */
const PLACES_EVERY_MS = 3000
const PLACE_EACH_MS = 100
/** Somebody has just been called in: the first moment belongs to their call. */
const PLACES_AFTER_MS = 500
/** After a restart everyone comes back at once, and checks go step by step: one reading shows a half second's worth. */
const OFTEN_EVERY_MS = 500
/** What time alone changes (doors close, a notice lapses) is in the whole queue, which goes out this often if anything does. */
const WHOLE_EVERY_MS = 60_000
const AGAIN_AFTER_FAULT_MS = 1000

export interface QueuePush {
  /** `places`: the order of those who wait did, too. */
  changed(areaId: string, visitId: string, places: boolean): void
  /** Something that changes so often that it is told a little later. */
  changedOften(areaId: string, visitId: string): void
  /** The places of those who wait may be others, and no visit changed. */
  moved(areaId: string): void
  /** The area itself changed: for everybody who waits or is seen there. */
  renew(areaId: string): void
  /** The whole queue once more. */
  again(areaId: string): void
}

/** What is to be told of an area. */
interface Due {
  whole: boolean
  readonly visitIds: Set<string>
}

/** `tellSeen` tells one who is being seen, and who sees them. */
export function openQueuePush(
  hub: Hub,
  snapshots: Snapshots,
  once: Once,
  tellSeen: (visitId: string) => void,
): QueuePush {
  const due = new Map<string, Due>()
  const wholeAt = new Map<string, number>()
  /** Areas whose queue moved, and since when: a reading after that tells everyone who waits there their place again. */
  const moved = new Map<string, number>()
  /** Areas of which something changed that everyone there is shown. */
  const renewed = new Set<string>()
  /** Not before. */
  const placesAt = new Map<string, number>()
  const timed = new Set<string>()
  /** Visits that changed since the reading of their area was begun: what it says of them may be of before. */
  const changedSince = new Map<string, Set<string>>()

  const dueIn = (areaId: string): Due => {
    const known = due.get(areaId)
    if (known) return known
    const made = { whole: false, visitIds: new Set<string>() }
    due.set(areaId, made)
    return made
  }

  const later = (why: string, areaId: string, ms: number) => {
    const key = `${why}:${areaId}`
    if (timed.has(key)) return
    timed.add(key)
    setTimeout(() => {
      timed.delete(key)
      tell(areaId)
    }, ms).unref()
  }

  /** Whether it is time to tell an area's places; when it is not yet, it will be. */
  const takePlaces = (areaId: string): boolean => {
    const since = moved.get(areaId)
    if (since === undefined) return false
    const wait = Math.max(since + PLACES_AFTER_MS, placesAt.get(areaId) ?? 0) - performance.now()
    if (wait > 0) {
      later('places', areaId, wait)
      return false
    }
    placesAt.set(areaId, performance.now() + PLACES_EVERY_MS)
    return moved.delete(areaId)
  }

  /** Pages that watch an area had its whole queue as they opened; how long ago is not known, and not all at once. */
  const wholeTold = (areaId: string): number => {
    const known = wholeAt.get(areaId) ?? performance.now() - Math.random() * WHOLE_EVERY_MS
    wholeAt.set(areaId, known)
    return known
  }

  const isWatched = (areaId: string) => !hub.isEmpty(areaChannel(areaId)) || !hub.isEmpty(limitedViewChannel(areaId))

  const tell = (areaId: string) => {
    if (!isWatched(areaId)) due.delete(areaId)
    // Nobody is there to be told, least of all while this server closes; whoever comes is told all as they open.
    if (hub.size() === 0) return
    if (!due.has(areaId) && !moved.has(areaId)) return
    once(areaChannel(areaId), async () => {
      const places = takePlaces(areaId)
      const renew = renewed.delete(areaId)
      const { whole, visitIds } = dueIn(areaId)
      due.delete(areaId)
      const isOld = wholeTold(areaId) + WHOLE_EVERY_MS < performance.now()
      try {
        if (whole || renew || (isOld && visitIds.size > 0)) await tellWhole(areaId, renew)
        else if (visitIds.size > 0) await tellSome(areaId, [...visitIds])
        if (places && !renew) await tellPlaces(areaId)
      } catch (error) {
        dueIn(areaId).whole = true
        if (places) moved.set(areaId, 0)
        if (renew) renewed.add(areaId)
        later('fault', areaId, AGAIN_AFTER_FAULT_MS)
        throw error
      }
    })
  }

  const tellWhole = async (areaId: string, renew: boolean) => {
    const since = new Set<string>()
    changedSince.set(areaId, since)
    const { queue, limitedView, waiting } = await snapshots.area(areaId).finally(() => changedSince.delete(areaId))
    wholeAt.set(areaId, performance.now())
    const blank = (): ServerMessage => ({ type: 'area', view: lockedView(queue) })
    showUnlocked(hub, areaChannel(areaId), { type: 'area', view: queue }, blank)
    if (!hub.isEmpty(limitedViewChannel(areaId)))
      showUnlocked(hub, limitedViewChannel(areaId), { type: 'area', view: limitedView() }, blank)
    if (!renew) return
    for (const { id, status } of queue.visits) if (status !== 'waiting') tellSeen(id)
    for (const view of waiting)
      if (!since.has(view.visitId)) hub.send(visitChannel(view.visitId), { type: 'visit', view })
  }

  const tellPlaces = async (areaId: string) => {
    const places = await snapshots.places(areaId)
    placesAt.set(areaId, performance.now() + Math.max(PLACES_EVERY_MS, places.length * PLACE_EACH_MS))
    for (const [visitId, news] of places) {
      const channel = visitChannel(visitId)
      if (!hub.isEmpty(channel)) hub.send(channel, { type: 'place', visitId, news })
    }
  }

  const tellSome = async (areaId: string, visitIds: readonly string[]) => {
    const { visits, limitedView, now, revision } = await snapshots.some(areaId, visitIds)
    const here = new Set(visits.map(({ id }) => id))
    const about = { areaId, gone: visitIds.filter((id) => !here.has(id)), now, revision }
    const heard = (shown: readonly QueueVisit[]): ServerMessage => ({
      type: 'queue',
      news: { ...about, visits: [...shown] },
    })
    const blank = () => heard(visits.map(lockedVisit))
    showUnlocked(hub, areaChannel(areaId), heard(visits), blank)
    if (!hub.isEmpty(limitedViewChannel(areaId)))
      showUnlocked(hub, limitedViewChannel(areaId), heard(limitedView()), blank)
  }

  return {
    changed(areaId, visitId, places) {
      changedSince.get(areaId)?.add(visitId)
      if (places && !moved.has(areaId)) moved.set(areaId, performance.now())
      dueIn(areaId).visitIds.add(visitId)
      tell(areaId)
    },
    changedOften(areaId, visitId) {
      dueIn(areaId).visitIds.add(visitId)
      later('often', areaId, OFTEN_EVERY_MS)
    },
    moved(areaId) {
      if (!moved.has(areaId)) moved.set(areaId, performance.now())
      tell(areaId)
    },
    renew(areaId) {
      // What staff say of the delay is heard at once.
      placesAt.delete(areaId)
      moved.set(areaId, 0)
      renewed.add(areaId)
      dueIn(areaId).whole = true
      tell(areaId)
    },
    again(areaId) {
      dueIn(areaId).whole = true
      tell(areaId)
    },
  }
}
