// Writes what no transaction carried: while one statement is on its way, whatever comes meanwhile waits for the next and
// shares it. Nobody is answered before their own is on disk.
import type { Db } from '../db.ts'
import { type Entry, entriesIn } from './entries.ts'

const MOST_AT_ONCE = 1000

interface Waiting {
  readonly entries: readonly Entry[]
  resolve(): void
  reject(error: unknown): void
}

/** Returns how to write entries: the promise is kept when they are committed, and rejects when they are not. */
export function openInbox(db: Db): (entries: readonly Entry[]) => Promise<void> {
  let waiting: Waiting[] = []
  let writing = false

  const write = async () => {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(batch.length)
      try {
        await db.execute(entriesIn(batch.flatMap(({ entries }) => [...entries])))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    writing = false
  }

  return (entries) =>
    new Promise((resolve, reject) => {
      waiting.push({ entries, resolve, reject })
      if (!writing) void write()
    })
}
