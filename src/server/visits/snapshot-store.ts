// The queries that snapshots are made of. They run at every change for everyone who watches, so they are prepared once
// on each connection, and each brings all it can: the way to the database costs more than what it does there.
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { ExpectedPatient } from '#contract/appointment'
import type { Tick } from '#contract/consultation'
import type { ParticipantView, PatientState, Phoning } from '#contract/visit'
import type { Queued } from '#domain/queue'
import type { OwnSettings } from '#domain/settings'
import { MESSAGES_SENT } from '#domain/thread'
import { AREA_PLAN_ID, type AreaRow, areaInForce, OWN_LAID_OVER } from '../platform/area-settings.ts'
import type { Db } from '../platform/db.ts'
import { ofService, type PlanRow } from '../platform/plans.ts'
import { preparationOf } from '../platform/preparations.ts'
import type { StoredMessage } from '../platform/said-names.ts'
import {
  areas,
  consultations,
  organisations,
  people,
  plans,
  services,
  visitDetails,
  visits,
} from '../platform/schema.ts'

type SentBack = NonNullable<Extract<PatientState, { status: 'waiting' }>['sentBack']>
export type Reads = ReturnType<typeof openReads>
export type AreaFactsWithPlans = NonNullable<Awaited<ReturnType<Reads['area']>>>
export type AreaFacts = Omit<AreaFactsWithPlans, 'plans' | 'expected'>
export type ConsultationRow = NonNullable<Awaited<ReturnType<Reads['consultation']>>>
export type QueueRow = Awaited<ReturnType<Reads['queue']>>[number]
export type VisitInArea = NonNullable<Awaited<ReturnType<Reads['visit']>>>

const { id, areaId, status, since, practitionerId, outcome, arrivedAt, arrivalNumber, awaySince, picture, sound } =
  visits
const STATE = {
  ...{ id, areaId, status, since, practitionerId, outcome, arrivedAt, arrivalNumber, awaySince, picture, sound },
  phoneMe: visits.phoneMe,
  cannotTalk: visits.cannotTalk,
  usesText: visits.usesText,
  recallBy: visits.recallBy,
  recalledAt: visits.recalledAt,
}
/** How many the patient sent. */
const PHOTOS = sql<number>`(select count(*)::int4 from files sent where sent.visit_id = visits.id)`

const VISIT = {
  ...STATE,
  planId: visits.planId,
  talk: visits.talk,
  equipment: visits.equipment,
  wasWithId: visits.wasWithId,
  takenById: visits.takenById,
  takenUntil: visits.takenUntil,
  appointmentAt: visits.appointmentAt,
  calledBackAt: visits.calledBackAt,
  calledAt: visits.calledAt,
  forgottenAt: visits.forgottenAt,
  photos: PHOTOS,
}
const DETAILS = {
  firstName: visitDetails.firstName,
  lastName: visitDetails.lastName,
  dateOfBirth: visitDetails.dateOfBirth,
  phone: visitDetails.phone,
  answers: visitDetails.answers,
}
const PRACTITIONER = { name: people.name, title: people.title, status: people.status }

/**
 * contract/shapes: what a statement sees is told by which transactions were over when it began. The number of the next one
 * grows, and while it does not, fewer of those before it are under way. Safe in a JavaScript number for 900 billion
 * transactions.
 */
const REVISION = sql<number>`(
  select (pg_snapshot_xmax(seen)::text::int8 * 10000 - least((select count(*) from pg_snapshot_xip(seen)), 9999))::float8
  from pg_current_snapshot() seen
)`

/** In these words and not with a parameter, else PostgreSQL does not know the index of open visits by it. */
const OPEN = sql`${visits.status} <> 'ended'`

/**
 * Minutes that the last visits first seen since `lately` had waited: at most the newest 20. `areas.id` in so many words: a
 * column of the only table of a query would be written without its table.
 */
