// The SQL of visits and consultations. Every change of state reads the row under a lock and goes through the state
// machine in domain/visit, so that two practitioners cannot both have it.
import { and, eq, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { ArrivalAnswer } from '#domain/arrival-questions'
import { Problem } from '#domain/problem'
import { nextVisitState, type VisitAction, type VisitState } from '#domain/visit'
import { areaInForce, IS_KEPT, OWN_LAID_OVER } from '../platform/area-settings.ts'
import { type Db, type DbOrTx, insertSelect, pipelined, prepared, type Tx } from '../platform/db.ts'
import {
  areas,
  consultations,
  messages,
  organisations,
  people,
  services,
  visitDetails,
  visits,
} from '../platform/schema.ts'
import { moveParticipants } from './participants-store.ts'

export type VisitRow = typeof visits.$inferSelect
/** What somebody says of themselves as they arrive. */
export type ArrivalDetails = Pick<
  typeof visitDetails.$inferInsert,
  'firstName' | 'lastName' | 'dateOfBirth' | 'phone'
> & {
  answers?: readonly ArrivalAnswer[]
}

/** A visit as it begins: its patient is there until their page has gone. */
export type Arrival = Pick<
  typeof visits.$inferInsert,
  'id' | 'areaId' | 'tokenHash' | 'arrivedAt' | 'picture' | 'sound' | 'phoneMe' | 'cannotTalk' | 'usesText'
>

/** Stores a visit with its details; false, and nothing stored, when this device's secret has one already. */
export async function insertVisit(tx: Tx, arrival: Arrival, details: ArrivalDetails): Promise<boolean> {
  const { cannotTalk = false, usesText = false } = arrival
  const answers = JSON.stringify(details.answers ?? [])
  return (await insertedVisit(tx).execute({ ...arrival, cannotTalk, usesText, ...details, answers })).length > 0
}

const insertedVisit = prepared((tx) => {
  const made = tx.$with('made').as(
    tx
      .insert(visits)
      .values({
        id: sql.placeholder('id'),
        areaId: sql.placeholder('areaId'),
        tokenHash: sql.placeholder('tokenHash'),
        status: 'waiting',
        since: sql.placeholder('arrivedAt'),
        arrivedAt: sql.placeholder('arrivedAt'),
        picture: sql.placeholder('picture'),
        sound: sql.placeholder('sound'),
        phoneMe: sql.placeholder('phoneMe'),
        cannotTalk: sql.placeholder('cannotTalk'),
        usesText: sql.placeholder('usesText'),
      })
      .onConflictDoNothing({ target: visits.tokenHash })
      .returning({ id: visits.id }),
  )
  const typed = (what: keyof ArrivalDetails) => sql`${sql.placeholder(what)}::text`
  const told = tx.$with('told', { visitId: visitDetails.visitId }).as(
    insertSelect(visitDetails, sql`from ${made}`, {
      visitId: sql`${made.id}`,
      firstName: typed('firstName'),
      lastName: typed('lastName'),
      dateOfBirth: typed('dateOfBirth'),
      phone: typed('phone'),
      answers: sql`${sql.placeholder('answers')}::jsonb`,
    }),
  )
  return tx.with(made, told).select({ visitId: told.visitId }).from(told).prepare('inserted_visit')
})

export async function visitIdByToken(db: DbOrTx, tokenHash: string): Promise<string | null> {
  const [row] = await db.select({ id: visits.id }).from(visits).where(eq(visits.tokenHash, tokenHash))
  return row?.id ?? null
}

/** The visit's row, locked until the transaction ends. Throws `visit/not-found`. */
export async function lockVisit(tx: Tx, visitId: string): Promise<VisitRow> {
  const [row] = await lockedVisit(tx).execute({ visitId })
  if (!row) throw new Problem('visit/not-found')
  return row
}

const lockedVisit = prepared((tx) =>
  tx
    .select()
    .from(visits)
    .where(eq(visits.id, sql.placeholder('visitId')))
    .for('update')
    .prepare('locked_visit'),
)

export function stateOf(row: VisitRow): VisitState {
  const { status, since, practitionerId, outcome } = row
  if (status === 'waiting') return { status, since }
  if (status === 'ended') return { status, since, outcome: outcome ?? 'completed' }
  if (!practitionerId) throw new Error('a visit that is being seen names its practitioner')
  return { status, since, practitionerId }
}

/** Moves the locked visit on and stores the new state. Throws the problems of `nextVisitState`. */
export async function moveVisit(tx: Tx, row: VisitRow, action: VisitAction, now: Date): Promise<VisitState> {
  const before = stateOf(row)
  const after = nextVisitState(before, action, now)
  if (after === before) return after
  const moved = tx
    .update(visits)
    .set({
      status: after.status,
      since: after.since,
      practitionerId: 'practitionerId' in after ? after.practitionerId : null,
      outcome: after.status === 'ended' ? after.outcome : null,
      endedAt: after.status === 'ended' ? now : null,
      ...(after.status === 'ended' ? { calledBackAt: null } : {}),
      ...calledAfter(row, action, after, now),
      ...(action.type === 'join' ? { sentBackAt: null, sentBackReason: null } : {}),
      ...(action.type === 'join' ? { wasWithId: null, takenById: null, takenUntil: null } : {}),
      ...(action.type === 'join' && !row.firstSeenAt ? { firstSeenAt: now } : {}),
    })
    .where(eq(visits.id, row.id))
  const isUnderWay = before.status === 'being-seen' || before.status === 'on-hold'
  await pipelined([moved, ...(isUnderWay ? [moveParticipants(tx, row.id, after.status, now)] : [])])
  return after
}

/** Who came out of the queue into a call is called to it; on hold meanwhile, they are called anew. */
function calledAfter(row: VisitRow, action: VisitAction, after: VisitState, now: Date): { calledAt?: Date | null } {
  if (after.status === 'waiting' || after.status === 'ended') return { calledAt: null }
  if (action.type === 'join' && row.status === 'waiting' && !row.phoneMe) return { calledAt: now }
  return action.type === 'resume' && row.calledAt !== null ? { calledAt: now } : {}
}

/** The consultation under way for a visit, if any. */
export async function openConsultation(db: DbOrTx, visitId: string) {
  const [row] = await db
    .select()
    .from(consultations)
    .where(and(eq(consultations.visitId, visitId), isNull(consultations.endedAt)))
  return row ?? null
}

/** The visits that are being seen, each with the practitioner's page that has it. */
export async function beingSeen(db: DbOrTx) {
  return db
    .select({
      visitId: visits.id,
      pageId: consultations.pageId,
      practitionerId: consultations.practitionerId,
    })
    .from(visits)
    .innerJoin(consultations, and(eq(consultations.visitId, visits.id), isNull(consultations.endedAt)))
    .where(eq(visits.status, 'being-seen'))
}

/** Whether this is the live call of a consultation that is theirs. */
export async function holdsCall(db: DbOrTx, callId: string, practitionerId: string): Promise<boolean> {
  const rows = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        eq(consultations.callId, callId),
        eq(consultations.practitionerId, practitionerId),
        isNull(consultations.endedAt),
      ),
    )
  return rows.length > 0
}

