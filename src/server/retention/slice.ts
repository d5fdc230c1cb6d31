// Forgetting, once a minute: what the organisation no longer keeps is deleted. A failed round is made up by the next.
import { DEFAULT_KEPT_DAYS, daysBefore, type KeptDays } from '#domain/retention'
import type { Deps } from '../deps.ts'
import { forgetAddresses } from '../platform/audit/kept-address.ts'
import * as store from './store.ts'

export function retentionSlice({ db, clock, log }: Deps, kept: KeptDays = DEFAULT_KEPT_DAYS) {
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
          const addresses = await forgetAddresses(db, daysBefore(kept.auditAddresses, now))
          const reasons = await store.forgetGlassReasons(db, daysBefore(kept.glassReasons, now), now)
          if (addresses + reasons > 0) log.info('retention: deleted', { addresses, reasons })
        },
      },
    ],
  }
}
