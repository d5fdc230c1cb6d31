// The front desk: whose queues are shown as one, what is looked for in it, which person is chosen, the lines as they are
// drawn, and what can be done with them. The queues themselves belong to the staff page; this only looks at them.
import type { Me } from '#contract/people'
import type { MessageThread } from '#contract/shapes'
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { type Derived, derive } from '../../kit/derived.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { createMessageDraft, type MessageDraft } from '../message-draft.ts'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { type AreaActions, createAreaActions } from './area-actions.ts'
import { type AreaChoice, chosenOf, toggled } from './area-choice.ts'
import type { ConsoleArea } from './console-area.ts'
import { joinsIn } from './next-in-line.ts'
import { createNextPatient, type NextPatient, takeable } from './next-patient.ts'
import {
  countStates,
  filterLines,
  isFiltering,
  NO_FILTER,
  plansOf,
  type QueueCounts,
  type QueueFilter,
} from './queue-filter.ts'
import { type QueueLine, queueLines, summaryOf } from './queue-line.ts'
import { differsFrom, restingOrder } from './resting-order.ts'
import { sameLines } from './same-lines.ts'
import { createVisitActions, type VisitActions } from './visit-actions.ts'

export interface ConsoleDesk {
  /** All that this person serves. */
  readonly areas: readonly ConsoleArea[]
  /** Those whose queues are shown as one. */
  readonly shown: readonly ConsoleArea[]
  /** The area whose link, messages and notices stand at the side: the only one shown, or the one that was opened. */
  readonly area: ConsoleArea | null
  readonly filter: QueueFilter
  readonly filtering: boolean
  readonly lines: readonly QueueLine[]
  /** How many there are without the filter, and in which state. */
  readonly everybody: number
  readonly counts: QueueCounts
  /** What those in the queue came for. */
  readonly planIds: readonly string[]
  /** Whether this person joins visits in an area that is shown: others look on, or help. */
  readonly joins: boolean
  /** Null where this person may take nobody: no drop-in area is shown, or they join nobody there. */
  readonly next: { readonly areas: readonly ConsoleArea[]; readonly waiting: number } | null
  /** The order has changed under a resting pointer: it settles when the pointer goes. */
  readonly unsettled: boolean
  readonly chosen: QueueLine | null
  /** Consultations this practitioner holds, in whichever area. */
  readonly mine: readonly QueueVisit[]
}

export interface LinkAgain {
  readonly sending: Action
  send(): void
}

export interface ConsoleModel {
  readonly desk: Readable<ConsoleDesk | null>
  /** Shows this area's queue alone; null: all of them as one. */
  showOnly(areaId: string | null): void
  /** Shows an area's queue with the others, or leaves it out. */
  toggleArea(areaId: string): void
  /** Opens what concerns a whole area beside a queue of several; null closes it. */
  openArea(areaId: string | null): void
  setFilter(change: Partial<QueueFilter>): void
  clearFilter(): void
  chooseVisit(visitId: string | null): void
  /** A pointer or the focus rests on the table. */
  setResting(resting: boolean): void
  readonly area: Readable<AreaActions | null>
  replyTo(visitId: string): MessageDraft
  /** Asks for messages before those of this visit that are here. Throws `Refusal`. */
  showEarlier(visit: QueueVisit): Promise<void>
  readonly plans: PlanCatalogue
  /** Plan and devices of this visit. */
  about(visit: QueueVisit): VisitActions
  readonly next: NextPatient
  /** Takes the one who has waited longest in the drop-in areas that are shown. */
  takeNext(): void
  /** Sending the link again to somebody who is expected and not there; the same one for as long as they are. */
  linkAgain(areaId: string, appointmentId: string): LinkAgain
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
  readonly apiCall: ApiCall
  readonly keepEarlier: (visitId: string, before: string, page: MessageThread) => void
  readonly plans: PlanCatalogue
  readonly newId: () => string
  /** The areas that were shown when this page was last open. */
  readonly areaChoice: AreaChoice
  readonly onAreas: (choice: AreaChoice) => void
  /** Somebody was taken as the next: whom one is about to see is confirmed as ever. */
  readonly onTaken: (visitId: string) => void
}

