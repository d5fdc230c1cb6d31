// Leaving the page of a call by Back, a link or the address: first it is asked what shall become of the call, so that nobody
// is left in one that nobody holds. Knows no screen.
import { createStore, type Readable } from '../kit/store.ts'
import type { PractitionerCallModel } from './call/practitioner-state.ts'
import type { Router } from './router.ts'

export type Becomes = 'hold' | 'sendBack' | 'end'

export interface LeaveCall {
  /** True while the question stands. */
  readonly asked: Readable<boolean>
  /** Does that, and then goes where this person was going. After the end the note is what comes first: they stay. */
  choose(becomes: Becomes): void
  stay(): void
  close(): void
}

export function createLeaveCall(router: Router, callNow: () => PractitionerCallModel | null): LeaveCall {
  const asked = createStore(false)
  let goingTo = ''
  let stopWatching = () => {}

  const unguard = router.guard((next, path) => {
    const call = callNow()
    const here = router.route.get()
    if (!call?.isInCall() || here.page !== 'visit') return true
    // Also on the way into a call that has just been joined.
    if (next.page === 'visit' && [here.visitId, call.view.get()?.visitId].includes(next.visitId)) return true
    goingTo = path
    asked.set(true)
    return false
  })

  function stay(): void {
    stopWatching()
    stopWatching = () => {}
    asked.set(false)
  }

  return {
    asked,
    stay,
    choose(becomes) {
      const call = callNow()
      const act = call?.actions.get()[becomes]
      if (!call || !act) return
      stay()
      const to = goingTo
      stopWatching = call.underWay.subscribe((step) => {
        if (step !== null) return
        stay()
        // Where it was not done, the call's page says so.
        if (!call.isInCall() && becomes !== 'end') router.go(to)
      })
      act()
    },
    close() {
      unguard()
      stay()
    },
  }
}
