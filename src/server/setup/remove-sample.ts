// Removing the sample clinic: what would go, and that it goes. An administrator of another organisation does it, or an operator.
import type { SampleRemoval } from '#contract/people'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject, storeOwn } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import { openDatabase } from '../platform/db.ts'
import { deleteSample, sampleThere } from './sample-store.ts'
import { lockSetup } from './store.ts'

export interface SampleRemover {
  /** Null where there is none, and for its own people. */
  look(staff: Staff): Promise<SampleRemoval>
  /** Throws `request/not-found` where there is none of this name, and for its own people. */
  remove(staff: Staff, name: string): Promise<SampleRemoval>
}

export function openSampleRemover({ db }: Pick<Deps, 'db'>): SampleRemover {
  return {
    async look(staff) {
      const there = await sampleThere(db)
      if (there === null || there.id === staff.organisationId) return { sample: null }
      const { id: _, ...sample } = there
      return { sample }
    },
    remove: (staff, name) =>
      db.transaction(async (tx) => {
        await lockSetup(tx)
        const there = await sampleThere(tx)
        if (there?.name !== name || there.id === staff.organisationId) throw new Problem('request/not-found')
        setAuditSubject('organisation', there.id)
        await deleteSample(tx)
        return { sample: null }
      }),
  }
}

/** For the terminal: the exit code. Without `yes` it says what would go. */
export async function removeSample(url: string, yes: boolean, say: (line: string) => void): Promise<number> {
  const { db, close } = openDatabase(url, () => {}, 1)
  try {
    return await db.transaction(async (tx) => {
      await lockSetup(tx)
      const there = await sampleThere(tx)
      if (there === null) {
        say('There is no sample clinic.')
        return 0
      }
      const { name, areas, people, visits, notes } = there
      const what = `${name} (sample): ${areas} waiting areas, ${people} people, ${visits} visits, ${notes} notes`
      if (!yes) {
        say(`This would go, for good: ${what}. With --yes it does.`)
        return 1
      }
      await storeOwn(tx, new Date(), 'sample.clear', 'organisation', [{ id: there.id }])
      await deleteSample(tx)
      say(`Removed: ${what}. The audit keeps what was done.`)
      return 0
    })
  } finally {
    await close()
  }
}
