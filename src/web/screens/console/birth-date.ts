// A patient's age, for telling two people of one name apart. Pure.

/** Whole years at `now` (ms since the epoch), by the calendar of UTC; null when the date is not known. */
export function ageAt(dateOfBirth: string, now: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dateOfBirth)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const today = new Date(now)
  const before =
    today.getUTCMonth() + 1 < month || (today.getUTCMonth() + 1 === month && today.getUTCDate() < day) ? 1 : 0
  return Math.max(0, today.getUTCFullYear() - year - before)
}
