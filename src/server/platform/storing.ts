// Whether something can be stored, which a database that answers does not prove: its disk may be full, or it may be a copy
// that only reads. A tiny row is written, and some blocks of the disk are taken and given back.
import { sql } from 'drizzle-orm'
import { type Db, pipelined } from './db.ts'
import { faultFacts, type Log } from './log.ts'
import { instance } from './schema.ts'

/** However often it is asked, it writes no more often than this. */
const FRESH_MS = 2000

export interface Storing {
  /** Throws when nothing can be stored, with what the database said. */
  prove(): Promise<void>
  /** Whether it was so when last looked at. */
  works(): boolean
}

export function openStoring(db: Db, log: Log): Storing {
  let proof: { readonly at: number; readonly result: Promise<void> } | null = null
  let works = true

  const write = async () => {
    try {
      await db.transaction((tx) =>
        pipelined([
          // Of more than fits into this the database writes a part to its disk, in blocks that are new.
          tx.execute(sql`set local work_mem = '64kB'`),
          tx.execute(sql`select count(*) from generate_series(1, 40000)`),
          tx.update(instance).set({ secret: sql`${instance.secret}` }),
        ]),
      )
      if (!works) log.info('database: stores again')
      works = true
    } catch (error) {
      if (works) log.error('database: nothing can be stored', faultFacts(error))
      works = false
      throw error
    }
  }

  return {
    works: () => works,
    prove() {
      if (proof && performance.now() - proof.at < FRESH_MS) return proof.result
      const result = write()
      proof = { at: performance.now(), result }
      return result
    },
  }
}
