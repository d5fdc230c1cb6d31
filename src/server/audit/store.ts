// The SQL of looking into the audit. An organisation's administrators find their own rows and no others; nothing here
// writes.
import { and, desc, eq, gte, ilike, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AuditSearch } from '#contract/audit'
import { audit, auditAddresses } from '../platform/audit/tables.ts'
import type { Db } from '../platform/db.ts'
import { areas, consultations, people, services } from '../platform/schema.ts'

export interface Span {
  /** Rows before this one. */
  readonly before: number | null
  /** Rows up to this one. */
  readonly upTo?: number
}

const subjectPeople = alias(people, 'subject_people')
const subjectServices = alias(services, 'subject_services')

export async function findRows(db: Db, organisationId: string, search: AuditSearch, span: Span, limit: number) {
  const ownArea = sql`${areas.serviceId} in (select id from ${services} where ${services.organisationId} = ${organisationId})`
  return db
    .select({
      row: audit,
      address: sql<
        string | null
      >`case when ${audit.address} like 'mark:%' then ${auditAddresses.address} else ${audit.address} end`,
      name: people.name,
      subjectName: sql<string | null>`coalesce(${subjectPeople.name}, ${areas.name}, ${subjectServices.name})`,
    })
    .from(audit)
    .leftJoin(auditAddresses, eq(auditAddresses.seq, audit.seq))
    .leftJoin(people, and(eq(audit.whoKind, 'person'), eq(people.id, audit.whoId)))
    .leftJoin(
      subjectPeople,
      and(
        eq(audit.subjectKind, 'person'),
        sql`${subjectPeople.id}::text = ${audit.subjectId}`,
        eq(subjectPeople.organisationId, organisationId),
      ),
    )
    .leftJoin(areas, and(eq(audit.subjectKind, 'area'), sql`${areas.id}::text = ${audit.subjectId}`, ownArea))
    .leftJoin(
      subjectServices,
      and(
        eq(audit.subjectKind, 'service'),
        sql`${subjectServices.id}::text = ${audit.subjectId}`,
        eq(subjectServices.organisationId, organisationId),
      ),
    )
    .where(
      and(
        eq(audit.organisationId, organisationId),
        span.before === null ? undefined : lt(audit.seq, span.before),
        span.upTo === undefined ? undefined : lte(audit.seq, span.upTo),
        search.action ? eq(audit.action, search.action) : undefined,
        search.from === null ? undefined : gte(audit.at, new Date(search.from)),
        search.to === null ? undefined : lt(audit.at, new Date(search.to)),
        search.refusedOnly ? eq(audit.outcome, 'refused') : undefined,
        search.visitId ? ofVisit(search.visitId) : undefined,
        search.person.trim() ? ofPerson(db, organisationId, search.person.trim()) : undefined,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit)
}

export type FoundRow = Awaited<ReturnType<typeof findRows>>[number]

/** What was done to a visit, by its patient, and to its notes. */
function ofVisit(visitId: string): SQL | undefined {
  const notes = sql`(select ${consultations.id}::text from ${consultations} where ${consultations.visitId} = ${visitId})`
  return or(eq(audit.subjectId, visitId), eq(audit.whoId, visitId), sql`${audit.subjectId} in ${notes}`)
}

/** What they did, and what was done to them. */
function ofPerson(db: Db, organisationId: string, typed: string): SQL | undefined {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const found = db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), or(ilike(people.name, like), ilike(people.email, like))))
  const foundText = sql`(select id::text from (${found}) as found)`
  return or(
    and(eq(audit.whoKind, 'person'), inArray(audit.whoId, found)),
    and(eq(audit.subjectKind, 'person'), sql`${audit.subjectId} in ${foundText}`),
  )
}
