// Patients' feedback after the call, and what it comes to for those who keep a service. Nobody is told who said what.
import type { FeedbackBody, FeedbackReport } from '#contract/feedback'
import { FEWEST_TOLD, tallyOf } from '#domain/feedback'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import * as store from './store.ts'

export interface FeedbackService {
  own(visitId: string): Promise<FeedbackBody>
  /** Throws `visit/no-feedback` where nothing is asked: before the end, or where the area does not ask. */
  give(visitId: string, answers: FeedbackBody): Promise<FeedbackBody>
  report(staff: Staff): Promise<FeedbackReport>
}

/** Enough for a small clinic to come to more than a few answers. */
const DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

export function openFeedback({ db, now }: Pick<Deps, 'db' | 'now'>): FeedbackService {
  return {
    own: (visitId) => store.answersOf(db, visitId),
    async give(visitId, answers) {
      await db.transaction(async (tx) => {
        const visit = await store.lockVisit(tx, visitId)
        const isAsked =
          visit?.outcome === 'completed' && visit.status === 'ended' && !visit.phoneMe && visit.area.feedback
        if (!isAsked) throw new Problem('visit/no-feedback')
        await store.saveAnswers(tx, visitId, answers, now())
      })
      return store.answersOf(db, visitId)
    },
    async report({ organisationId, personId, role }) {
      const since = new Date(now().getTime() - DAYS * DAY_MS)
      const areas = await store.keptAreas(db, { organisationId, personId, all: role === 'administrator' })
      const ids = areas.map(({ id }) => id)
      const [given, seen] =
        ids.length === 0
          ? [[], []]
          : await Promise.all([store.givenSince(db, ids, since), store.seenSince(db, ids, since)])
      return {
        days: DAYS,
        fewest: FEWEST_TOLD,
        areas: areas.map(({ id, name, serviceName, feedback }) => ({
          ...{ id, name, serviceName, asks: feedback },
          visits: seen.find(({ areaId }) => areaId === id)?.visits ?? 0,
          ...tallyOf(
            given
              .filter(({ areaId }) => areaId === id)
              .map(({ media, needs, again, equipment }) => ({
                answers: { ...(media && { media }), ...(needs && { needs }), ...(again && { again }) },
                equipment,
              })),
          ),
        })),
      }
    },
  }
}
