// How many connections one address has, and how often it makes new ones. Generous: a hospital may be one address. Those of
// whom nobody knows who they are have a small part of it, because they have nothing to do here.
import { networkOf } from './addresses.ts'
import { openPace } from './pace.ts'

const STRANGERS_SHARE = 20

export interface ConnectionCount {
  /** Whether one more may be made now. */
  mayConnect(address: string): boolean
  /** One has been made. Returns how it ends, or null when there are too many. */
  enter(address: string): (() => void) | null
  /** It is a stranger's. Returns how that ends, or null when there are too many. */
  enterStranger(address: string): (() => void) | null
}

/** `most`: connections of one address at a time. */
export function countConnections(most: number, elapsed: () => number = () => performance.now()): ConnectionCount {
  const strangers = Math.max(1, Math.ceil(most / STRANGERS_SHARE))
  const here = openCounts(most)
  const strangersHere = openCounts(strangers)
  // After a restart everybody comes back at once; then each about once a minute.
  const pace = openPace(elapsed, most * 2)
  const strangersPace = openPace(elapsed, strangers * 3)
  return {
    mayConnect: (address) => here.isFree(networkOf(address)) && pace.take(networkOf(address)) === 0,
    enter: (address) => here.enter(networkOf(address)),
    enterStranger: (address) =>
      strangersPace.take(networkOf(address)) === 0 ? strangersHere.enter(networkOf(address)) : null,
  }
}

function openCounts(most: number) {
  const counts = new Map<string, number>()
  const of = (key: string) => counts.get(key) ?? 0
  return {
    isFree: (key: string) => of(key) < most,
    enter(key: string) {
      if (of(key) >= most) return null
      counts.set(key, of(key) + 1)
      let inside = true
      return () => {
        if (!inside) return
        inside = false
        const left = of(key) - 1
        if (left > 0) counts.set(key, left)
        else counts.delete(key)
      }
    },
  }
}
