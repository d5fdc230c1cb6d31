// By what a consultation is held: video, or a telephone that Bedside has no part in. Pure.

export const MEDIUMS = ['video', 'phone'] as const
export type Medium = (typeof MEDIUMS)[number]

/** In a phone consultation, who has asked for video and waits for the other; `declined`: the patient stays on the phone. */
export const VIDEO_ASKS = ['practitioner', 'patient', 'declined'] as const
export type VideoAsk = (typeof VIDEO_ASKS)[number]

export interface Held {
  readonly medium: Medium
  readonly videoAsk: VideoAsk | null
}

const VIDEO: Held = { medium: 'video', videoAsk: null }
const PHONE: Held = { medium: 'phone', videoAsk: null }

/** How a consultation that begins now is held: as the patient chose. */
export const mediumFor = (phoneMe: boolean): Medium => (phoneMe ? 'phone' : 'video')

/**
 * After the patient chose. To be phoned holds at once. Back to video takes both: nobody's camera is switched on by the other
 * alone.
 */
export function patientChose(before: Held, phoneMe: boolean): Held {
  if (before.medium === 'video') return phoneMe ? PHONE : before
  if (!phoneMe) return before.videoAsk === 'practitioner' ? VIDEO : { medium: 'phone', videoAsk: 'patient' }
  return before.videoAsk === 'practitioner' ? { medium: 'phone', videoAsk: 'declined' } : PHONE
}

/** After the practitioner asked for video in a phone consultation. */
export function practitionerAskedVideo(before: Held): Held {
  if (before.medium === 'video') return before
  return before.videoAsk === 'patient' ? VIDEO : { medium: 'phone', videoAsk: 'practitioner' }
}
