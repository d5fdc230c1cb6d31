// Break-glass: a practitioner opens a service in which they have no role, for a reason in their own words and for an hour.

export const BREAK_GLASS_MINUTES = 60
/** Letters, so that a reason is a sentence and not a key that was held down. */
const FEWEST_LETTERS = 10
const FEWEST_DIFFERENT = 4
export const LONGEST_REASON = 400

export function isReason(text: string): boolean {
  const letters = text.toLowerCase().match(/\p{L}/gu) ?? []
  return letters.length >= FEWEST_LETTERS && new Set(letters).size >= FEWEST_DIFFERENT
}

export function breakGlassEndsAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + BREAK_GLASS_MINUTES * 60_000)
}
