// The queries that snapshots are made of. They run at every change for everyone who watches, so they are prepared once
// on each connection: building and planning them anew would cost more than running them.
import { and, asc, desc, eq, gte, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { MessageView } from '#contract/shapes'
import type { Db } from '../platform/db.ts'
import { messageView } from '../platform/message-views.ts'
import { areas, messages, organisations, people, services, visitDetails, visits } from '../platform/schema.ts'

export type Reads = ReturnType<typeof openReads>
export type AreaFacts = NonNullable<Awaited<ReturnType<Reads['areaFacts']>>>
export type QueueRow = Awaited<ReturnType<Reads['openVisits']>>[number]
export type VisitInArea = NonNullable<Awaited<ReturnType<Reads['visitInArea']>>>

type MessagesByVisit = (visitId: string) => MessageView[]

export function openReads(db: Db) {
  const areaColumns = {
    area: areas,
    serviceName: services.name,
    organisationName: organisations.name,
    sample: organisations.sample,
  }
  const { id, areaId, status, since, practitionerId, outcome, arrivedAt, awaySince, picture, sound, phoneMe } = visits
  const visit = { id, areaId, status, since, practitionerId, outcome, arrivedAt, awaySince, picture, sound, phoneMe }
  const practitioner = { name: people.name, title: people.title }

  const oneArea = db
    .select(areaColumns)
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(eq(areas.id, sql.placeholder('areaId')))
    .prepare('area_facts')

  const queue = db
    .select({ visit, details: visitDetails, practitioner })
    .from(visits)
    .innerJoin(visitDetails, eq(visitDetails.visitId, visits.id))
    .leftJoin(people, eq(people.id, visits.practitionerId))
    .where(and(eq(visits.areaId, sql.placeholder('areaId')), ne(visits.status, 'ended')))
    .orderBy(asc(visits.arrivedAt), asc(visits.id))
    .prepare('open_visits')

  // As domain/queue places a whole queue, for one who stands in it.
  const ahead = alias(visits, 'ahead')
  const place = sql<number>`(
    select 1 + count(*)::int4 from ${visits} ${sql.identifier('ahead')}
    where ${ahead.areaId} = ${visits.areaId} and ${ahead.status} = 'waiting'
      and (${ahead.arrivedAt}, ${ahead.id}) < (${visits.arrivedAt}, ${visits.id})
  )`

  const oneVisit = db
    .select({ visit, details: visitDetails, practitioner, ...areaColumns, place })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(visitDetails, eq(visitDetails.visitId, visits.id))
    .leftJoin(people, eq(people.id, visits.practitionerId))
    .where(eq(visits.id, sql.placeholder('visitId')))
    .prepare('visit_in_area')

  const waits = db
    .select({ minutes: sql<number>`extract(epoch from ${visits.firstSeenAt} - ${visits.arrivedAt})::float8 / 60` })
    .from(visits)
    .where(and(eq(visits.areaId, sql.placeholder('areaId')), gte(visits.firstSeenAt, sql.placeholder('since'))))
    .orderBy(desc(visits.firstSeenAt))
    .limit(20)
    .prepare('recent_waits')

  const messagesOfOne = db
    .select()
    .from(messages)
    .where(eq(messages.visitId, sql.placeholder('visitId')))
    .orderBy(asc(messages.at), asc(messages.id))
    .prepare('messages_of_visit')

  const messagesOfArea = db
    .select({ message: messages })
    .from(messages)
    .innerJoin(visits, eq(visits.id, messages.visitId))
    .where(and(eq(visits.areaId, sql.placeholder('areaId')), ne(visits.status, 'ended')))
    .orderBy(asc(messages.at), asc(messages.id))
    .prepare('messages_in_area')

  return {
    /** An area with the names above it. */
    async areaFacts(areaId: string) {
      const [row] = await oneArea.execute({ areaId })
      return row ?? null
    },
    /** Everyone in an area who has not ended, in order of arrival, with details and practitioner. */
    openVisits: (areaId: string) => queue.execute({ areaId }),
    /** A visit with its area, its details where these still exist, the practitioner who has it, and its place if it waits. */
    async visitInArea(visitId: string) {
      const [row] = await oneVisit.execute({ visitId })
      return row ?? null
    },
    /** Minutes that the last visits first seen since `since` had waited: at most the newest 20. */
    async recentWaits(areaId: string, since: Date): Promise<number[]> {
      const rows = await waits.execute({ areaId, since })
      return rows.map((row) => row.minutes)
    },
    /** Oldest first. */
    async messages(visitId: string): Promise<MessageView[]> {
      return (await messagesOfOne.execute({ visitId })).map(messageView)
    },
    /** Messages with everyone who has not ended in an area, by visit, oldest first. */
    async messagesInArea(areaId: string): Promise<MessagesByVisit> {
      const byVisit = new Map<string, MessageView[]>()
      for (const { message } of await messagesOfArea.execute({ areaId })) {
        const known = byVisit.get(message.visitId)
        if (known) known.push(messageView(message))
        else byVisit.set(message.visitId, [messageView(message)])
      }
      return (visitId) => byVisit.get(visitId) ?? []
    },
  }
}
