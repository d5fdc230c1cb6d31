// The file behind a calendar feed: all entries of one person, as the calendar takes them each time that it asks. It is the
// same, byte for byte, while nothing in it changes.
import { type CalendarEntry, calendarText, calendarWords, eventLines, timeZoneLines } from './calendar-format.ts'

export interface FeedEntry
  extends Pick<CalendarEntry, 'id' | 'sequence' | 'stampedAt' | 'startsAt' | 'minutes' | 'timeZone'> {
  /** Null: forgotten. */
  readonly name: string | null
  /** For anyone of the team. */
  readonly team: boolean
}

export interface FeedFacts {
  readonly organisationName: string
  readonly entries: readonly FeedEntry[]
  /** In the place of the entries' where there is none: a file holds something. */
  readonly timeZone: string
  /** Where staff look appointments up. */
  readonly url: string
  readonly now: Date
}

export function feedFile({ organisationName, entries, timeZone, url, now }: FeedFacts): string {
  const zones = new Set(entries.length > 0 ? entries.map((entry) => entry.timeZone) : [timeZone])
  return calendarText(
    [
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${calendarWords(`Appointments: ${organisationName}`)}`,
      // The first is the standard's (RFC 7986), the second what Outlook reads.
      'REFRESH-INTERVAL;VALUE=DURATION:PT30M',
      'X-PUBLISHED-TTL:PT30M',
    ],
    [
      ...[...zones].sort().flatMap((zone) => timeZoneLines(zone, monthOf(now))),
      ...entries.flatMap((entry) => eventLines(eventOf(entry, url), organisationName)),
    ],
  )
}

const eventOf = ({ name, team, ...entry }: FeedEntry, url: string): CalendarEntry => ({
  ...entry,
  summary: `Video appointment${team ? ' for anyone of the team' : ''}${name === null ? '' : `: ${name}`}`,
  description: 'Open Bedside to see more.',
  url,
  cancelled: false,
})

/** Clocks are written around this: around this very moment, the file would change with each hour. */
const monthOf = (now: Date) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
