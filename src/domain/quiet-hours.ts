// Quiet hours: nobody is written to at night, unless it would be too late in the morning. Pure.
import { instantOf, localTime } from './area.ts'

const MINUTE_MS = 60_000
const QUIET_FROM = 21 * 60
const QUIET_UNTIL = 8 * 60
/** So long before an appointment its message is of use. */
const IN_TIME_MS = 60 * MINUTE_MS

/** When a message about an appointment may go: at once, or at eight in the morning by the clock of `timeZone`. */
export function sendAt(now: Date, timeZone: string, startsAt: Date): Date {
  const { date, minutes } = localTime(now, timeZone)
  if (minutes >= QUIET_UNTIL && minutes < QUIET_FROM) return now
  const day = minutes < QUIET_UNTIL ? date : dayAfter(date)
  const morning = instantOf(day, QUIET_UNTIL, timeZone)
  return startsAt.getTime() - IN_TIME_MS < morning ? now : new Date(morning)
}

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 24 * 60 * MINUTE_MS).toISOString().slice(0, 10)
