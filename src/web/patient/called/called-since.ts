// Whether a patient is being called, as their page reads it from a snapshot.
import type { PatientView } from '#contract/visit'

/** Since when the person is being called; null where they are not. */
export const calledSince = ({ state, phoneMe }: PatientView): number | null =>
  state.status === 'being-seen' && !phoneMe ? (state.calledAt ?? null) : null
