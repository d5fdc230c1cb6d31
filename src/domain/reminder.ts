// When the patient of an appointment is reminded: an hour before, and on the last working day before, both by the clock on
// the wall. Pure.
import { instantOf, isClosedOn, localTime, type OpeningHours } from './area.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Nobody is reminded of tomorrow at night. */
const EARLIEST = 8 * 60
const LATEST = 20 * 60
/** A clinic that is closed for longer has no working day before. */
const MOST_DAYS_BACK = 14
const LINK_AGAIN_MS = 10 * MINUTE_MS

export interface MessageTimes {
  /** Null: its time was over when the appointment was made, or there is no working day before it. */
  readonly remindDayAt: Date | null
  readonly remindHourAt: Date | null
  /** When whoever is not there gets the link again. */
  readonly linkAgainAt: Date | null
}

const dateBefore = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)

/** Opening hours say which days those are; where none are kept, Monday to Friday. Days on which it is closed are none. */
function isWorkingDay(hours: OpeningHours, date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  const works =
    hours.blocks.length > 0 ? hours.blocks.some((block) => block.weekday === weekday) : weekday !== 0 && weekday !== 6
  return works && !isClosedOn(hours, date)
}

/** Of an appointment that is booked, or moved, at `now`. What would be due by then is not sent: they were just written to. */
export function messageTimes(startsAt: Date, timeZone: string, hours: OpeningHours, now: Date): MessageTimes {
  const { date, minutes } = localTime(startsAt, timeZone)
  const days = Array.from({ length: MOST_DAYS_BACK }, (_, at) => dateBefore(date, at + 1))
  const day = days.find((one) => isWorkingDay(hours, one))
  const later = (at: number) => (at > now.getTime() ? new Date(at) : null)
  return {
    remindDayAt: day ? later(instantOf(day, Math.min(Math.max(minutes, EARLIEST), LATEST), timeZone)) : null,
    remindHourAt: later(startsAt.getTime() - 60 * MINUTE_MS),
    linkAgainAt: later(startsAt.getTime() + LINK_AGAIN_MS),
  }
}

/** Later than this before the appointment, the reminder of the day before is of no use any more. */
export const DAY_REMINDER_ENDS_MS = 2 * 60 * MINUTE_MS
/** So is the link again after the appointment began. */
export const LINK_AGAIN_ENDS_MS = 60 * MINUTE_MS
