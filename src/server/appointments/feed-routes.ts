// HTTP of calendar feeds: for their person, and for the calendar that asks.
import { CalendarFeedBody, CalendarFeedMade, CalendarFeedParams, CalendarFeedView } from '#contract/calendar-feed'
import { endpoint } from '../platform/endpoint.ts'
import { FILE } from '../platform/file-reply.ts'
import type { FeedService } from './feed-service.ts'

const URL = '/api/staff/account/calendar'

export function feedRoutes(feeds: FeedService) {
  return [
    endpoint({
      method: 'GET',
      url: URL,
      surface: 'staff',
      action: 'calendar-feed.read-own',
      reply: CalendarFeedView,
      handle: ({ caller }) => feeds.view(caller),
    }),
    endpoint({
      method: 'POST',
      url: URL,
      surface: 'staff',
      action: 'calendar-feed.make',
      body: CalendarFeedBody,
      reply: CalendarFeedMade,
      perMinute: 20,
      handle: ({ caller, body }) => feeds.make(caller, body.team),
    }),
    endpoint({
      method: 'PUT',
      url: URL,
      surface: 'staff',
      action: 'calendar-feed.make',
      body: CalendarFeedBody,
      reply: CalendarFeedView,
      handle: ({ caller, body }) => feeds.choose(caller, body.team),
    }),
    endpoint({
      method: 'POST',
      url: `${URL}/end`,
      surface: 'staff',
      action: 'calendar-feed.end',
      reply: CalendarFeedView,
      handle: ({ caller }) => feeds.end(caller),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/calendar/:secret/appointments.ics',
      surface: 'open',
      action: 'calendar-feed.read',
      params: CalendarFeedParams,
      reply: FILE,
      handle: ({ params, header }) => feeds.read(params.secret, header('if-none-match')),
    }),
  ]
}