/** The newest consultation of a visit. */
export async function newestConsultation(db: DbOrTx, visitId: string) {
  const [row] = await db
    .select()
    .from(consultations)
    .where(eq(consultations.visitId, visitId))
    .orderBy(sql`${consultations.endedAt} desc nulls first`)
    .limit(1)
  return row ?? null
}

export async function setConsultationCall(
  db: DbOrTx,
  consultationId: string,
  call: Partial<Pick<typeof consultations.$inferInsert, 'pageId' | 'callId' | 'medium' | 'videoAsk' | 'noAnswers'>>,
) {
  await db.update(consultations).set(call).where(eq(consultations.id, consultationId))
}

export async function endConsultation(tx: Tx, visitId: string, now: Date) {
  await tx
    .update(consultations)
    .set({ endedAt: now })
    .where(and(eq(consultations.visitId, visitId), isNull(consultations.endedAt)))
}

/**
 * This page holds the visit from now on: where the person chose it (`claim`), and where no other page does. Says whether its
 * patient counts as away; null, and nothing stored, where another page goes on holding it.
 */
export async function takeVisit(db: Db, visitId: string, pageId: string, claim: boolean) {
  const [taken] = await takenVisit(db).execute({ visitId, pageId, claim })
  return taken ? { isAway: taken.awaySince !== null } : null
}

const takenVisit = prepared((db) =>
  db
    .update(visits)
    .set({ pageId: sql`${sql.placeholder('pageId')}` })
    .where(
      and(
        eq(visits.id, sql.placeholder('visitId')),
        or(
          sql`${sql.placeholder('claim')}::boolean`,
          isNull(visits.pageId),
          eq(visits.pageId, sql.placeholder('pageId')),
        ),
      ),
    )
    .returning({ awaySince: visits.awaySince })
    .prepare('taken_visit'),
)

