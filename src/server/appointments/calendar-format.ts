// What every calendar file of ours is written with (RFC 5545): an entry for an appointment, its time zone, lines of 75 bytes.
import { wallClock } from '#domain/appointment'

/** Known to every calendar that has the appointment by the same UID; the one with the highest SEQUENCE counts. */
export interface CalendarEntry {
  readonly id: string
  readonly sequence: number
  /** When it came to be as it is. */
  readonly stampedAt: Date
  readonly startsAt: Date
  readonly minutes: number
  readonly timeZone: string
  readonly summary: string
  readonly description: string
  readonly url?: string | undefined
  readonly cancelled: boolean
}

/** A whole file; `about` says what it is, `parts` are zones and entries. */
export function calendarText(about: readonly string[], parts: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bedside//Video appointments//EN',
    'CALSCALE:GREGORIAN',
    ...about,
    ...parts,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

export const eventLines = (entry: CalendarEntry, organisationName: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${utc(entry.stampedAt)}`,
  `DTSTART;TZID=${entry.timeZone}:${stamp(wallClock(entry.startsAt, entry.timeZone))}`,
  // An end by the clock on the wall would be one of two in the hour that comes twice.
  `DURATION:PT${entry.minutes}M`,
  `SUMMARY:${calendarWords(entry.summary)}`,
  `DESCRIPTION:${calendarWords(entry.description)}`,
  ...(entry.url ? [`URL:${entry.url}`] : []),
  // A calendar takes a cancellation from an organiser only; this is how one without an address is written.
  `ORGANIZER;CN="${parameter(organisationName)}":invalid:nomail`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:OPAQUE',
  'CLASS:PRIVATE',
  'END:VEVENT',
]

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** `2027-03-28 10:30` as `20270328T103000`. */
const stamp = (local: string) => `${local.replace(/[-:]/g, '').replace(' ', 'T')}00`
const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
/** As the value of a line. */
export const calendarWords = (words: string) =>
  words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
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
 * The zone as the clocks go around then: what counts since the change before, and each change until half a year
 * after. Nothing repeats by a rule, so that no rule can be out of date.
 */
export function timeZoneLines(timeZone: string, around: Date): string[] {
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
