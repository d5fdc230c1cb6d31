// Whole snapshots of a queue, of one patient's visit, of a consultation, read from the tables. `views` shapes them for their
// readers.
import type { PlanView } from '#contract/plan'
import type { AreaQueue, ConsultationView, PatientView, PositionUpdate, QueueVisit } from '#contract/visit'
import { openness } from '#domain/area'
import { Problem } from '#domain/problem'
import { type Delay, honestDelay, PASSED_OVER_AFTER_MS, placesInQueue } from '#domain/queue'
import type { Deps } from '../deps.ts'
import { planView, staffPlanView } from '../platform/plans.ts'
import { type AreaFacts, type AreaFactsWithPlans, openReads, type QueueRow } from './snapshot-store.ts'
import { consultationView, limitedViewOf, limitedVisit, patientState, patientView, queueVisit } from './views.ts'

/** A notice of delay and a suspension of yesterday say nothing of today. */
const NOTICE_LASTS_MS = 12 * 60 * 60 * 1000
/** What others waited this long ago still says something of the delay now. */
const LATELY_MS = 3 * 60 * 60 * 1000

/** An area's queue for staff, and what each of those who wait in it is shown: read together, so that they agree. */
export interface AreaSnapshot {
  readonly queue: AreaQueue
  /** The queue for those who see no more than first names. */
  limitedView(): AreaQueue
  readonly waiting: Iterable<PatientView>
}

/** Some of a queue's visits for staff, as they stand in it now; those that do not are missing. */
export interface SomeVisits {
  readonly visits: readonly QueueVisit[]
  limitedView(): QueueVisit[]
  /** When they were read. */
  readonly now: number
  readonly revision: number
}

export interface Snapshots {
  /** What each of those who wait in an area is told when its queue moved, by visit. */
  places(areaId: string): Promise<readonly (readonly [visitId: string, news: PositionUpdate])[]>
  area(areaId: string): Promise<AreaSnapshot>
  /** The same of several areas, in their order; asked once for all. */
  areas(areaIds: readonly string[]): Promise<AreaSnapshot[]>
  some(areaId: string, visitIds: readonly string[]): Promise<SomeVisits>
  patient(visitId: string): Promise<PatientView>
  /** For the practitioner who holds the visit, or was the last to hold it. Throws `visit/not-found`. */
  consultation(visitId: string, practitionerId: string): Promise<ConsultationView>
}

