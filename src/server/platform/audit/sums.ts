// Refusals of whoever is not signed in, counted in memory: anybody can cause as many as they like, and no row is ever
// deleted. One row for an address, a way in and a reason stands for all of a minute.
import type { Entry } from './entries.ts'

/** How many are told apart at once; whatever comes beyond is counted without its address. */
const MOST = 1000
const SEVERAL = 'several addresses'

interface Sum {
  readonly first: Entry
  /** What all of them were about; null where that differs. */
  subject: Pick<Entry, 'subjectKind' | 'subjectId'> | null
  times: number
  until: Date
}

export interface Sums {
  count(refusal: Entry): void
  /** Writes down what was counted until now. What could not be written stays counted. */
  flush(): Promise<void>
}

export function openSums(store: (entries: readonly Entry[]) => Promise<void>): Sums {
  let sums = new Map<string, Sum>()

  const add = (entry: Entry, times: number, until: Date) => {
    const keyOf = (address: string) => `${address} ${entry.via} ${entry.code}`
    const known = sums.has(keyOf(entry.address))
    const address = known || sums.size < MOST ? entry.address : SEVERAL
    const sum = sums.get(keyOf(address))
    if (!sum) {
      const { subjectKind, subjectId } = entry
      sums.set(keyOf(address), { first: { ...entry, address }, subject: { subjectKind, subjectId }, times, until })
      return
    }
    sum.times += times
    sum.until = until
    if (sum.subject?.subjectId !== entry.subjectId || sum.subject.subjectKind !== entry.subjectKind) sum.subject = null
  }

  return {
    count: (refusal) => add(refusal, 1, refusal.at),
    async flush() {
      const counted = [...sums.values()]
      if (counted.length === 0) return
      sums = new Map()
      try {
        await store(counted.map(rowOf))
      } catch (error) {
        for (const { first, times, until } of counted) add(first, times, until)
        throw error
      }
    },
  }
}

function rowOf({ first, subject, times, until }: Sum): Entry {
  const about = subject ?? { subjectKind: null, subjectId: null }
  return { ...first, ...about, ...(times > 1 ? { times, until } : {}) }
}