const WAITS = sql<number[]>`array(
  select (extract(epoch from seen.first_seen_at - seen.arrived_at) / 60)::float8 from visits seen
  where seen.area_id = areas.id and seen.first_seen_at >= ${sql.placeholder('lately')}
  order by seen.first_seen_at desc limit 20
)`

/** The newest, oldest first: one more than are sent, where there are so many. As platform/message-views shows a row. */
const MESSAGES = sql<StoredMessage[]>`coalesce((
  select json_agg(json_build_object(
    'id', said.id, 'from', said.sender, 'authorName', said.author_name, 'saidAs', said.said_as, 'text', said.body,
    'at', (extract(epoch from said.at) * 1000)::int8
  ) order by said.at, said.id)
  from (
    select * from messages newest where newest.visit_id = ${visits.id}
    order by newest.at desc, newest.id desc limit ${sql.raw(String(MESSAGES_SENT + 1))}
  ) said
), '[]')`

/** What the patient is told instead of the name of who has the visit. */
const SAID_AS = sql<string | null>`(
  select held.said_as from consultations held where held.visit_id = ${visits.id} and held.ended_at is null
)`

/** While somebody phones them. */
const PHONING = sql<Phoning | null>`(
  select json_build_object('noAnswers', held.no_answers, 'videoAsk', held.video_ask) from consultations held
  where held.visit_id = ${visits.id} and held.ended_at is null and held.medium = 'phone'
)`

/** Who asked them to wait again, by the name that the patient knew them by. */
const SENT_BACK = sql<SentBack | null>`(
  select json_strip_nulls(json_build_object(
    'byName', coalesce(held.said_as, whom.name), 'reason', ${visits.sentBackReason}
  ))
  from consultations held join people whom on whom.id = held.practitioner_id
  where held.visit_id = ${visits.id} and ${visits.sentBackAt} is not null
  order by held.ended_at desc nulls last limit 1
)`

const TAKER = sql<string | null>`(select taker.name from people taker where taker.id = ${visits.takenById})`

const TICKS = sql<Tick[]>`coalesce((
  select json_agg(json_build_object(
    'item', tick.item, 'value', tick.value, 'at', (extract(epoch from tick.at) * 1000)::int8
  ) order by tick.at, tick.item)
  from checklist_ticks tick where tick.consultation_id = ${consultations.id}
), '[]')`

const PARTICIPANTS = sql<ParticipantView[]>`coalesce((
  select json_agg(json_build_object(
    'participantId', one.id, 'kind', one.kind, 'standing', one.standing, 'state', one.state
  ) order by one.joined_at, one.kind)
  from participants one where one.consultation_id = consultations.id
), '[]')`

/** Who had the visit's last consultation. */
const LAST_WITH = sql<string>`(
  select held.practitioner_id from consultations held where held.visit_id = ${consultations.visitId}
  order by held.ended_at desc nulls first limit 1
)`

/** As domain/queue places a whole queue, for one who stands in it. */
const PLACE = sql<number>`(
  select 1 + count(*)::int4 from visits ahead
  where ahead.area_id = ${visits.areaId} and ahead.status = 'waiting'
    and ahead.arrival_number < ${visits.arrivalNumber}
    and (ahead.away_since is null or ahead.away_since > ${sql.placeholder('notAwaySince')})
)`

/** Those who wait in an area, as domain/queue places them. */
const WAITING = sql<Queued[]>`coalesce((
  select json_agg(json_build_object(
    'visitId', queued.id, 'arrivalNumber', queued.arrival_number,
    'awaySince', (extract(epoch from queued.away_since) * 1000)::int8
  ))
  from visits queued where queued.area_id = areas.id and queued.status = 'waiting'
), '[]')`

/** Every plan that the area's organisation wrote itself: few rows, and one read of them does for the whole queue. */
const PLANS = sql<PlanRow[]>`coalesce((
  select json_agg(json_build_object(
    'id', own.id, 'basedOn', own.based_on, 'view', own.view, 'devices', own.devices, 'wording', own.wording
  ))
  from plans own where own.organisation_id = ${services.organisationId}
), '[]')`

