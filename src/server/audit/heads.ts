// Tells where the chain ends, whenever that has changed: the log, and whoever is to keep it outside the database.
import type { Deps } from '../deps.ts'
import { faultFacts } from '../platform/log.ts'

/** One round, for a timer. Whoever could not keep a head gets the next round's. */
export function headTeller({ audit, log, heads, now }: Deps): () => Promise<void> {
  const told = new Map<string, number>()
  return async () => {
    const head = await audit.head()
    if (!head) return
    if (told.get('log') !== head.seq) log.info('audit head', { ...head })
    told.set('log', head.seq)
    const due = heads.filter(({ name }) => told.get(name) !== head.seq)
    await Promise.all(
      due.map(async (keeper) => {
        try {
          await keeper.keep({ at: now().toISOString(), ...head })
          told.set(keeper.name, head.seq)
        } catch (error) {
          log.error('audit head: not kept', { keeper: keeper.name, seq: head.seq, ...faultFacts(error) })
        }
      }),
    )
  }
}
