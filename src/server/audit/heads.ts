// Reports where the chain ends, whenever that has changed: to the log, and to the places outside the database that keep it.
import type { Deps } from '../deps.ts'
import { faultFacts } from '../platform/log.ts'

type Keeper = Deps['heads'][number]['name']

export interface HeadTeller {
  /** One round, for a timer. Whoever could not keep a head gets the next round's. */
  tell(): Promise<void>
  /** Who could not keep the head that they were last given. */
  unkept(): Keeper[]
}

export function openHeadTeller({ audit, log, heads, now }: Deps): HeadTeller {
  const told = new Map<string, number>()
  const unkept = new Set<Keeper>()
  const tell = async () => {
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
          unkept.delete(keeper.name)
        } catch (error) {
          unkept.add(keeper.name)
          log.error('audit head: not kept', { keeper: keeper.name, seq: head.seq, ...faultFacts(error) })
        }
      }),
    )
  }
  return { tell, unkept: () => [...unkept] }
}
