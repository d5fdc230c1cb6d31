// Whole snapshots of a queue, of one patient's visit, of a consultation: read from the tables, shaped for one reader.
// What a patient gets says nothing of any other patient but how many there are before them.
import type { AreaQueue, ConsultationView, PatientState, PatientView, QueueVisit } from '#contract/visit'
import { openness } from '#domain/area'
import { Problem } from '#domain/problem'
import { type Delay, honestDelay, placesInQueue } from '#domain/queue'
import type { Deps } from '../deps.ts'
import { messagesByVisit } from '../platform/message-views.ts'
import * as store from './store.ts'

/** A notice of delay and a suspension of yesterday say nothing of today. */
const NOTICE_LASTS_MS = 12 * 60 * 60 * 1000

type AreaFacts = NonNullable<Awaited<ReturnType<typeof store.areaFacts>>>

export interface Snapshots {
  area(areaId: string): Promise<AreaQueue>
  patient(visitId: string): Promise<PatientView>
  /** Several patients of one area at the price of one. Visits that are not there are left out. */
  patients(areaId: string, visitIds: readonly string[]): Promise<PatientView[]>
  /** For the practitioner who holds the visit, or was the last to hold it. Throws `visit/not-found`. */
  consultation(visitId: string, practitionerId: string): Promise<ConsultationView>
}

export function openSnapshots({ db, now }: Pick<Deps, 'db' | 'now'>): Snapshots {
  const lateOf = ({ area }: AreaFacts): number | null =>
    area.lateSetAt && now().getTime() - area.lateSetAt.getTime() < NOTICE_LASTS_MS ? area.lateMinutes : null

  const factsOf = async (areaId: string): Promise<AreaFacts> => {
    const facts = await store.areaFacts(db, areaId)
    if (!facts) throw new Problem('area/not-found')
    return facts
  }

  const patients: Snapshots['patients'] = async (areaId, visitIds) => {
    if (visitIds.length === 0) return []
    const sinceLately = new Date(now().getTime() - 3 * 60 * 60 * 1000)
    const [facts, rows, messages, waiting, waits] = await Promise.all([
      factsOf(areaId),
      store.visitsById(db, visitIds),
      messagesByVisit(db, visitIds),
      store.waitingInArea(db, areaId),
      store.recentWaits(db, areaId, sinceLately),
    ])
    const places = placesInQueue(waiting)
    const delay = honestDelay(lateOf(facts), waits)
    return rows.map(({ visit, details, practitioner }) => ({
      visitId: visit.id,
      firstName: details?.firstName ?? '',
      area: {
        slug: facts.area.slug,
        name: facts.area.name,
        serviceName: facts.serviceName,
        organisationName: facts.organisationName,
        sample: facts.sample,
        supportPhone: facts.area.supportPhone,
      },
      phone: details?.phone ?? '',
      phoneMe: visit.phoneMe,
      state: patientState(visit, practitioner, places.get(visit.id) ?? 1, delay, facts.area.afterText),
      messages: messages.get(visit.id) ?? [],
      now: now().getTime(),
    }))
  }

  return {
    patients,
    async patient(visitId) {
      const areaId = await store.areaIdOf(db, visitId)
      const [view] = areaId ? await patients(areaId, [visitId]) : []
      if (!view) throw new Problem('visit/not-found')
      return view
    },
    async area(areaId) {
      const [facts, rows] = await Promise.all([factsOf(areaId), store.openVisits(db, areaId)])
      const messages = await messagesByVisit(
        db,
        rows.map((row) => row.visit.id),
      )
      const { area } = facts
      const open = openness(area.hours, area.suspended, now())
      return {
        areaId,
        slug: area.slug,
        name: area.name,
        serviceName: facts.serviceName,
        openness: open.state === 'closed' ? { state: 'closed', opensAt: open.opensAt?.getTime() ?? null } : open,
        suspended: area.suspended ?? null,
        lateMinutes: lateOf(facts),
        visits: rows.map(
          ({ visit, details, practitionerName }): QueueVisit => ({
            id: visit.id,
            firstName: details.firstName,
            lastName: details.lastName,
            dateOfBirth: details.dateOfBirth,
            phone: details.phone,
            arrivedAt: visit.arrivedAt.getTime(),
            since: visit.since.getTime(),
            status: visit.status === 'ended' ? 'waiting' : visit.status,
            practitioner: visit.practitionerId ? { id: visit.practitionerId, name: practitionerName ?? '' } : null,
            awaySince: visit.awaySince?.getTime() ?? null,
            picture: visit.picture,
            sound: visit.sound,
            phoneMe: visit.phoneMe,
            messages: messages.get(visit.id) ?? [],
          }),
        ),
        now: now().getTime(),
      }
    },
    async consultation(visitId, practitionerId) {
      const [[row], consultation, messages] = await Promise.all([
        store.visitsById(db, [visitId]),
        store.newestConsultation(db, visitId, practitionerId),
        messagesByVisit(db, [visitId]),
      ])
      if (!row || !consultation) throw new Problem('visit/not-found')
      const facts = await factsOf(row.visit.areaId)
      const held = row.visit.practitionerId === practitionerId
      return {
        visitId,
        consultationId: consultation.id,
        areaName: facts.area.name,
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
        messages: messages.get(visitId) ?? [],
        now: now().getTime(),
      }
    },
  }
}

function patientState(
  visit: store.VisitRow,
  practitioner: { name: string; title: string } | null,
  place: number,
  delay: Delay,
  afterText: string,
): PatientState {
  switch (visit.status) {
    case 'waiting':
      return { status: 'waiting', place, delay }
    case 'ended':
      return { status: 'ended', outcome: visit.outcome ?? 'completed', afterText }
    default:
      return {
        status: visit.status,
        practitionerName: practitioner?.name ?? '',
        practitionerTitle: practitioner?.title ?? '',
        since: visit.since.getTime(),
      }
  }
}
