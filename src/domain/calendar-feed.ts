// What somebody's calendar feed shows: from when to when, and by which name. Pure.
const DAY_MS = 24 * 60 * 60_000

const DAYS_BACK = 30
const DAYS_AHEAD = 90
const RESTS_AFTER_DAYS = 60

/** Appointments that begin between these. */
export const feedWindow = (now: Date) => ({
  from: new Date(now.getTime() - DAYS_BACK * DAY_MS),
  until: new Date(now.getTime() + DAYS_AHEAD * DAY_MS),
})

/** Whoever has signed in since then has a feed. */
export const signedInSince = (now: Date) => new Date(now.getTime() - RESTS_AFTER_DAYS * DAY_MS)

export interface FeedName {
  readonly firstName: string
  readonly lastName: string
}

/** `null` once nobody knows the name any more. */
export function feedName(name: FeedName | null, whole: boolean): string | null {
  if (!name) return null
  const parts = [name.firstName, name.lastName].map((part) => part.trim()).filter((part) => part !== '')
  return parts.map((part) => (whole ? part : `${firstLetter(part)}.`)).join(' ')
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** With its marks: a letter may be several characters. */
function firstLetter(part: string): string {
  for (const { segment } of letters.segment(part)) return segment.toUpperCase()
  return ''
}
