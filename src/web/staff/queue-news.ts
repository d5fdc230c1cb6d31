// The queues that a staff page knows, after something was heard of one of them.
import type { ServerMessage } from '#contract/realtime'
import type { MessageThread } from '#contract/shapes'
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { withChange } from '#domain/queue'
import { holding, withEarlier, withMessage } from '#domain/thread'

export type AreaNews = Extract<ServerMessage, { type: 'area' | 'queue' }>

export const areaOf = (heard: AreaNews) => (heard.type === 'area' ? heard.view : heard.news)

type MessageNews = Extract<ServerMessage, { type: 'message' }>
export type QueueHeard = AreaNews | MessageNews

export const afterNews = (areas: readonly AreaQueue[], heard: AreaNews): readonly AreaQueue[] =>
  areas.map((area) => (area.areaId === areaOf(heard).areaId ? after(area, heard) : area))

/**
 * Queues as a page's opening was answered, with what was heard while it was: the answer may be of before. News of before a
 * queue was read is in it already, and may be of what the page was shown until then.
 */
export const opened = (
  areas: readonly AreaQueue[],
  meanwhile: readonly QueueHeard[],
  known: readonly AreaQueue[] | null,
): readonly AreaQueue[] => {
  const before = known?.flatMap(({ visits }) => visits) ?? []
  const news = meanwhile.filter((heard) => heard.type !== 'message')
  const messages = meanwhile.filter((heard) => heard.type === 'message')
  const read = areas.map((area) =>
    news
      .filter((heard) => areaOf(heard).areaId === area.areaId && areaOf(heard).revision >= area.revision)
      .reduce(after, area.limitedView ? area : { ...area, visits: holdingThreads(before, area.visits) }),
  )
  return messages.reduce(afterMessage, read)
}

/** A message changes its thread and nothing else; heard twice, it stands there once. */
export const afterMessage = (areas: readonly AreaQueue[], { visitId, message }: MessageNews): readonly AreaQueue[] =>
  withVisit(areas, visitId, (visit) => withMessage(visit, message))

/** What was asked for of a thread: what stands before the message `before`. */
export const afterEarlier = (areas: readonly AreaQueue[], visitId: string, before: string, page: MessageThread) =>
  withVisit(areas, visitId, (visit) => withEarlier(visit, before, page))

const withVisit = (
  areas: readonly AreaQueue[],
  visitId: string,
  change: (visit: QueueVisit) => QueueVisit,
): readonly AreaQueue[] =>
  areas.map((area) =>
    area.visits.some(({ id }) => id === visitId)
      ? { ...area, visits: area.visits.map((visit) => (visit.id === visitId ? change(visit) : visit)) }
      : area,
  )

export const withoutThreads = (areas: readonly AreaQueue[]): readonly AreaQueue[] =>
  areas.map((area) => ({
    ...area,
    visits: area.visits.map(({ earlierMessages: _, ...visit }) => ({ ...visit, messages: [] })),
  }))

/** Visits as they are read now, with what is known of their threads besides. */
function holdingThreads(known: readonly QueueVisit[], read: readonly QueueVisit[]): QueueVisit[] {
  const before = new Map(known.map((visit) => [visit.id, visit]))
  return read.map((visit) => {
    const was = before.get(visit.id)
    return was ? holding(was, visit) : visit
  })
}

function after(area: AreaQueue, heard: AreaNews): AreaQueue {
  if (heard.type === 'area' && heard.view.limitedView) return heard.view
  if (heard.type === 'area') return { ...heard.view, visits: holdingThreads(area.visits, heard.view.visits) }
  const change = { ...heard.news, visits: holdingThreads(area.visits, heard.news.visits) }
  return { ...area, visits: withChange(area.visits, change), now: heard.news.now, revision: heard.news.revision }
}
