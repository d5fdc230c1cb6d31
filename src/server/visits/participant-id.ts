// Who somebody is in the calls and consultations of a visit. It follows from what is known before the join, so that a page
// can be told while its call is prepared, and tells patients no id of staff. The migration that made the table of
// participants computes the same.
import { createHash } from 'node:crypto'

/** `subjectId`: the person, or for the patient the visit itself. */
export function participantId(visitId: string, subjectId: string): string {
  const hex = createHash('sha256').update(`${visitId}:${subjectId}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
