// Whether somebody is here: every key, press and movement counts, in any tab of this browser. It tells the server, not too
// often, and locks when nobody was here for a while. What a page does by itself does not count, nor does a call.
import { TELL_ACTIVE_MS } from '#domain/idle'
import type { Clock } from '../kit/clock.ts'
import type { Readable } from '../kit/store.ts'
import type { Session } from './session-model.ts'
import type { Tabs } from './tabs.ts'

export interface Activity {
  /** Somebody moved, pressed or typed at this page. */
  noticed(): void
}

export interface ActivityPorts {
  readonly clock: Clock
  readonly session: Readable<Session>
  readonly tabs: Tabs
  /** Tells the server. */
  readonly tell: () => void
  readonly lock: () => void
}

const LOOK_MS = 5000
/** Other tabs need no more than this to know. */
const TELL_TABS_MS = 2000

export function createActivity({ clock, session, tabs, tell, lock }: ActivityPorts): Activity {
  let last = clock.now()
  let told = last
  let toldTabs = 0
  let signedIn = session.get().kind === 'signed-in'

  /** Set back, the clock would have it that somebody was here in the time to come. */
  const now = () => {
    const at = clock.now()
    if (at < last) last = told = toldTabs = at
    return at
  }

  const isOver = () => {
    const known = session.get()
    return known.kind === 'signed-in' && now() - last >= known.me.idleMinutes * 60_000
  }

  function tellIfDue(): void {
    if (last <= told || now() - told < TELL_ACTIVE_MS) return
    told = now()
    tell()
  }

  session.subscribe((known) => {
    // Whoever has just proved who they are is here, and the server knows it.
    if (known.kind === 'signed-in' && !signedIn) last = told = clock.now()
    signedIn = known.kind === 'signed-in'
  })
  tabs.hear((word) => {
    if (word === 'active' && !isOver()) last = now()
  })
  clock.every(LOOK_MS, () => {
    if (!signedIn) return
    if (isOver()) lock()
    else tellIfDue()
  })

  return {
    noticed() {
      if (!signedIn) return
      // A machine that slept wakes by a movement: that comes too late.
      if (isOver()) return lock()
      last = now()
      tellIfDue()
      if (last - toldTabs < TELL_TABS_MS) return
      toldTabs = last
      tabs.tell('active')
    },
  }
}
