// Who is in a consultation, and how. Pure.
import type { VisitStatus } from './visit.ts'

export type ParticipantKind = 'patient' | 'practitioner' | 'carer' | 'interpreter' | 'observer' | 'champion' | 'guest'

/** What they may do in the call. */
export type ParticipantStanding = 'host' | 'co-host' | 'participant'

export type ParticipantState = 'knocking' | 'admitted' | 'on-hold' | 'left' | 'removed'

/** Where those who are in the consultation of a visit are, by what becomes of the visit. */
export function participantState(visit: VisitStatus): ParticipantState {
  switch (visit) {
    case 'being-seen':
      return 'admitted'
    case 'on-hold':
      return 'on-hold'
    case 'waiting':
    case 'ended':
      return 'left'
  }
}
