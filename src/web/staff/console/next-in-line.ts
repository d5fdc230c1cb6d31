// Who is next for a practitioner: the first in the queue whom they may join now, by order of arrival. Pure.
import type { Me } from '#contract/people'
import type { AreaQueue } from '#contract/visit'
import { roleMay } from '#domain/permission'
import { type QueueLine, queueLines } from './queue-line.ts'

export interface NextInLinePorts {
  readonly myId: string
  /** By the server's clock. */
  readonly now: number
  readonly mayJoin: (areaId: string) => boolean
  /** Just seen: their line may still be there. */
  readonly besides: string
}

/** Nobody who is away, and nobody whom a colleague is about to join. */
export function nextInLine(areas: readonly AreaQueue[], ports: NextInLinePorts): QueueLine | null {
  return (
    queueLines(areas, ports.myId, ports.now, ports.mayJoin).find(
      ({ visit, state, action, takenBy }) =>
        state.kind === 'waiting' && action === 'join' && takenBy === null && visit.id !== ports.besides,
    ) ?? null
  )
}

/** Where somebody joins visits. Whoever is not said to be anything else in an area is a practitioner there. */
export function joinsIn({ areas }: { readonly areas?: Me['areas'] }): (areaId: string) => boolean {
  return (areaId) => {
    const roles = areas?.find(({ id }) => id === areaId)?.roles
    return roles === undefined || roleMay(roles, 'visit.join')
  }
}
