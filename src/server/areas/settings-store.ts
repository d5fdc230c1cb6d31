// The SQL of settings that are handed down: the values that each level sets itself, and which pages must be told of a
// change.
import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { OwnSettings } from '#domain/settings'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { areas, instance, organisations, plans, services, sessions, visits } from '../platform/schema.ts'
import { memberships, serving } from '../platform/schema-people.ts'
import { logos } from '../platform/schema-settings.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type ServiceRow = typeof services.$inferSelect
export type AreaRow = typeof areas.$inferSelect

export async function organisationById(db: DbOrTx, id: string): Promise<OrganisationRow | null> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row ?? null
}

/** By name, closed ones too. */
export async function servicesOf(db: Db, organisationId: string): Promise<ServiceRow[]> {
  return db
    .select()
    .from(services)
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name), asc(services.id))
}

export async function areasOf(db: DbOrTx, serviceIds: readonly string[]): Promise<AreaRow[]> {
  return db
    .select()
    .from(areas)
    .where(inArray(areas.serviceId, [...serviceIds]))
    .orderBy(asc(areas.name), asc(areas.id))
}

/** Where somebody is the service's administrator; `areaIds` null: in all of it. */
export async function servicesKept(db: Db, personId: string) {
  return db
    .select({ serviceId: memberships.serviceId, areaIds: memberships.areaIds })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.role, 'service-administrator')))
}

export async function lockService(tx: Tx, id: string): Promise<ServiceRow | null> {
  const [row] = await tx.select().from(services).where(eq(services.id, id)).for('update')
  return row ?? null
}

/** Nobody arrives there before the transaction ends. */
export async function lockArea(tx: Tx, id: string): Promise<AreaRow | null> {
  const [row] = await tx.select().from(areas).where(eq(areas.id, id)).for('update')
  return row ?? null
}

/** Addresses are free until the transaction ends: they are one another's in the whole installation. */
export async function lockAddresses(tx: Tx): Promise<void> {
  await tx.select({ id: instance.id }).from(instance).for('update')
}

export async function updateOrganisation(tx: Tx, id: string, change: Partial<OrganisationRow>): Promise<void> {
  await tx.update(organisations).set(change).where(eq(organisations.id, id))
}

export async function updateService(tx: Tx, id: string, change: Partial<ServiceRow>): Promise<void> {
  await tx.update(services).set(change).where(eq(services.id, id))
}

export async function updateArea(tx: Tx, id: string, change: Partial<AreaRow>): Promise<void> {
  await tx.update(areas).set(change).where(eq(areas.id, id))
}

export async function insertService(tx: Tx, row: typeof services.$inferInsert): Promise<void> {
  await tx.insert(services).values(row)
}

export async function insertArea(tx: Tx, row: typeof areas.$inferInsert): Promise<void> {
  await tx.insert(areas).values(row)
}

/** Areas that are open for patients to come to. */
export async function keptAreaIds(tx: Tx, of: { organisationId: string } | { serviceId: string }): Promise<string[]> {
  const rows = await tx
    .select({ id: areas.id })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(
      and(
        isNull(areas.closedAt),
        'serviceId' in of ? eq(services.id, of.serviceId) : eq(services.organisationId, of.organisationId),
      ),
    )
  return rows.map(({ id }) => id)
}

/** People who wait there or are seen. */
export async function inside(tx: Tx, areaIds: readonly string[]): Promise<number> {
  const [row] = await tx
    .select({ people: count() })
    .from(visits)
    .where(and(inArray(visits.areaId, [...areaIds]), ne(visits.status, 'ended')))
  return row?.people ?? 0
}

/** Whether the organisation wrote the plan; it keeps it until the transaction ends. */
export async function hasPlan(tx: Tx, organisationId: string, planId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: plans.id })
    .from(plans)
    .where(and(eq(plans.organisationId, organisationId), eq(plans.id, planId)))
    .for('share')
  return rows.length > 0
}

export async function hasLogo(tx: Tx, organisationId: string, logoId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: logos.id })
    .from(logos)
    .where(and(eq(logos.id, logoId), eq(logos.organisationId, organisationId)))
    .for('share')
  return rows.length > 0
}

/** Sign-ins of those who work in these areas: their pages have other queues now. */
export async function sessionsServing(tx: Tx, areaIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: sessions.id })
    .from(sessions)
    .innerJoin(serving, eq(serving.personId, sessions.personId))
    .where(inArray(serving.areaId, [...areaIds]))
  return rows.map(({ id }) => id)
}

/** What every level of an organisation says for itself. */
export async function allOwn(tx: Tx, organisationId: string): Promise<OwnSettings[]> {
  const [organisation, below, areaRows] = [
    await tx.select({ own: organisations.own }).from(organisations).where(eq(organisations.id, organisationId)),
    await tx.select({ own: services.own }).from(services).where(eq(services.organisationId, organisationId)),
    await tx
      .select({ own: areas.own })
      .from(areas)
      .innerJoin(services, eq(services.id, areas.serviceId))
      .where(eq(services.organisationId, organisationId)),
  ]
  return [...organisation, ...below, ...areaRows].map(({ own }) => own)
}
