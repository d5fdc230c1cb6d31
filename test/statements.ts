// Counts what is asked of a database: how often, not how long.
import { onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../src/server/platform/db.ts'

export interface CountedDatabase {
  readonly db: Db
  /** How many statements `work` asks. */
  count(work: () => Promise<unknown>): Promise<number>
}

/** A pool of its own on `url`, in which every statement outside transactions is counted. */
export function countedDatabase(url: string): CountedDatabase {
  const { db, pool, close } = openDatabase(url, () => {})
  onTestFinished(close)
  let asked = 0
  const query = pool.query.bind(pool) as (...told: unknown[]) => unknown
  Object.assign(pool, {
    query(...told: unknown[]) {
      asked += 1
      return query(...told)
    },
  })
  return {
    db,
    async count(work) {
      asked = 0
      await work()
      return asked
    },
  }
}