/** Who is booked from `lately` on for so long and has not come, in time order. */
const EXPECTED = sql<ExpectedPatient[]>`coalesce((
  select json_agg(json_build_object(
    'appointmentId', booked.id, 'startsAt', (extract(epoch from booked.starts_at) * 1000)::int8,
    'firstName', who.first_name, 'lastName', who.last_name, 'dateOfBirth', who.date_of_birth,
    'practitionerName', (select named.name from people named where named.id = booked.practitioner_id),
    'preparation', ${preparationOf(sql`booked.id`, sql`coalesce(booked.plan_id, ${AREA_PLAN_ID})`)},
    'link', case when link.opened_at is not null then 'opened' when link.mailed_at is not null then 'sent' else 'none' end,
    'toPhone', coalesce((select last.state in ('failed', 'uncertain') from notifications last
      where last.appointment_id = booked.id and last.state <> 'cancelled'
      order by last.created_at desc, last.instead_of_id nulls last limit 1), false)
  ) order by booked.starts_at, booked.id)
  from appointments booked
  join appointment_details who on who.appointment_id = booked.id
  left join appointment_links link on link.appointment_id = booked.id and link.replaced_at is null
  where booked.area_id = areas.id and booked.status = 'booked'
    and booked.starts_at >= ${sql.placeholder('lately')}
    and booked.starts_at < ${sql.placeholder('lately')}::timestamptz + interval '15 hours'
), '[]')`

const OWN_PLAN = {
  id: plans.id,
  basedOn: plans.basedOn,
  view: plans.view,
  devices: plans.devices,
  wording: plans.wording,
  checklist: plans.checklist,
}

const QUEUE = {
  sentBack: SENT_BACK,
  visit: VISIT,
  details: DETAILS,
  practitioner: PRACTITIONER,
  messages: MESSAGES,
  taker: TAKER,
}
/** Who has the visit; where nobody has, whom it was taken from. */
const HAS_OR_HAD = eq(people.id, sql`coalesce(${visits.practitionerId}, ${visits.wasWithId})`)

const AREA = {
  row: areas,
  laidOver: OWN_LAID_OVER,
  serviceName: services.name,
  organisationName: organisations.name,
  sample: organisations.sample,
  waits: WAITS,
  revision: REVISION,
}

/** A row with its area as it is by all the settings above it. */
function settled<Row extends { row: AreaRow; laidOver: OwnSettings }>({ row, laidOver, ...rest }: Row) {
  return { area: areaInForce(row, laidOver), ...rest }
}

const first = <Row>(rows: readonly Row[]): Row | null => rows[0] ?? null

/** Of these areas, for whoever sees several at once. */
const ONE_OF = sql`any(${sql.placeholder('areaIds')}::uuid[])`

