// The audit as the rest of the server knows it: do something under it, and have what came in chained.
import type { Db } from '../db.ts'
import type { AuditedRequest } from './audited-request.ts'
import { chain, type Head, headOf } from './chain.ts'
import { during } from './context.ts'
import { openInbox } from './inbox.ts'
import { openSums } from './sums.ts'

export interface Audit {
  /** Does `work` and writes down that it was done or refused: with its transaction, else before this returns. */
  during<T>(request: AuditedRequest, work: () => Promise<T>): Promise<T>
  /** Moves what has come in until now to the end of the chain; where another process is at it, that is left to it. */
  chain(): Promise<void>
  /** Writes down what was only counted until now. */
  flush(): Promise<void>
  /** Both: for whoever wants to read what was done a moment ago. */
  settle(): Promise<void>
  /** Where the chain ends; null before its first row. */
  head(): Promise<Head | null>
}

export function openAudit(db: Db, now: () => Date): Audit {
  const store = openInbox(db)
  const sums = openSums(store)
  let chaining: Promise<void> = Promise.resolve()
  const chainNow = () => {
    const next = chaining.catch(() => {}).then(() => chain(db))
    chaining = next
    return next
  }
  return {
    during: (request, work) => during(request, now, { store, count: sums.count }, work),
    chain: chainNow,
    flush: sums.flush,
    async settle() {
      await sums.flush()
      await chainNow()
    },
    head: () => headOf(db),
  }
}
