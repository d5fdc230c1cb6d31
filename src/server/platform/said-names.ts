// The name that patients read in place of a staff member's own, where a service has given them one. It is stored with each
// message and agreement, so that the patient does not read the real name when the role ends or changes.
import type { DeviceTalk } from '#contract/plan'
import type { MessageView } from '#contract/shapes'

type Agreed = NonNullable<DeviceTalk['agreed']>
/** `saidAs`: the name by which the patient knows who agreed. */
export type StoredTalk = Omit<DeviceTalk, 'agreed'> & {
  readonly agreed: (Agreed & { readonly saidAs?: string | null }) | null
}

/** `saidAs`: the name by which the patient knows who wrote it. */
export type StoredMessage = MessageView & { readonly saidAs: string | null }

export const messageForStaff = ({ saidAs: _, ...message }: StoredMessage): MessageView => message

export const messageForPatient = ({ saidAs, ...message }: StoredMessage): MessageView =>
  saidAs === null ? message : { ...message, authorName: saidAs }

/** The agreement on devices as staff or the patient may read it: patients read `saidAs` as the name. */
export function agreedFor(reader: 'staff' | 'patient', agreed: StoredTalk['agreed']): Agreed | null {
  if (!agreed) return null
  const { saidAs, ...rest } = agreed
  return reader === 'patient' && saidAs ? { ...rest, byName: saidAs } : rest
}
