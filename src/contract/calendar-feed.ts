// One's own calendar feed: whether there is one, making it, and the address under which calendars ask for it.
import { Type } from 'typebox'
import { Instant, Nullable } from './shapes.ts'

export const CalendarFeed = Type.Object({
  madeAt: Instant,
  /** When a calendar last asked; null: none has. */
  readAt: Nullable(Instant),
  /** Also the appointments for anyone of the team. */
  team: Type.Boolean(),
})
export type CalendarFeed = Type.Static<typeof CalendarFeed>

/** Null: there is none. */
export const CalendarFeedView = Type.Object({ feed: Nullable(CalendarFeed) })
export type CalendarFeedView = Type.Static<typeof CalendarFeedView>

/** `url` is told this once. */
export const CalendarFeedMade = Type.Object({ feed: CalendarFeed, url: Type.String() })
export type CalendarFeedMade = Type.Static<typeof CalendarFeedMade>

export const CalendarFeedBody = Type.Object({ team: Type.Boolean() })

/** As long as whoever asks likes: a wrong secret is answered like one that is over. */
export const CalendarFeedParams = Type.Object({ secret: Type.String() })
