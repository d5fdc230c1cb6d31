// Notifications: messages to people outside, by e-mail or text message. Which kinds and states there are, when one that failed
// is tried again, and where in a text the link stands.

/** Stands in a stored text where the link goes: the link's secret is kept apart, sealed, and forgotten once it is sent. */
export const LINK_MARK = '{{link}}'

export const CHANNELS = ['email', 'sms'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** `staff`: about somebody's sign-in and the like. `recall`: to a patient whose turn it is. All others go to the patient of an appointment. */
export const NOTIFICATION_KINDS = [
  'staff',
  'recall',
  'invitation',
  'link-again',
  'moved',
  'cancelled',
  'reminder-day',
  'reminder-hour',
  'late',
  'on-time',
  'missed',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/**
 * `sent`: the provider took it. `uncertain`: it was handed over and nobody knows whether it was taken; it is never sent again
 * by itself. `cancelled`: what it said was not true any more, or its receiver wants no messages.
 */
export const NOTIFICATION_STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'cancelled',
] as const
export type NotificationState = (typeof NOTIFICATION_STATES)[number]

/** What a carrier reports of its own accord: what became of a message, or one that came in from somebody's phone. */
export type CarrierReport =
  | { readonly kind: 'came-in'; readonly from: string; readonly text: string }
  | { readonly kind: 'delivered'; readonly reference: string }
  | { readonly kind: 'failed'; readonly reference: string; readonly fault: string }

/** Minutes until the next try, by how often it has failed: a server that restarts, a night, a day. */
const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const
/** So much of the pause is left to chance, so that what failed together does not come back together. */
const JITTER = 0.2

/** When to try again after the `failures`th failure; null: not any more. `chance` is from 0 to 1. */
export function nextTry(failures: number, now: Date, chance: number): Date | null {
  const minutes = RETRY_MINUTES[failures - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000 * (1 + JITTER * chance))
}

/** Letters that are written from right to left, and the marks that say so. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * `text` with what somebody typed made harmless: nothing typed is taken for the place of the link, breaks a line, or
 * turns the sentence around it. Marks for the direction are put in only where there is something to keep apart.
 */
export function typed(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('{{', '{ {').trim()
  return FROM_THE_RIGHT.test(plain) ? `\u2068${plain.replace(/[\u2066-\u2069]/g, '')}\u2069` : plain
}
