// How a patient who may close the page is told that it is their turn, in words for staff.
import type { Recall } from '#contract/visit'
import { words } from '#text/console'
import { words as people } from '#text/people'

export function recallFact({ by, toldAt }: Recall, closed: boolean): string {
  if (toldAt !== null) return words.recall.told[by](people.time(toldAt))
  return closed ? words.recall.closed[by] : words.recall.open[by]
}
