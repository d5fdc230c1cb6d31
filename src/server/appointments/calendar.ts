// An appointment as an entry of the patient's calendar (RFC 5545). It names the organisation and the time; no patient, no
// practitioner, and nothing of what it is for. One file holds one appointment, always by the same UID: the file with the
// highest SEQUENCE moves the entry, or cancels it.
import type { AppointmentStatus } from '#domain/appointment'
import { wallClock } from '#domain/appointment'

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
  const { id, startsAt, minutes, timeZone, status, sequence } = appointment
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bedside//Video appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${methodOf(status)}`,
    ...timeZoneLines(timeZone, startsAt),
    'BEGIN:VEVENT',
    `UID:${id}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;TZID=${timeZone}:${stamp(wallClock(startsAt, timeZone))}`,
    // An end by the clock on the wall would be one of two in the hour that comes twice.
    `DURATION:PT${minutes}M`,
    `SUMMARY:${text(`Video appointment: ${organisationName}`)}`,
    `DESCRIPTION:${text('You can come in 30 minutes before. Use the link that your clinic sent you.')}`,
    ...(url ? [`URL:${url}`] : []),
    // A calendar takes a cancellation from an organiser only; this is how one without an address is written.
    `ORGANIZER;CN="${parameter(organisationName)}":invalid:nomail`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** `2027-03-28 10:30` as `20270328T103000`. */
const stamp = (local: string) => `${local.replace(/[-:]/g, '').replace(' ', 'T')}00`
const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const text = (words: string) => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
/** In quotes, where neither a quote nor a control character can stand. */
const parameter = (words: string) => words.replace(/["\p{Cc}]/gu, ' ')

/** At most 75 bytes a line, and no character cut in two. */
function folded(line: string): string {
  const parts: string[] = ['']
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 73) {
      parts.push('')
      bytes = 0
    }
    parts[parts.length - 1] += character
    bytes += size
  }
  return parts.join('\r\n ')
}

/** Minutes by which the clock on the wall is ahead of UTC. */
const offsetOf = (at: number, timeZone: string) =>
  (Date.parse(`${wallClock(new Date(at), timeZone).replace(' ', 'T')}Z`) - at) / MINUTE_MS

function written(minutes: number): string {
  const two = (count: number) => String(Math.trunc(count)).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)}`
}

/**
 * The zone as the clocks go around the appointment: what counts since the change before, and each change until half a year
 * after. Nothing repeats by a rule, so that no rule can be out of date.
 */
function timeZoneLines(timeZone: string, around: Date): string[] {
  const hour = Math.floor(around.getTime() / HOUR_MS) * HOUR_MS
  const [from, until] = [hour - 366 * 24 * HOUR_MS, hour + 183 * 24 * HOUR_MS]
  const first = offsetOf(from, timeZone)
  const observed = [{ starts: from + first * MINUTE_MS, before: first, after: first }]
  const lowest = () => Math.min(...observed.map(({ after }) => after))
  for (let at = from; at < until; at += 24 * HOUR_MS) {
    if (offsetOf(at, timeZone) === offsetOf(at + 24 * HOUR_MS, timeZone)) continue
    const before = offsetOf(at, timeZone)
    const change = firstWith(at, at + 24 * HOUR_MS, (when) => offsetOf(when, timeZone) !== before)
    observed.push({ starts: change + before * MINUTE_MS, before, after: offsetOf(change, timeZone) })
  }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observed.flatMap(({ starts, before, after }) => {
      const kind = after > lowest() ? 'DAYLIGHT' : 'STANDARD'
      return [
        `BEGIN:${kind}`,
        `DTSTART:${stamp(new Date(starts).toISOString().slice(0, 16).replace('T', ' '))}`,
        `TZOFFSETFROM:${written(before)}`,
        `TZOFFSETTO:${written(after)}`,
        `END:${kind}`,
      ]
    }),
    'END:VTIMEZONE',
  ]
}

/** The first minute from `low` on at which it is so; at `high` it is. */
function firstWith(low: number, high: number, isSo: (at: number) => boolean): number {
  let [no, yes] = [low, high]
  while (yes - no > MINUTE_MS) {
    const middle = Math.floor((no + yes) / 2 / MINUTE_MS) * MINUTE_MS
    if (isSo(middle)) yes = middle
    else no = middle
  }
  return yes
}