export async function setPresent(tx: Tx, visitId: string) {
  await tx.update(visits).set({ awaySince: null }).where(eq(visits.id, visitId))
}

/** Marks the visit away and says whether that was news. */
export async function setAway(tx: Tx, visitId: string, now: Date): Promise<{ areaId: string } | null> {
  const [row] = await tx
    .update(visits)
    .set({ awaySince: now })
    .where(and(eq(visits.id, visitId), isNull(visits.awaySince), ne(visits.status, 'ended')))
    .returning({ areaId: visits.areaId })
  return row ?? null
}

/** Marks everyone away and says for whom that was news. */
export async function setEveryoneAway(tx: Tx, now: Date): Promise<{ visitId: string; areaId: string }[]> {
  return tx
    .update(visits)
    .set({ awaySince: now })
    .where(and(isNull(visits.awaySince), ne(visits.status, 'ended')))
    .returning({ visitId: visits.id, areaId: visits.areaId })
}

/** What of a visit changes without moving it on. */
export type VisitChange = Partial<
  Pick<
    VisitRow,
    | 'picture'
    | 'sound'
    | 'phoneMe'
    | 'cannotTalk'
    | 'usesText'
    | 'recallBy'
    | 'recalledAt'
    | 'planId'
    | 'talk'
    | 'equipment'
    | 'wasWithId'
    | 'calledAt'
    | 'sentBackAt'
    | 'sentBackReason'
    | 'appointmentAt'
    | 'tokenHash'
  >
>

export async function updateVisit(db: DbOrTx, visitId: string, change: VisitChange) {
  if (Object.keys(change).length > 0) await db.update(visits).set(change).where(eq(visits.id, visitId))
}

/** Open visits whose patient has been away since before `cutoff`; since before `recallCutoff`, who waits with the page closed. */
export async function longAway(db: Db, cutoff: Date, recallCutoff: Date) {
  return db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        ne(visits.status, 'ended'),
        lt(visits.awaySince, cutoff),
        or(isNull(visits.recallBy), ne(visits.status, 'waiting'), lt(visits.awaySince, recallCutoff)),
      ),
    )
}

export async function areaBySlug(db: DbOrTx, slug: string) {
  const [found] = await keptArea(db).execute({ slug })
  return found ? areaInForce(found.row, found.laidOver) : null
}

const keptArea = prepared((db) =>
  db
    .select({ row: areas, laidOver: OWN_LAID_OVER })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(areas.slug, sql.placeholder('slug')), IS_KEPT))
    .prepare('kept_area'),
)

/** Whether patients may still come there, as it is at this moment. */
export async function isKept(tx: Tx, areaId: string): Promise<boolean> {
  return (await stillKept(tx).execute({ areaId })).length > 0
}

const stillKept = prepared((tx) =>
  tx
    .select({ id: areas.id })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(and(eq(areas.id, sql.placeholder('areaId')), IS_KEPT))
    .prepare('still_kept'),
)

/** Takes it on to write of an arrival, if nobody did after `since`; says for which organisation. */
export async function claimAlert(tx: Tx, areaId: string, now: Date, since: Date): Promise<string | null> {
  const [row] = await tx
    .update(areas)
    .set({ alertedAt: now })
    .from(services)
    .where(
      and(
        eq(areas.id, areaId),
        eq(services.id, areas.serviceId),
        or(isNull(areas.alertedAt), lte(areas.alertedAt, since)),
      ),
    )
    .returning({ organisationId: services.organisationId })
  return row?.organisationId ?? null
}

/** A visit and who has it. */
export async function visitById(db: DbOrTx, visitId: string) {
  const [row] = await visitWithHolder(db).execute({ visitId })
  return row ?? null
}

const visitWithHolder = prepared((db) =>
  db
    .select({ visit: visits, practitioner: { name: people.name } })
    .from(visits)
    .leftJoin(people, eq(people.id, visits.practitionerId))
    .where(eq(visits.id, sql.placeholder('visitId')))
    .prepare('visit_with_holder'),
)

/** What somebody wrote before they came. */
export async function insertFirstMessage(
  tx: Tx,
  row: Pick<typeof messages.$inferInsert, 'id' | 'visitId' | 'authorName' | 'text' | 'at'>,
): Promise<void> {
  await tx.insert(messages).values({ ...row, from: 'patient', saidAs: null })
}
