// Places for what streams: so many over all, and so many of one address. Whoever comes is let in; when there is no place, the
// slowest goes for them, of the address that has the most. So who holds places and moves nothing denies them to nobody.
import { Problem } from '#domain/problem'

export interface Place {
  /** So much has moved since. */
  moved(bytes: number): void
  /** Leaves it, once. */
  leave(): void
}

export interface Places {
  /** `end` is called when the place is needed for somebody else. Throws `server/busy` when all have only just come. */
  take(address: string, end: () => void): Place
}

interface Taken {
  readonly address: string
  readonly since: number
  readonly end: () => void
  bytes: number
}

/** Nobody is called slow before they could begin. */
const GRACE_MS = 1000

export function openPlaces(
  most: number,
  ofOneAddress: number,
  elapsed: () => number = () => performance.now(),
): Places {
  const all = new Set<Taken>()

  const of = (address: string) => [...all].filter((one) => one.address === address)
  const crowdedest = () => {
    const byAddress = new Map<string, Taken[]>()
    for (const one of all) byAddress.set(one.address, [...(byAddress.get(one.address) ?? []), one])
    return [...byAddress.values()].sort((a, b) => b.length - a.length)[0] ?? []
  }
  const makeRoom = (among: readonly Taken[]) => {
    const now = elapsed()
    const rate = (one: Taken) => one.bytes / (now - one.since)
    const [slowest] = among.filter(({ since }) => now - since >= GRACE_MS).sort((a, b) => rate(a) - rate(b))
    if (!slowest) throw new Problem('server/busy')
    all.delete(slowest)
    slowest.end()
  }

  return {
    take(address, end) {
      const own = of(address)
      if (own.length >= ofOneAddress) makeRoom(own)
      else if (all.size >= most) makeRoom(crowdedest())
      const taken: Taken = { address, since: elapsed(), end, bytes: 0 }
      all.add(taken)
      return {
        moved(bytes) {
          taken.bytes += bytes
        },
        leave: () => void all.delete(taken),
      }
    },
  }
}
