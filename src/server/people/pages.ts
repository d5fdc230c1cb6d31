// Pages of sign-ins that ended: each hears so and is disconnected, however the sign-in ended.
import type { Deps } from '../deps.ts'
import { sessionChannel } from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import { stillOpen } from './store.ts'

const PREFIX = sessionChannel('')

export interface SignInPages {
  /** Ends the pages of sign-ins that ran out, or that were revoked while no event was heard. */
  endLapsed(): Promise<void>
}

export function openSignInPages({ db, hub, events, log, now }: Deps): SignInPages {
  const end = (sessionId: string) => {
    hub.send(sessionChannel(sessionId), { type: 'signed-out' })
    hub.disconnect(sessionChannel(sessionId))
  }

  const endLapsed = async () => {
    const here = hub.channels(PREFIX)
    const open = new Set(await stillOpen(db, here, now()))
    for (const sessionId of here) if (!open.has(sessionId)) end(sessionId)
  }

  events.on((event) => {
    if (event.kind === 'session-ended') event.sessionIds.forEach(end)
  })
  events.onGap(() => {
    endLapsed().catch((error) => log.error('sign-ins not checked', faultFacts(error)))
  })
  return { endLapsed }
}
