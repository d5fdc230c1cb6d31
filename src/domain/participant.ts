// Who is in a consultation, and how. Pure.
import type { VisitStatus } from './visit.ts'

export const PARTICIPANT_KINDS = [
  'patient',
  'practitioner',
  'carer',
  'interpreter',
  'observer',
  'champion',
  'guest',
] as const
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number]

/** What they may do in the call. */
export const PARTICIPANT_STANDINGS = ['host', 'co-host', 'participant'] as const
export type ParticipantStanding = (typeof PARTICIPANT_STANDINGS)[number]

export const PARTICIPANT_STATES = ['knocking', 'admitted', 'on-hold', 'left', 'removed'] as const
export type ParticipantState = (typeof PARTICIPANT_STATES)[number]

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
