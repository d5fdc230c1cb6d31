// Forgetting, once a minute: what the organisation no longer keeps is deleted. A failed round is made up by the next.
import type { Deps } from '../deps.ts'
import * as store from './store.ts'

export function retentionSlice({ db, clock, log }: Deps) {
  return {
    timers: [
      {
        name: 'retention',
        everyMs: 60_000,
        async run() {
          // What is deleted is gone for ever: a clock that may be wrong deletes nothing.
          const { isTrusted, now } = await clock.look()
          if (!isTrusted) return
          for (const { organisationId, ...retention } of await store.retentions(db)) {
            const details = await store.deleteDetails(db, organisationId, retention, now)
            const notes = await store.deleteSignedNotes(db, organisationId, retention, now)
            if (details + notes > 0) log.info('retention: deleted', { details, notes })
          }
        },
      },
    ],
  }
}
