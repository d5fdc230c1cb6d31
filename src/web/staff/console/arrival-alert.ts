// When a newcomer is announced: by sound (again and again until someone has looked), by a notification of the desktop,
// by a count in the tab's title. An area's settings say which of these it wants, the person at the page which they bear.
// Holds no name: what leaves the page says only the waiting area.
import type { AreaQueue } from '#contract/visit'
import type { Clock } from '../../kit/clock.ts'
import { createStore, type Readable } from '../../kit/store.ts'

/** Soft enough to bear, often enough to fetch someone from the other end of the room. */
export const REPEAT_MS = 15_000

export interface AlertPreferences {
  readonly sound: boolean
  readonly notification: boolean
  readonly title: boolean
}

export interface AlertOutputs {
  chime(): void
  notify(areaName: string): void
  /** Takes back notifications that nobody needs any more. */
  clearNotifications(): void
}

export interface ArrivalAlert {
  /** Newcomers that nobody has looked at yet, by waiting area. */
  readonly unseen: Readable<ReadonlyMap<string, number>>
  hear(areas: readonly AreaQueue[]): void
  /** Somebody is at this page: moved, pressed, typed. Everything said so far counts as noticed. */
  noticed(): void
  /** This area's queue is on the screen in front of somebody. */
  seen(areaId: string): void
  /** In a call nothing sounds: a patient hears this practitioner's loudspeaker. */
  setInCall(inCall: boolean): void
  close(): void
}

export function createArrivalAlert(
  clock: Clock,
  outputs: AlertOutputs,
  preferences: Readable<AlertPreferences>,
): ArrivalAlert {
  const unseen = createStore<ReadonlyMap<string, number>>(new Map())
  const known = new Map<string, Set<string>>()
  const newcomers = new Map<string, Set<string>>()
  let inCall = false
  let stopRepeating: (() => void) | null = null

  /** Areas where somebody has come and that want a sound for it. */
  const sounding = new Set<string>()
  const sound = () => {
    if (preferences.get().sound && !inCall && sounding.size > 0) outputs.chime()
  }
  const quieten = () => {
    stopRepeating?.()
    stopRepeating = null
    sounding.clear()
  }
  const publish = () => unseen.set(new Map([...newcomers].map(([areaId, ids]) => [areaId, ids.size])))

  function takeIn(area: AreaQueue): boolean {
    const waiting = new Set(area.visits.filter((visit) => visit.status === 'waiting').map((visit) => visit.id))
    const before = known.get(area.areaId)
    known.set(area.areaId, new Set(area.visits.map((visit) => visit.id)))
    const fresh = newcomers.get(area.areaId) ?? new Set()
    const stillThere = new Set([...fresh].filter((id) => waiting.has(id)))
    newcomers.set(area.areaId, stillThere)
    // The first snapshot is not news: whoever opens the page sees it.
    if (!before) return false
    const arrived = [...waiting].filter((id) => !before.has(id))
    for (const id of arrived) stillThere.add(id)
    return arrived.length > 0
  }

  return {
    unseen,
    hear(areas) {
      const arrivedIn = areas.filter(takeIn)
      publish()
      for (const areaId of sounding) if (!newcomers.get(areaId)?.size) sounding.delete(areaId)
      if (sounding.size === 0) quieten()
      if (arrivedIn.length === 0) return
      for (const { areaId, alerts } of arrivedIn) if (alerts.sound) sounding.add(areaId)
      // An area that was quiet stays so when somebody comes to another.
      if (arrivedIn.some(({ alerts }) => alerts.sound)) {
        sound()
        stopRepeating ??= clock.every(REPEAT_MS, sound)
      }
      if (preferences.get().notification)
        for (const { name, alerts } of arrivedIn) if (alerts.desktop) outputs.notify(name)
    },
    noticed() {
      quieten()
      outputs.clearNotifications()
    },
    seen(areaId) {
      if (!newcomers.get(areaId)?.size) return
      newcomers.set(areaId, new Set())
      publish()
    },
    setInCall(now) {
      inCall = now
    },
    close: quieten,
  }
}
