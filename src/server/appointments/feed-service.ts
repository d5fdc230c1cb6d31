// Calendar feeds: making one, taking it away, and what a calendar is given that asks by its secret.
import type { CalendarFeed, CalendarFeedMade, CalendarFeedView } from '#contract/calendar-feed'
import { feedName } from '#domain/calendar-feed'
import { Problem } from '#domain/problem'
import { inForce } from '#domain/settings'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { endCalendarFeed } from '../platform/calendar-feeds.ts'
import type { Staff } from '../platform/caller.ts'
import { type Sent, unlessHeld } from '../platform/file-reply.ts'
import { openPace } from '../platform/pace.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import { feedFile } from './feed-file.ts'
import * as store from './feed-store.ts'

export interface FeedService {
  view(staff: Staff): Promise<CalendarFeedView>
  /** The one before ends. */
  make(staff: Staff, team: boolean): Promise<CalendarFeedMade>
  /** Does nothing where there is none. */
  choose(staff: Staff, team: boolean): Promise<CalendarFeedView>
  end(staff: Staff): Promise<CalendarFeedView>
  /** Throws `request/not-found` whatever is amiss, or `request/too-many`. `held`: what the calendar says it has (If-None-Match). */
  read(secret: string, held: string | undefined): Promise<Sent>
}

/** At once, and a minute: calendars ask every few minutes, and a person presses "refresh". */
const MOST_A_MINUTE = 12

const FILE_HEADERS = {
  'content-disposition': 'inline; filename="appointments.ics"',
  // Asked for anew each time: it may be over.
  'cache-control': 'private, no-cache',
}

export function openFeedService({ db, now, elapsed, publicUrl }: Deps): FeedService {
  const pace = openPace(elapsed, MOST_A_MINUTE)

  const view = async ({ personId }: Staff): Promise<CalendarFeedView> => {
    const feed = await store.feedOf(db, personId)
    return { feed: feed && viewOf(feed) }
  }

  return {
    view,
    async make({ personId }, team) {
      setAuditSubject('person', personId)
      const secret = newSecret()
      const row = { personId, tokenHash: fingerprint(secret), team, madeAt: now(), readAt: null }
      await db.transaction((tx) => store.putFeed(tx, row))
      return { feed: viewOf(row), url: `${publicUrl()}/api/open/calendar/${secret}/appointments.ics` }
    },
    async choose(staff, team) {
      setAuditSubject('person', staff.personId)
      await db.transaction((tx) => store.setTeam(tx, staff.personId, team))
      return view(staff)
    },
    async end(staff) {
      await db.transaction((tx) => endCalendarFeed(tx, staff.personId))
      return view(staff)
    },
    async read(secret, held) {
      const tokenHash = fingerprint(secret)
      // Before anything is looked up: nobody learns by it whether there is such a secret.
      const retryAfterSeconds = pace.take(tokenHash)
      if (retryAfterSeconds > 0) throw new Problem('request/too-many', { retryAfterSeconds })
      const found = await store.feedBy(db, tokenHash, now())
      const areas = found ? await store.areasOf(db, found.feed.personId) : []
      const [first] = areas
      if (!found || !first) throw new Problem('request/not-found')
      const { feed, organisationName } = found
      const areaIds = areas.map(({ id }) => id)
      const file = feedFile({
        organisationName,
        entries: (await store.entriesOf(db, feed, areaIds, now())).map(entryOf),
        timeZone: first.timeZone,
        url: `${publicUrl()}/staff/appointments`,
        now: now(),
      })
      const sent = { type: 'text/calendar; charset=utf-8', headers: FILE_HEADERS, content: Buffer.from(file) }
      const reply = unlessHeld(sent, held)
      // Somebody was shown something; "not changed" shows nothing.
      if (reply.status !== 304) setAuditSubject('person', feed.personId, 'calendar-feed.read')
      await store.setRead(db, feed.personId, now())
      return reply
    },
  }
}

const viewOf = ({ madeAt, readAt, team }: store.FeedRow): CalendarFeed => ({
  madeAt: madeAt.getTime(),
  readAt: readAt?.getTime() ?? null,
  team,
})

function entryOf({ appointment, name, laidOver }: Awaited<ReturnType<typeof store.entriesOf>>[number]) {
  const { id, sequence, startsAt, minutes, timeZone, practitionerId, statusAt: stampedAt } = appointment
  const whole = inForce(laidOver).calendarNames
  return {
    ...{ id, sequence, stampedAt, startsAt, minutes, timeZone },
    name: feedName(name, whole),
    team: practitionerId === null,
  }
}