export function createConsole(ports: ConsolePorts): ConsoleModel {
  const { apiCall, newId, me, plans } = ports
  const choice = createStore<AreaChoice>(ports.areaChoice)
  const opened = createStore<string | null>(null)
  const filter = createStore<QueueFilter>(NO_FILTER)
  const visitId = createStore<string | null>(null)
  const resting = createStore(false)
  const replies = new Map<string, MessageDraft>()
  const actions = new Map<string, AreaActions>()
  const linksAgain = new Map<string, LinkAgain>()
  const visits = new Map<string, VisitActions>()
  const removal = createAction()
  const next = createNextPatient(apiCall, ports.onTaken)
  let linesBefore: ReadonlyMap<string, QueueLine> = new Map()
  let drawn: readonly QueueLine[] = []
  /** Of which queue, looked at how, `drawn` is: another is drawn in its true order at once. */
  let drawnOf = ''

  const mayJoin = joinsIn(me)

  function desk(): ConsoleDesk | null {
    const queues = ports.areas.get()
    if (!queues) return null
    const now = ports.now.get()
    const areas = queues.map((queue) => ({
      queue,
      summary: summaryOf(queue, now),
      fresh: ports.fresh.get().get(queue.areaId) ?? 0,
    }))
    const shown = chosenOf(choice.get(), areas, ({ queue }) => queue.areaId)
    const all = sameLines(
      linesBefore,
      queueLines(
        shown.map(({ queue }) => queue),
        me.personId,
        now,
        mayJoin,
      ),
    )
    linesBefore = new Map(all.map((line) => [line.visit.id, line]))
    const lines = filterLines(all, filter.get())
    const of = JSON.stringify([shown.map(({ queue }) => queue.areaId), filter.get()])
    drawn = restingOrder(drawnOf === of ? drawn : [], lines, resting.get())
    drawnOf = of
    return {
      areas,
      shown,
      area:
        shown.length === 1 ? (shown[0] ?? null) : (shown.find(({ queue }) => queue.areaId === opened.get()) ?? null),
      filter: filter.get(),
      filtering: isFiltering(filter.get()),
      lines: drawn,
      everybody: all.length,
      counts: countStates(all),
      planIds: plansOf(all, filter.get().planId),
      joins: shown.some(({ queue }) => mayJoin(queue.areaId)),
      next: takeable(shown, mayJoin),
      unsettled: differsFrom(drawn, lines),
      chosen: all.find((line) => line.visit.id === visitId.get()) ?? null,
      mine: queues.flatMap((queue) => queue.visits.filter((visit) => visit.practitioner?.id === me.personId)),
    }
  }

  const view: Derived<ConsoleDesk | null> = derive(
    [ports.areas, ports.now, ports.fresh, choice, opened, filter, visitId, resting],
    desk,
  )

  function actionsOf(): AreaActions | null {
    const area = view.get()?.area?.queue
    if (!area) return null
    const known = actions.get(area.areaId)
    if (known) return known
    const made = createAreaActions(apiCall, area.areaId, newId)
    actions.set(area.areaId, made)
    return made
  }

  function linkAgain(areaId: string, appointmentId: string): LinkAgain {
    const known = linksAgain.get(appointmentId)
    if (known) return known
    const sending = createAction()
    const path = `/api/staff/areas/${areaId}/appointments/${appointmentId}/link-again`
    const made = { sending, send: () => void sending.run(() => apiCall('POST', path, {})) }
    linksAgain.set(appointmentId, made)
    return made
  }

  function show(next: AreaChoice): void {
    resting.set(false)
    choice.set(next)
    ports.onAreas(next)
  }
  const area = derive([view], actionsOf)

  /** What was settled elsewhere reaches what is open here; whoever has left is forgotten. */
  function follow(): void {
    next.renew()
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
      const made = createVisitActions(apiCall, visit)
      visits.set(visit.id, made)
      return made
    },
    showOnly(id) {
      opened.set(null)
      show(id === null ? null : [id])
    },
    toggleArea(id) {
      show(toggled(choice.get(), id, ports.areas.get()?.map(({ areaId }) => areaId) ?? []))
    },
    openArea(id) {
      if (id !== null) visitId.set(null)
      opened.set(id)
    },
    setFilter: (change) => filter.update((now) => ({ ...now, ...change })),
    clearFilter: () => filter.set(NO_FILTER),
    next,
    takeNext() {
      const areas = view.get()?.next?.areas
      if (areas) void next.take(areas.map(({ queue }) => queue.areaId))
    },
    chooseVisit(id) {
      removal.reset()
      visitId.set(id)
    },
    setResting: (now) => resting.set(now),
    linkAgain,
    replyTo(id) {
      const known = replies.get(id)
      if (known) return known
      const made = createMessageDraft(apiCall, `/api/staff/visits/${id}/messages`, newId)
      replies.set(id, made)
      return made
    },
    async showEarlier({ id, messages: [first] }) {
      if (!first) return
      const page = await apiCall<MessageThread>('GET', `/api/staff/visits/${id}/messages/before/${first.id}`)
      ports.keepEarlier(id, first.id, page)
    },
    async remove(id) {
      const removed = await removal.run(() => apiCall('POST', `/api/staff/visits/${id}/remove`, {}))
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
