// How our own picture and sound fare at the far side, from the totals it tells us: shares over the last half second, and
// the quickest round trip so far. Pure but for its memory.
import type { StateChannel } from './peer-channel.ts'
import { shareOf } from './peer-stats.ts'

export interface RemoteStats {
  note(at: number, last: StateChannel['last']): void
  /** Something begins, sound for one: the first moment is left out of the shares. */
  begin(at: number): void
  /** Share of our packets lost and of our sound invented, 0 to 1; null when nothing is known. */
  readonly loss: number | null
  readonly concealed: number | null
  /** The least round trip seen on this path, with this one counted (ms). */
  floorMs(roundTripMs: number | null, pair: string | null): number | null
}

const OVER_MS = 600
const OUTAGE_MS = 1200
const SETTLE_MS = 800

export function remoteStats(): RemoteStats {
  let told: NonNullable<StateChannel['last']>[] = []
  let heardAt: number | null = null
  let settlesAt = 0
  let floor = Number.POSITIVE_INFINITY
  let floorOf: string | null = null
  const ends = () => {
    const first = told[0]?.said.heard
    const last = told.at(-1)?.said.heard
    return first && last && first !== last ? ([first, last] as const) : null
  }
  return {
    note(at, last) {
      if (last && last !== told.at(-1)) {
        // What was lost in an outage, told in the first words after it, says nothing about the path that carries again.
        if (heardAt !== null && last.at - heardAt > OUTAGE_MS) settlesAt = last.at + SETTLE_MS
        heardAt = last.at
        if (last.at < settlesAt) told = []
        told.push(last)
      }
      // The one just outside the window stays: the differences begin there.
      while (told.length > 2 && at - (told[1]?.at ?? at) > OVER_MS) told = told.slice(1)
    },
    begin(at) {
      told = []
      settlesAt = at + SETTLE_MS
    },
    get loss() {
      const between = ends()
      if (!between) return null
      const [first, last] = between
      return shareOf(last.lost - first.lost, last.packets - first.packets)
    },
    get concealed() {
      const between = ends()
      if (!between) return null
      const [first, last] = between
      const concealed = last.concealedMs - first.concealedMs
      return shareOf(concealed, last.playedMs - first.playedMs - concealed)
    },
    floorMs(roundTripMs, pair) {
      if (pair !== floorOf) floor = Number.POSITIVE_INFINITY
      floorOf = pair
      if (roundTripMs === null) return floor === Number.POSITIVE_INFINITY ? null : floor
      floor = Math.min(floor, roundTripMs)
      return floor
    },
  }
}
