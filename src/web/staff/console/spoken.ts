// What is said aloud of a change of the queues: who arrived, who left, who wrote. Pure. The first snapshot is no news, and
// neither is an area that is served since.
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { words as people } from '#text/people'
import { words } from '#text/spoken'

const nameOf = ({ firstName, lastName }: QueueVisit) => people.fullName(firstName, lastName)
const lastWord = ({ messages }: QueueVisit) => messages.findLast(({ from }) => from === 'patient')?.id

export function spokenOf(before: readonly AreaQueue[] | null, after: readonly AreaQueue[] | null): string[] {
  if (!before || !after) return []
  return after.flatMap((area) => {
    const was = before.find(({ areaId }) => areaId === area.areaId)
    if (!was) return []
    const known = new Map(was.visits.map((visit) => [visit.id, visit]))
    const still = new Set(area.visits.map(({ id }) => id))
    return [
      ...area.visits.flatMap((visit) => {
        const earlier = known.get(visit.id)
        if (!earlier) return [words.arrived(nameOf(visit), area.name)]
        const wrote = lastWord(visit)
        return wrote !== undefined && wrote !== lastWord(earlier) ? [words.wrote(nameOf(visit))] : []
      }),
      ...was.visits.filter(({ id }) => !still.has(id)).map((visit) => words.left(nameOf(visit), area.name)),
    ]
  })
}