export function openSnapshots({ db, now }: Pick<Deps, 'db' | 'now'>): Snapshots {
  const reads = openReads(db)

  const lateOf = ({ lateMinutes, lateSetAt }: Pick<AreaFacts['area'], 'lateMinutes' | 'lateSetAt'>): number | null =>
    lateSetAt && now().getTime() - lateSetAt.getTime() < NOTICE_LASTS_MS ? lateMinutes : null
  const delayOf = (area: Pick<AreaFacts['area'], 'lateMinutes' | 'lateSetAt'>, waits: readonly number[]): Delay => {
    const minutes = lateOf(area)
    return honestDelay(minutes && area.lateSetAt ? { minutes, at: area.lateSetAt.getTime() } : null, waits)
  }

  const notAwaySince = () => new Date(now().getTime() - PASSED_OVER_AFTER_MS)
  const lately = () => new Date(now().getTime() - LATELY_MS)
  const delayIn = ({ area, waits }: AreaFacts): Delay => delayOf(area, waits)

  const areaSnapshot = (facts: AreaFactsWithPlans, rows: readonly QueueRow[]): AreaSnapshot => {
    const { area } = facts
    const planOf = plansOf(facts)
    const open = openness(area.hours, area.suspended, now())
    const queue: AreaQueue = {
      areaId: area.id,
      slug: area.slug,
      name: area.name,
      serviceName: facts.serviceName,
      timeZone: area.timeZone,
      openness: open.state === 'closed' ? { state: 'closed', opensAt: open.opensAt?.getTime() ?? null } : open,
      suspended: area.suspended ?? null,
      lateMinutes: lateOf(area),
      dropIn: area.dropIn,
      alerts: { sound: area.alerts.sound, desktop: area.alerts.desktop },
      visits: rows.map((row) => queueVisit(row, planOf(row).id)),
      expected: facts.expected,
      now: now().getTime(),
      revision: facts.revision,
    }
    return {
      queue,
      limitedView: () => limitedViewOf(queue, area.planId),
      waiting: waitingOf(facts, rows, planOf, delayIn(facts), now()),
    }
  }

  return {
    async patient(visitId) {
      const row = await reads.visit(visitId, lately(), notAwaySince())
      if (!row) throw new Problem('visit/not-found')
      return patientView(
        row,
        row,
        planView(row.visit.planId ?? row.area.planId, row.plan),
        patientState(row, row, row.place, delayIn(row)),
        now(),
      )
    },
    async places(areaId) {
      const area = await reads.places(areaId, lately())
      if (!area) throw new Problem('area/not-found')
      const delay = delayOf(area, area.waits)
      const places = placesInQueue(area.waiting, now().getTime())
      return [...places].map(([visitId, place]) => [visitId, { place, delay, revision: area.revision }] as const)
    },
    async some(areaId, visitIds) {
      const { rows, revision } = await reads.some(areaId, visitIds)
      const views = rows.map((row) => queueVisit(row, planView(row.visit.planId ?? row.areaPlanId, row.plan).id))
      return {
        visits: views,
        limitedView: () => views.map((view, at) => limitedVisit(view, rows[at]?.areaPlanId ?? view.planId)),
        now: now().getTime(),
        revision,
      }
    },
    async area(areaId) {
      const facts = await reads.area(areaId, lately())
      if (!facts) throw new Problem('area/not-found')
      // After it: the revision promises nothing that a part of this does not know.
      return areaSnapshot(facts, await reads.queue(areaId))
    },
    async areas(areaIds) {
      if (areaIds.length === 0) return []
      const found = new Map((await reads.areas(areaIds, lately())).map((facts) => [facts.area.id, facts]))
      // As above.
      const rows = new Map<string, QueueRow[]>(areaIds.map((areaId) => [areaId, []]))
      for (const row of await reads.queues(areaIds)) rows.get(row.visit.areaId)?.push(row)
      return areaIds.map((areaId) => {
        const facts = found.get(areaId)
        if (!facts) throw new Problem('area/not-found')
        return areaSnapshot(facts, rows.get(areaId) ?? [])
      })
    },
    async consultation(visitId, practitionerId) {
      const [row, consultation] = await Promise.all([
        reads.visit(visitId, lately(), notAwaySince()),
        reads.consultation(visitId, practitionerId),
      ])
      if (!row || !consultation) throw new Problem('visit/not-found')
      const held = row.visit.practitionerId === practitionerId
      return consultationView(
        row,
        consultation,
        staffPlanView(row.visit.planId ?? row.area.planId, row.plan),
        held,
        now(),
      )
    },
  }
}

function* waitingOf(
  facts: AreaFacts,
  rows: readonly QueueRow[],
  planOf: PlanOf,
  delay: Delay,
  now: Date,
): Iterable<PatientView> {
  const waiting = rows.filter(({ visit }) => visit.status === 'waiting')
  const places = placesInQueue(waiting.map(queuedOf), now.getTime())
  for (const row of waiting) {
    const state = patientState(row, facts, places.get(row.visit.id) ?? 1, delay)
    yield patientView(row, facts, planOf(row), state, now)
  }
}

const queuedOf = ({ visit: { id, arrivalNumber, awaySince } }: QueueRow) => ({
  visitId: id,
  arrivalNumber,
  awaySince: awaySince?.getTime() ?? null,
})

type PlanOf = (row: Pick<QueueRow, 'visit'>) => PlanView

/** The plan of each visit of an area; those who have the same share it. */
function plansOf({ area, plans }: AreaFactsWithPlans): PlanOf {
  const own = new Map(plans.map((row) => [row.id, planView(row.id, row)]))
  return ({ visit }) => {
    const id = visit.planId ?? area.planId
    return own.get(id) ?? planView(id, null)
  }
}
