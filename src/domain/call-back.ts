// Calling a patient back whose consultation has just ended: by mistake, or because they left it. Pure, and small: the
// patient's page loads it, too.

/** For so long (ms) after the end. */
export const CALL_BACK_MS = 10 * 60 * 1000

/** A visit that is over, and what is known of who was in it. */
export interface OverVisit {
  readonly endedAt: Date
  readonly outcome: 'completed' | 'left' | 'removed' | 'not-returned'
  /** Who had the consultation that was its last; null where nobody had. */
  readonly lastWith: string | null
  /** The patient's details are there, and their browser still finds back to the visit. */
  readonly reachable: boolean
}

/** Until when `practitionerId` may call the patient back; null: not, or not any more. */
export function callBackUntil(over: OverVisit, practitionerId: string, now: Date): Date | null {
  if (over.outcome !== 'completed' || !over.reachable || over.lastWith !== practitionerId) return null
  const until = new Date(over.endedAt.getTime() + CALL_BACK_MS)
  return now < until ? until : null
}
