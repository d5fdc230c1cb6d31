// The SQL of patients' feedback.
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { FeedbackAnswers } from '#domain/feedback'
import { areaInForce, IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db, Tx } from '../platform/db.ts'
import { areas, organisations, services, visits } from '../platform/schema.ts'
import { feedback } from '../platform/schema-feedback.ts'
import { serving } from '../platform/schema-people.ts'

/** The visit with what its waiting area asks; locked until the transaction ends. */
export async function lockVisit(tx: Tx, visitId: string) {
  const [row] = await tx
    .select({
      status: visits.status,
      outcome: visits.outcome,
      phoneMe: visits.phoneMe,
      area: areas,
      laidOver: OWN_LAID_OVER,
    })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(eq(visits.id, visitId))
    .for('update', { of: visits })
  return row ? { ...row, area: areaInForce(row.area, row.laidOver) } : null
}

export async function answersOf(db: Db, visitId: string): Promise<FeedbackAnswers> {
  const [row] = await db.select().from(feedback).where(eq(feedback.visitId, visitId))
  const { media, needs, again } = row ?? {}
  return { ...(media && { media }), ...(needs && { needs }), ...(again && { again }) }
}

export async function saveAnswers(tx: Tx, visitId: string, answers: FeedbackAnswers, at: Date): Promise<void> {
  await tx
    .insert(feedback)
    .values({ visitId, ...answers, at })
    .onConflictDoUpdate({ target: feedback.visitId, set: { ...answers, at } })
}

/** Those that somebody keeps: an administrator all of their organisation, others those of their service. */
export async function keptAreas(
  db: Db,
  { organisationId, personId, all }: { organisationId: string; personId: string; all: boolean },
) {
  const theirs = db
    .select({ id: serving.areaId })
    .from(serving)
    .where(and(eq(serving.personId, personId), eq(serving.role, 'service-administrator')))
  const rows = await db
    .select({ area: areas, laidOver: OWN_LAID_OVER, serviceName: services.name })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(organisations.id, organisationId), IS_KEPT, all ? undefined : inArray(areas.id, theirs)))
    .orderBy(asc(services.name), asc(areas.name))
  return rows.map(({ area, laidOver, serviceName }) => ({ ...areaInForce(area, laidOver), serviceName }))
}

/** What was answered in these areas after visits that ended since then, with what the patients' pages had measured. */
export function givenSince(db: Db, areaIds: readonly string[], since: Date) {
  return db
    .select({
      areaId: visits.areaId,
      media: feedback.media,
      needs: feedback.needs,
      again: feedback.again,
      equipment: visits.equipment,
    })
    .from(feedback)
    .innerJoin(visits, eq(visits.id, feedback.visitId))
    .where(and(inArray(visits.areaId, [...areaIds]), gte(visits.endedAt, since)))
}

/** After which it is asked. */
const ASKED = [eq(visits.outcome, 'completed'), eq(visits.phoneMe, false)]

export function seenSince(db: Db, areaIds: readonly string[], since: Date) {
  return db
    .select({ areaId: visits.areaId, visits: sql<number>`count(*)::int4` })
    .from(visits)
    .where(and(inArray(visits.areaId, [...areaIds]), ...ASKED, gte(visits.endedAt, since)))
    .groupBy(visits.areaId)
}
