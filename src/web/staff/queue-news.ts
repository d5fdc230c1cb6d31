// The queues that a staff page knows, after something was heard of one of them.
import type { Heard } from '#contract/realtime'
import type { AreaQueue } from '#contract/visit'
import { withChange } from '#domain/queue'

export type AreaNews = Extract<Heard, { type: 'area' | 'queue' }>

export const areaOf = (heard: AreaNews) => (heard.type === 'area' ? heard.view : heard.news)

export const afterNews = (areas: readonly AreaQueue[], heard: AreaNews): readonly AreaQueue[] =>
  areas.map((area) => (area.areaId === areaOf(heard).areaId ? after(area, heard) : area))

/**
 * Queues as a page's opening was answered, with what was heard while it was: the answer may be of before. News of before a
 * queue was read is in it already, and may be of what the page was shown until then.
 */
export const opened = (areas: readonly AreaQueue[], meanwhile: readonly AreaNews[]): readonly AreaQueue[] =>
  areas.map((area) =>
    meanwhile
      .filter((heard) => areaOf(heard).areaId === area.areaId && areaOf(heard).revision >= area.revision)
      .reduce(after, area),
  )

function after(area: AreaQueue, heard: AreaNews): AreaQueue {
  if (heard.type === 'area') return heard.view
  return { ...area, visits: withChange(area.visits, heard.news), now: heard.news.now, revision: heard.news.revision }
}
