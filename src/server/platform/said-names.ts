// What patients are told instead of the name of somebody of the staff. What is said to a patient is kept as it was said, so
// that neither a later change nor the end of a role brings the other name to light.
import type { DeviceTalk } from '#contract/plan'
import type { MessageView } from '#contract/shapes'

type Agreed = NonNullable<DeviceTalk['agreed']>
/** With what the patient is told of who agreed. */
export type StoredTalk = Omit<DeviceTalk, 'agreed'> & {
  readonly agreed: (Agreed & { readonly saidAs?: string | null }) | null
}

/** With what the patient is told of who wrote it. */
export type StoredMessage = MessageView & { readonly saidAs: string | null }

export const messageForStaff = ({ saidAs: _, ...message }: StoredMessage): MessageView => message

export const messageForPatient = ({ saidAs, ...message }: StoredMessage): MessageView =>
  saidAs === null ? message : { ...message, authorName: saidAs }

/** What was agreed on devices; `saidAs` is for patients alone. */
export function agreedFor(reader: 'staff' | 'patient', agreed: StoredTalk['agreed']): Agreed | null {
  if (!agreed) return null
  const { saidAs, ...rest } = agreed
  return reader === 'patient' && saidAs ? { ...rest, byName: saidAs } : rest
}