export function openReads(db: Db) {
  const areasBy = (which: SQL) =>
    db
      .select({ ...AREA, plans: PLANS, expected: EXPECTED })
      .from(areas)
      .innerJoin(services, eq(services.id, areas.serviceId))
      .innerJoin(organisations, eq(organisations.id, services.organisationId))
      .where(which)
  const area = areasBy(eq(areas.id, sql.placeholder('areaId'))).prepare('area')
  const several = areasBy(sql`${areas.id} = ${ONE_OF}`).prepare('several_areas')

  const places = db
    .select({
      lateMinutes: areas.lateMinutes,
      lateSetAt: areas.lateSetAt,
      waits: WAITS,
      waiting: WAITING,
      revision: REVISION,
    })
    .from(areas)
    .where(eq(areas.id, sql.placeholder('areaId')))
    .prepare('places')

  const queuesBy = (which: SQL) =>
    db
      .select(QUEUE)
      .from(visits)
      .innerJoin(visitDetails, eq(visitDetails.visitId, visits.id))
      .leftJoin(people, HAS_OR_HAD)
      .where(and(which, OPEN))
      .orderBy(asc(visits.arrivalNumber))
  const queue = queuesBy(eq(visits.areaId, sql.placeholder('areaId'))).prepare('queue')
  const queues = queuesBy(sql`${visits.areaId} = ${ONE_OF}`).prepare('queues')

  const some = db
    .select({ ...QUEUE, plan: OWN_PLAN, areaPlanId: AREA_PLAN_ID, revision: REVISION })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    // Where none of them is in the queue any more, the revision comes alone.
    .leftJoin(
      visits,
      and(
        sql`${visits.id} = any(${sql.placeholder('visitIds')}::uuid[])`,
        eq(visits.areaId, sql.placeholder('areaId')),
        OPEN,
      ),
    )
    .leftJoin(visitDetails, eq(visitDetails.visitId, visits.id))
    .leftJoin(plans, ofService(sql`coalesce(${visits.planId}, ${AREA_PLAN_ID})`))
    .leftJoin(people, HAS_OR_HAD)
    .where(eq(areas.id, sql.placeholder('areaId')))
    .prepare('some')

  const visit = db
    .select({
      visit: VISIT,
      details: visitDetails,
      practitioner: PRACTITIONER,
      saidAs: SAID_AS,
      phoning: PHONING,
      sentBack: SENT_BACK,
      messages: MESSAGES,
      place: PLACE,
      plan: OWN_PLAN,
      ...AREA,
    })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(plans, ofService(sql`coalesce(${visits.planId}, ${AREA_PLAN_ID})`))
    .leftJoin(visitDetails, eq(visitDetails.visitId, visits.id))
    .leftJoin(people, eq(people.id, visits.practitionerId))
    .where(eq(visits.id, sql.placeholder('visitId')))
    .prepare('visit')

  const consultation = db
    .select({
      id: consultations.id,
      practitionerId: consultations.practitionerId,
      startedAt: consultations.startedAt,
      medium: consultations.medium,
      videoAsk: consultations.videoAsk,
      noAnswers: consultations.noAnswers,
      lastWith: LAST_WITH,
      ticks: TICKS,
      participants: PARTICIPANTS,
      revision: REVISION,
    })
    .from(consultations)
    .where(
      and(
        eq(consultations.visitId, sql.placeholder('visitId')),
        eq(consultations.practitionerId, sql.placeholder('practitionerId')),
      ),
    )
    .orderBy(sql`${consultations.endedAt} desc nulls first`)
    .limit(1)
    .prepare('consultation')

  return {
    /** An area with the names above it. */
    area: async (areaId: string, lately: Date) => first((await area.execute({ areaId, lately })).map(settled)),
    /** Several areas, in no order. */
    areas: async (areaIds: readonly string[], lately: Date) =>
      (await several.execute({ areaIds, lately })).map(settled),
    /** Who waits in an area, first the next to be seen, and what their delay is made of. */
    places: async (areaId: string, lately: Date) => first(await places.execute({ areaId, lately })),
    /** Everyone in an area who has not ended, in order of arrival. */
    queue: (areaId: string) => queue.execute({ areaId }),
    /** The same of several areas, together. */
    queues: (areaIds: readonly string[]) => queues.execute({ areaIds }),
    /** Those of them who are in that queue, in no order. */
    async some(areaId: string, visitIds: readonly string[]) {
      const rows = await some.execute({ areaId, visitIds })
      return {
        rows: rows.flatMap(({ visit, details, ...rest }) => (visit && details ? [{ ...rest, visit, details }] : [])),
        revision: rows[0]?.revision ?? 0,
      }
    },
    /** The newest consultation of this practitioner with a visit: what their page goes on showing after the end. */
    consultation: async (visitId: string, practitionerId: string) =>
      (await consultation.execute({ visitId, practitionerId }))[0] ?? null,
    /** A visit with its area, its details where these still exist, and its place if it waits. */
    visit: async (visitId: string, lately: Date, notAwaySince: Date) =>
      first((await visit.execute({ visitId, lately, notAwaySince })).map(settled)),
  }
}
