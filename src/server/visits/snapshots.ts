// Whole snapshots of a queue, of one patient's visit, of a consultation: read from the tables, shaped for one reader.
// What a patient gets says nothing of any other patient but how many there are before them.
import type { AreaQueue, ConsultationView, PatientState, PatientView, QueueVisit } from '#contract/visit'
import { openness } from '#domain/area'
import { Problem } from '#domain/problem'
import { type Delay, honestDelay, placesInQueue } from '#domain/queue'
import type { Deps } from '../deps.ts'
import { type AreaFacts, openReads, type QueueRow, type VisitInArea } from './snapshot-store.ts'
import { newestConsultation } from './store.ts'

/** A notice of delay and a suspension of yesterday say nothing of today. */
const NOTICE_LASTS_MS = 12 * 60 * 60 * 1000
/** What others waited this long ago still says something of the delay now. */
const LATELY_MS = 3 * 60 * 60 * 1000

/** An area's queue for staff, and what each of those who wait in it is shown: read together, so that they agree. */
export interface AreaSnapshot {
  readonly queue: AreaQueue
  readonly waiting: Iterable<PatientView>
}

export interface Snapshots {
  area(areaId: string): Promise<AreaSnapshot>
  patient(visitId: string): Promise<PatientView>
  /** For the practitioner who holds the visit, or was the last to hold it. Throws `visit/not-found`. */
  consultation(visitId: string, practitionerId: string): Promise<ConsultationView>
}

export function openSnapshots({ db, now }: Pick<Deps, 'db' | 'now'>): Snapshots {
  const reads = openReads(db)

  const lateOf = ({ area }: AreaFacts): number | null =>
    area.lateSetAt && now().getTime() - area.lateSetAt.getTime() < NOTICE_LASTS_MS ? area.lateMinutes : null

  const lately = () => new Date(now().getTime() - LATELY_MS)
  const delayIn = (facts: AreaFacts): Delay => honestDelay(lateOf(facts), facts.waits)

  return {
    async patient(visitId) {
      const row = await reads.visit(visitId, lately())
      if (!row) throw new Problem('visit/not-found')
      return patientView(row, row, patientState(row, row, row.place, delayIn(row)), now())
    },
    async area(areaId) {
      const [facts, rows] = await Promise.all([reads.area(areaId, lately()), reads.queue(areaId)])
      if (!facts) throw new Problem('area/not-found')
      const { area } = facts
      const open = openness(area.hours, area.suspended, now())
      const queue: AreaQueue = {
        areaId,
        slug: area.slug,
        name: area.name,
        serviceName: facts.serviceName,
        openness: open.state === 'closed' ? { state: 'closed', opensAt: open.opensAt?.getTime() ?? null } : open,
        suspended: area.suspended ?? null,
        lateMinutes: lateOf(facts),
        visits: rows.map(queueVisit),
        now: now().getTime(),
      }
      return { queue, waiting: waitingOf(facts, rows, delayIn(facts), now()) }
    },
    async consultation(visitId, practitionerId) {
      const [row, consultation] = await Promise.all([
        reads.visit(visitId, lately()),
        newestConsultation(db, visitId, practitionerId),
      ])
      if (!row || !consultation) throw new Problem('visit/not-found')
      const held = row.visit.practitionerId === practitionerId
      return {
        visitId,
        consultationId: consultation.id,
        areaName: row.area.name,
        patient: {
          firstName: row.details?.firstName ?? '',
          lastName: row.details?.lastName ?? '',
          dateOfBirth: row.details?.dateOfBirth ?? '',
          phone: row.details?.phone ?? '',
        },
        status: held || row.visit.status === 'ended' ? row.visit.status : 'waiting',
        startedAt: consultation.startedAt.getTime(),
        awaySince: row.visit.awaySince?.getTime() ?? null,
        picture: row.visit.picture,
        sound: row.visit.sound,
        noteId: consultation.id,
        messages: row.messages,
        now: now().getTime(),
      }
    },
  }
}

function* waitingOf(facts: AreaFacts, rows: readonly QueueRow[], delay: Delay, now: Date): Iterable<PatientView> {
  const waiting = rows.filter(({ visit }) => visit.status === 'waiting')
  const places = placesInQueue(
    waiting.map(({ visit }) => ({ visitId: visit.id, arrivedAt: visit.arrivedAt.getTime() })),
  )
  for (const row of waiting) {
    const state = patientState(row, facts, places.get(row.visit.id) ?? 1, delay)
    yield patientView(row, facts, state, now)
  }
}

type Shown = Pick<VisitInArea, 'visit' | 'details' | 'practitioner' | 'messages'>

function patientView(
  { visit, details, messages }: Shown,
  { area, serviceName, organisationName, sample }: AreaFacts,
  state: PatientState,
  now: Date,
): PatientView {
  const { slug, name, supportPhone } = area
  return {
    visitId: visit.id,
    firstName: details?.firstName ?? '',
    area: { slug, name, serviceName, organisationName, sample, supportPhone },
    phone: details?.phone ?? '',
    phoneMe: visit.phoneMe,
    state,
    messages,
    now: now.getTime(),
  }
}

function patientState({ visit, practitioner }: Shown, { area }: AreaFacts, place: number, delay: Delay): PatientState {
  switch (visit.status) {
    case 'waiting':
      return { status: 'waiting', place, delay }
    case 'ended':
      return { status: 'ended', outcome: visit.outcome ?? 'completed', afterText: area.afterText }
    default:
      return {
        status: visit.status,
        practitionerName: practitioner?.name ?? '',
        practitionerTitle: practitioner?.title ?? '',
        since: visit.since.getTime(),
      }
  }
}

function queueVisit({ visit, details, practitioner, messages }: QueueRow): QueueVisit {
  return {
    id: visit.id,
    firstName: details.firstName,
    lastName: details.lastName,
    dateOfBirth: details.dateOfBirth,
    phone: details.phone,
    arrivedAt: visit.arrivedAt.getTime(),
    since: visit.since.getTime(),
    status: visit.status === 'ended' ? 'waiting' : visit.status,
    practitioner: visit.practitionerId ? { id: visit.practitionerId, name: practitioner?.name ?? '' } : null,
    awaySince: visit.awaySince?.getTime() ?? null,
    picture: visit.picture,
    sound: visit.sound,
    phoneMe: visit.phoneMe,
    messages,
  }
}
