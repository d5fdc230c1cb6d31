// The audit as the rest of the server knows it: do something under it, and have what came in chained.
import type { Db } from '../db.ts'
import { chain, type Head, headOf } from './chain.ts'
import type { Deed } from './deed.ts'
import { during } from './doing.ts'
import { openInbox } from './inbox.ts'

export interface Audit {
  /** Does `work` and writes down that it was done or refused: with its transaction, else before this returns. */
  during<T>(deed: Deed, work: () => Promise<T>): Promise<T>
  /** Moves what has come in until now to the end of the chain; where another process is at it, that is left to it. */
  chain(): Promise<void>
  /** Where the chain ends; null before its first row. */
  head(): Promise<Head | null>
}

export function openAudit(db: Db, now: () => Date): Audit {
  const store = openInbox(db)
  let chaining: Promise<void> = Promise.resolve()
  return {
    during: (deed, work) => during(deed, now, store, work),
    chain() {
      const next = chaining.catch(() => {}).then(() => chain(db))
      chaining = next
      return next
    },
    head: () => headOf(db),
  }
}
