// What this browser remembers through the months if the person wishes: which kind of device worked, and on which day.
// Nothing about them, their clinic or their visit. A browser that keeps nothing is never asked twice.
import { browserKind } from '../checks/browser-kind.ts'
import { thisDevice } from './door/this-device.ts'

export const REMEMBERED = ['iphone', 'ipad', 'android-phone', 'android-tablet', 'computer'] as const
export type RememberedDevice = (typeof REMEMBERED)[number]

export interface LastWorked {
  readonly device: RememberedDevice
  /** As 2027-03-01, where the reader is. */
  readonly day: string
}

const KEY = 'bedside.last-worked'

/** `storage` throws where a browser forbids it; `now` is ms since the epoch. */
export function lastWorkedShelf(
  storage: () => Storage,
  navigator: { userAgent: string; maxTouchPoints: number },
  now: () => number,
) {
  const shelf = {
    load(): LastWorked | null {
      try {
        const kept = JSON.parse(storage().getItem(KEY) ?? 'null')
        return isLastWorked(kept) ? { device: kept.device, day: kept.day } : null
      } catch {
        return null
      }
    },
    get possible(): boolean {
      try {
        storage().getItem(KEY)
        return true
      } catch {
        return false
      }
    },
    kept: () => shelf.load()?.day === dayOf(now()),
    keep(yes: boolean): void {
      try {
        if (!yes) storage().removeItem(KEY)
        else storage().setItem(KEY, JSON.stringify({ device: rememberedDevice(navigator), day: dayOf(now()) }))
      } catch {}
    },
  }
  return shelf
}

export type LastWorkedShelf = ReturnType<typeof lastWorkedShelf>

function rememberedDevice(facts: { userAgent: string; maxTouchPoints: number }): RememberedDevice {
  const { device } = browserKind(facts)
  if (device === 'iphone' || device === 'ipad') return device
  const here = thisDevice(facts)
  return here === 'computer' ? 'computer' : here === 'tablet' ? 'android-tablet' : 'android-phone'
}

function dayOf(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function isLastWorked(kept: Partial<LastWorked> | null): kept is LastWorked {
  return (
    REMEMBERED.some((device) => device === kept?.device) &&
    typeof kept?.day === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(kept.day) &&
    !Number.isNaN(Date.parse(kept.day))
  )
}
