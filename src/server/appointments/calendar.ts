// An appointment as an entry of the patient's calendar (RFC 5545). It names the organisation and the time; no patient, no
// practitioner, and nothing of what it is for. One file holds one appointment, always by the same UID: the file with the
// highest SEQUENCE moves the entry, or cancels it.
import type { AppointmentStatus } from '#domain/appointment'
import { calendarText, eventLines, timeZoneLines } from './calendar-format.ts'

export interface CalendarFacts {
  readonly appointment: {
    readonly id: string
    readonly startsAt: Date
    readonly minutes: number
    readonly timeZone: string
    readonly status: AppointmentStatus
    readonly sequence: number
  }
  readonly organisationName: string
  readonly now: Date
  /** Of the personal link; left out where the file may go through other hands. */
  readonly url?: string
}

/** Says what happened to the entry. */
export const methodOf = (status: AppointmentStatus) => (status === 'cancelled' ? 'CANCEL' : 'PUBLISH')

export function calendarFile({ appointment, organisationName, now, url }: CalendarFacts): string {
  const { timeZone, startsAt, status } = appointment
  const event = {
    ...appointment,
    stampedAt: now,
    summary: `Video appointment: ${organisationName}`,
    description: 'You can come in 30 minutes before. Use the link that your clinic sent you.',
    url,
    cancelled: status === 'cancelled',
  }
  return calendarText(
    [`METHOD:${methodOf(status)}`],
    [...timeZoneLines(timeZone, startsAt), ...eventLines(event, organisationName)],
  )
}
