// Pages of sign-ins that ended or were locked: each hears so, however that came. Those of one that ended are disconnected.
import type { Deps } from '../deps.ts'
import { lockedPages, sessionChannel } from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import { lockedAmong } from './sign-ins-store.ts'
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

  const lock = (sessionId: string) => {
    const pages = sessionChannel(sessionId)
    hub.gather(pages, lockedPages)
    hub.send(pages, { type: 'locked' })
  }
  const unlock = (sessionId: string) => {
    const pages = sessionChannel(sessionId)
    hub.part(pages, lockedPages)
    hub.send(pages, { type: 'unlocked' })
  }

  /** What was locked or unlocked while no event was heard. */
  const lookAtLocks = async () => {
    const here = hub.channels(PREFIX)
    const locked = new Set(await lockedAmong(db, here))
    for (const sessionId of here) {
      const isLocked = hub.meet(sessionChannel(sessionId), lockedPages)
      if (locked.has(sessionId) && !isLocked) lock(sessionId)
      if (!locked.has(sessionId) && isLocked) unlock(sessionId)
    }
  }

  events.on((event) => {
    if (event.kind === 'session-ended') event.sessionIds.forEach(end)
    if (event.kind === 'session-locked') event.sessionIds.forEach(lock)
    if (event.kind === 'session-unlocked') event.sessionIds.forEach(unlock)
  })
  events.onGap(() => {
    Promise.all([endLapsed(), lookAtLocks()]).catch((error) => log.error('sign-ins not checked', faultFacts(error)))
  })
  return { endLapsed }
}
