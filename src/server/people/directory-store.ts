// The SQL of an organisation's people, as its administrators keep them.
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Membership } from '#contract/people-admin'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { hasFactor } from '../platform/factor.ts'
import { areas, consultations, notes, people, services, sessions, visits } from '../platform/schema.ts'
import { memberships, personLinks, serving } from '../platform/schema-people.ts'
import { personIdentities, providerSignIns } from '../platform/schema-provider.ts'

export async function peopleOf(db: Db, organisationId: string) {
  const holding = sql<number>`(select count(*)::int4 from ${visits}
    where ${visits.practitionerId} = ${people.id} and ${visits.status} <> 'ended')`
  const unsigned = sql<number>`(select count(*)::int4 from ${notes}
    where ${notes.authorId} = ${people.id} and ${notes.status} = 'draft' and ${notes.text} <> '')`
  const connected = sql<boolean>`exists (select 1 from ${personIdentities}
    where ${personIdentities.personId} = ${people.id})`
  return db
    .select({
      person: people,
      invitationEndsAt: personLinks.endsAt,
      holding,
      unsigned,
      connected,
      secondFactor: hasFactor,
    })
    .from(people)
    .leftJoin(personLinks, and(eq(personLinks.personId, people.id), eq(personLinks.kind, 'invitation')))
    .where(eq(people.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id))
}

export async function membershipsOf(db: Db, organisationId: string) {
  return db
    .select({ personId: memberships.personId, membership: memberships })
    .from(memberships)
    .innerJoin(services, eq(services.id, memberships.serviceId))
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name), asc(memberships.role))
}

/** Services with their waiting areas, both by name. */
export async function servicesOf(db: DbOrTx, organisationId: string) {
  const rows = await db
    .select({ id: services.id, name: services.name, areaId: areas.id, areaName: areas.name })
    .from(services)
    .leftJoin(areas, eq(areas.serviceId, services.id))
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name), asc(services.id), asc(areas.name))
  const found = new Map<string, { id: string; name: string; areas: { id: string; name: string }[] }>()
  for (const { id, name, areaId, areaName } of rows) {
    const service = found.get(id) ?? { id, name, areas: [] }
    found.set(id, service)
    if (areaId && areaName !== null) service.areas.push({ id: areaId, name: areaName })
  }
  return [...found.values()]
}

export async function emailTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  return rows.length > 0
}

/** For somebody who never had a password, and so did nothing here. */
export async function deletePerson(tx: Tx, personId: string): Promise<void> {
  await tx.delete(memberships).where(eq(memberships.personId, personId))
  await tx.delete(people).where(eq(people.id, personId))
}

export async function setMemberships(tx: Tx, personId: string, list: readonly Membership[]): Promise<void> {
  const before = await tx.delete(memberships).where(eq(memberships.personId, personId)).returning()
  const aliases = new Map(before.map(({ serviceId, alias }) => [serviceId, alias]))
  // One for all roles in a service; where nothing is said of it, it stays.
  for (const { serviceId, alias } of list) if (alias !== undefined) aliases.set(serviceId, null)
  for (const { serviceId, alias } of list) if (alias?.trim()) aliases.set(serviceId, alias.trim())
  const rows = list.map((one) => ({ personId, ...one, alias: aliases.get(one.serviceId) ?? null }))
  if (rows.length > 0) await tx.insert(memberships).values(rows)
}

/** Whoever they are with now is told the alias from here on; one that was told stays when there is none any more. */
export async function tellAliases(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`update consultations held set said_as = role.alias
    from visits, areas, memberships role
    where visits.id = held.visit_id and areas.id = visits.area_id and role.service_id = areas.service_id
      and role.person_id = held.practitioner_id and role.alias is not null
      and held.practitioner_id = ${personId} and held.ended_at is null`)
}

/** With their rights their sign-ins' secrets change, each with its next reply. */
export async function renewSessions(tx: Tx, personId: string): Promise<void> {
  await tx.update(sessions).set({ renew: true }).where(eq(sessions.personId, personId))
}

/** Gives the unsigned notes of `from` to `to`, as far as `to` is a practitioner where they were written; says which. */
export async function handOverNotes(tx: Tx, from: string, to: string): Promise<string[]> {
  const theirs = tx
    .select({ id: notes.id })
    .from(notes)
    .innerJoin(consultations, eq(consultations.id, notes.id))
    .innerJoin(visits, eq(visits.id, consultations.visitId))
    .innerJoin(serving, and(eq(serving.areaId, visits.areaId), eq(serving.personId, to)))
    .where(
      and(
        eq(notes.authorId, from),
        eq(notes.status, 'draft'),
        eq(serving.role, 'practitioner'),
        isNull(serving.breakGlassId),
        // Of a consultation that is over.
        isNotNull(consultations.endedAt),
      ),
    )
  const rows = await tx
    .update(notes)
    .set({ authorId: to, begunById: sql`coalesce(${notes.begunById}, ${notes.authorId})` })
    .where(inArray(notes.id, theirs))
    .returning({ id: notes.id })
  return rows.map(({ id }) => id)
}

export async function hasIdentity(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ issuer: personIdentities.issuer })
    .from(personIdentities)
    .where(eq(personIdentities.personId, personId))
  return rows.length > 0
}

/** Takes away who somebody is to providers, and ends the sign-ins that these opened; says which. */
export async function forgetIdentities(tx: Tx, personId: string): Promise<string[]> {
  await tx.delete(personIdentities).where(eq(personIdentities.personId, personId))
  const opened = tx.select({ id: providerSignIns.sessionId }).from(providerSignIns)
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), inArray(sessions.id, opened)))
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}
