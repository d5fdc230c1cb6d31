// The front desk: which area and which person are chosen, the lines as they are drawn, and what can be done with them.
// The queues themselves belong to the staff page; this only looks at them.
import type { Me } from '#contract/people'
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { roleMay } from '#domain/permission'
import { type Action, createAction } from '../../staff/action.ts'
import type { Ask } from '../../staff/ask.ts'
import { type Derived, derive } from '../../staff/derived.ts'
import { createMessageDraft, type MessageDraft } from '../../staff/message-draft.ts'
import { createStore, type Readable } from '../../store.ts'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { type AreaActions, createAreaActions } from './area-actions.ts'
import { type AreaSummary, type QueueLine, queueLines, summaryOf } from './queue-line.ts'
import { differsFrom, restingOrder } from './resting-order.ts'
import { createVisitActions, type VisitActions } from './visit-actions.ts'

export interface ConsoleArea {
  readonly queue: AreaQueue
  readonly summary: AreaSummary
  /** Newcomers nobody has looked at. */
  readonly fresh: number
}

export interface ConsoleDesk {
  readonly areas: readonly ConsoleArea[]
  readonly area: ConsoleArea | null
  readonly lines: readonly QueueLine[]
  /** The order has changed under a resting pointer: it settles when the pointer goes. */
  readonly unsettled: boolean
  readonly chosen: QueueLine | null
  /** Consultations this practitioner holds, in whichever area. */
  readonly mine: readonly QueueVisit[]
}

export interface ConsoleModel {
  readonly desk: Readable<ConsoleDesk | null>
  chooseArea(areaId: string): void
  chooseVisit(visitId: string | null): void
  /** A pointer or the focus rests on the table. */
  setResting(resting: boolean): void
  readonly area: Readable<AreaActions | null>
  replyTo(visitId: string): MessageDraft
  readonly plans: PlanCatalogue
  /** Plan and devices of this visit. */
  about(visit: QueueVisit): VisitActions
  readonly removal: Action
  /** Takes the visit off the queue. */
  remove(visitId: string): Promise<boolean>
  close(): void
}

export interface ConsolePorts {
  readonly areas: Readable<readonly AreaQueue[] | null>
  readonly now: Readable<number>
  readonly fresh: Readable<ReadonlyMap<string, number>>
  readonly me: Pick<Me, 'personId'> & Partial<Pick<Me, 'areas'>>
  readonly ask: Ask
  readonly plans: PlanCatalogue
  readonly newId: () => string
  /** The area chosen when this page was last open, or null. */
  readonly lastArea: string | null
  readonly onArea: (areaId: string) => void
}

export function createConsole(ports: ConsolePorts): ConsoleModel {
  const { ask, newId, me, plans } = ports
  const areaId = createStore<string | null>(ports.lastArea)
  const visitId = createStore<string | null>(null)
  const resting = createStore(false)
  const replies = new Map<string, MessageDraft>()
  const actions = new Map<string, AreaActions>()
  const visits = new Map<string, VisitActions>()
  const removal = createAction()
  let drawn: readonly QueueLine[] = []
  let drawnArea: string | null = null

  /** Whoever is not said to be anything else here is a practitioner. */
  function mayJoin(id: string): boolean {
    const roles = me.areas?.find((one) => one.id === id)?.roles
    return roles === undefined || roleMay(roles, 'visit.join')
  }

  function desk(): ConsoleDesk | null {
    const queues = ports.areas.get()
    if (!queues) return null
    const now = ports.now.get()
    const areas = queues.map((queue) => ({
      queue,
      summary: summaryOf(queue, now),
      fresh: ports.fresh.get().get(queue.areaId) ?? 0,
    }))
    const area = areas.find((one) => one.queue.areaId === areaId.get()) ?? areas[0] ?? null
    const lines = area ? queueLines(area.queue, me.personId, now, mayJoin(area.queue.areaId)) : []
    const sameArea = drawnArea === (area?.queue.areaId ?? null)
    drawn = restingOrder(sameArea ? drawn : [], lines, resting.get())
    drawnArea = area?.queue.areaId ?? null
    return {
      areas,
      area,
      lines: drawn,
      unsettled: differsFrom(drawn, lines),
      chosen: lines.find((line) => line.visit.id === visitId.get()) ?? null,
      mine: queues.flatMap((queue) => queue.visits.filter((visit) => visit.practitioner?.id === me.personId)),
    }
  }

  const view: Derived<ConsoleDesk | null> = derive(
    [ports.areas, ports.now, ports.fresh, areaId, visitId, resting],
    desk,
  )

  function actionsOf(): AreaActions | null {
    const area = view.get()?.area?.queue
    if (!area) return null
    const known = actions.get(area.areaId)
    if (known) return known
    const made = createAreaActions(ask, area.areaId, newId)
    actions.set(area.areaId, made)
    return made
  }
  const area = derive([view], actionsOf)

  /** What was settled elsewhere reaches what is open here; whoever has left is forgotten. */
  function follow(): void {
    const present = new Map(ports.areas.get()?.flatMap((queue) => queue.visits.map((visit) => [visit.id, visit])))
    for (const [id, known] of visits) {
      const visit = present.get(id)
      if (visit) known.hear(visit)
      else visits.delete(id)
    }
    for (const visit of present.values()) plans.need(visit.planId)
  }
  const unfollow = ports.areas.subscribe(follow)

  return {
    desk: view,
    area,
    removal,
    plans,
    about(visit) {
      const known = visits.get(visit.id)
      if (known) return known
      const made = createVisitActions(ask, visit)
      visits.set(visit.id, made)
      return made
    },
    chooseArea(id) {
      visitId.set(null)
      resting.set(false)
      areaId.set(id)
      ports.onArea(id)
    },
    chooseVisit(id) {
      removal.reset()
      visitId.set(id)
    },
    setResting: (now) => resting.set(now),
    replyTo(id) {
      const known = replies.get(id)
      if (known) return known
      const made = createMessageDraft(ask, `/api/staff/visits/${id}/messages`, newId)
      replies.set(id, made)
      return made
    },
    async remove(id) {
      const removed = await removal.run(() => ask('POST', `/api/staff/visits/${id}/remove`, {}))
      if (removed && visitId.get() === id) visitId.set(null)
      return removed
    },
    close() {
      unfollow()
      area.close()
      view.close()
    },
  }
}
