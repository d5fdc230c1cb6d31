// Deletion by time, once a minute: whatever the registry says is due goes. A failed round is made up by the next.
import { DEFAULT_KEPT_DAYS, DEFAULT_RETENTION, dueBefore, type KeptDays } from '#domain/retention'
import type { Deps } from '../deps.ts'
import { faultFacts } from '../platform/log.ts'
import { REGISTRY } from '../platform/retention/registry.ts'
import * as store from './store.ts'

export function retentionSlice({ db, clock, log }: Deps, kept: KeptDays = DEFAULT_KEPT_DAYS, registry = REGISTRY) {
  return {
    timers: [
      {
        name: 'retention',
        everyMs: 60_000,
        async run() {
          // What is deleted is gone for ever: a clock that may be wrong deletes nothing.
          const { isTrusted, now } = await clock.look()
          if (!isTrusted) return
          const organisations = await store.retentions(db)
          const everybody = [{ organisationId: '', ...DEFAULT_RETENTION }]
          const failed: unknown[] = []
          for (const term of store.termsOf(registry)) {
            for (const one of term.kept.setBy === 'organisation' ? organisations : everybody) {
              const before = dueBefore(term.kept, now, one, kept)
              try {
                const removed = await store.removeDue(db, registry, term, { ...one, before, now })
                if (Object.keys(removed).length > 0) log.info('retention: deleted', removed)
              } catch (error) {
                log.error('retention: not deleted', { after: term.moment, ...faultFacts(error) })
                failed.push(error)
              }
            }
          }
          // Whatever else was due has gone; the timer tells that this has not.
          if (failed.length > 0) throw failed[0]
        },
      },
    ],
  }
}
