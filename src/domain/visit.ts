// The life of a visit: waiting, being seen, on hold, ended. Pure: who, when and what are arguments.
import { callBackUntil, type OverVisit } from './call-back.ts'
import { Problem } from './problem.ts'
import type { SentBackReason } from './sent-back.ts'

export const VISIT_OUTCOMES = ['completed', 'left', 'removed', 'not-returned'] as const

/** How a visit ended: seen to the end, the patient left, staff took them off the queue, or they never came back. */
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

export type VisitState =
  | { readonly status: 'waiting'; readonly since: Date }
  | { readonly status: 'being-seen'; readonly since: Date; readonly practitionerId: string }
  | { readonly status: 'on-hold'; readonly since: Date; readonly practitionerId: string }
  | { readonly status: 'ended'; readonly since: Date; readonly outcome: VisitOutcome }

export type VisitStatus = VisitState['status']

export type VisitAction =
  | { readonly type: 'join'; readonly by: string }
  | { readonly type: 'hold'; readonly by: string }
  | { readonly type: 'resume'; readonly by: string }
  | { readonly type: 'send-back'; readonly by: string; readonly reason?: SentBackReason }
  | { readonly type: 'end'; readonly by: string }
  | { readonly type: 'leave' }
  | { readonly type: 'remove' }
  | { readonly type: 'give-up' }
  /** Calls the patient back soon after the end. `over`: what is known of the visit beside its state. */
  | { readonly type: 'reopen'; readonly by: string; readonly over: Pick<OverVisit, 'lastWith' | 'reachable'> }

/** Somebody away this long (ms) without coming back is taken off the queue: 2 hours, so that a phone may sleep. */
export const AWAY_LIMIT_MS = 2 * 60 * 60 * 1000

/**
 * The state after `action` at `now`. Throws a `Problem` when the action is not possible:
 * `visit/already-ended`, `visit/with-somebody-else`, `visit/not-waiting`, `visit/not-held-by-you`, `visit/call-back-over`.
 */
export function nextVisitState(state: VisitState, action: VisitAction, now: Date): VisitState {
  if (action.type === 'reopen') return reopened(state, action, now)
  if (state.status === 'ended') throw new Problem('visit/already-ended', { outcome: state.outcome })
  switch (action.type) {
    case 'join':
      if (state.status === 'waiting') return { status: 'being-seen', since: now, practitionerId: action.by }
      if (state.practitionerId !== action.by) throw new Problem('visit/with-somebody-else')
      // Joining again what one already holds (a reload, a second tab) changes nothing.
      return state
    case 'hold':
      return { status: 'on-hold', since: now, practitionerId: heldBy(state, action.by) }
    case 'resume':
      return { status: 'being-seen', since: now, practitionerId: heldBy(state, action.by) }
    case 'send-back':
      heldBy(state, action.by)
      return { status: 'waiting', since: now }
    case 'end':
      heldBy(state, action.by)
      return { status: 'ended', since: now, outcome: 'completed' }
    case 'leave':
      return { status: 'ended', since: now, outcome: state.status === 'waiting' ? 'left' : 'completed' }
    case 'remove':
      if (state.status !== 'waiting') throw new Problem('visit/not-waiting')
      return { status: 'ended', since: now, outcome: 'removed' }
    case 'give-up':
      return { status: 'ended', since: now, outcome: state.status === 'waiting' ? 'not-returned' : 'completed' }
  }
}

function reopened(state: VisitState, { by, over }: Extract<VisitAction, { type: 'reopen' }>, now: Date): VisitState {
  if (state.status !== 'ended') {
    heldBy(state, by)
    // Called back already, and the answer was lost.
    return state
  }
  if (over.lastWith !== by) throw new Problem('visit/not-held-by-you')
  const ended = { ...over, endedAt: state.since, outcome: state.outcome }
  if (!callBackUntil(ended, by, now)) throw new Problem('visit/call-back-over')
  return { status: 'being-seen', since: now, practitionerId: by }
}

function heldBy(state: VisitState, practitionerId: string): string {
  if (state.status !== 'being-seen' && state.status !== 'on-hold') throw new Problem('visit/not-held-by-you')
  if (state.practitionerId !== practitionerId) throw new Problem('visit/with-somebody-else')
  return practitionerId
}
