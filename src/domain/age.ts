// How old somebody is on a date. Which date it is depends on the time zone of the service, never on the reader's own.

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whole years on `today` (ISO date) of somebody born on `dateOfBirth`; null where either is no date or it is still ahead. */
export function ageOn(dateOfBirth: string, today: string): number | null {
  const [born, now] = [DATE.exec(dateOfBirth), DATE.exec(today)]
  if (!born || !now) return null
  const beforeBirthday = today.slice(5) < dateOfBirth.slice(5)
  const years = Number(now[1]) - Number(born[1]) - (beforeBirthday ? 1 : 0)
  return years < 0 ? null : years
}
