// The SQL of the first start: the installation's secret, organisations and their first people.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { OwnChecklistItem } from '#domain/checklist'
import { DEFAULT_RETENTION } from '#domain/retention'
import type { OwnSettings } from '#domain/settings'
import { freeCode, freeSlug } from '../platform/area-address.ts'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { planView } from '../platform/plans.ts'
import { areas, instance, organisations, people, plans, services } from '../platform/schema.ts'
import { appointmentDetails, appointmentLinks, appointments } from '../platform/schema-appointments.ts'
import { memberships } from '../platform/schema-people.ts'
import { forms, questionnaires } from '../platform/schema-questionnaires.ts'

/** The installation's secret, made on the first start. */
export async function readSecret(db: Db, make: () => string): Promise<string> {
  await db.insert(instance).values({ id: 1, secret: make() }).onConflictDoNothing()
  const [row] = await db.select().from(instance).where(eq(instance.id, 1))
  if (!row) throw new Error('the installation has no secret')
  return row.secret
}

export async function organisationExists(db: DbOrTx, sample: boolean): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.sample, sample))
    .limit(1)
  return rows.length > 0
}

export async function emailTaken(db: DbOrTx, email: string): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).where(eq(people.email, email)).limit(1)
  return rows.length > 0
}

/** A lock for the length of the transaction: two set-ups at once become one after the other. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.select().from(instance).where(eq(instance.id, 1)).for('update')
}

export async function insertOrganisation(
  tx: Tx,
  id: string,
  name: string,
  sample: boolean,
  now: Date,
  own: OwnSettings = {},
): Promise<void> {
  await tx.insert(organisations).values({ id, name, sample, ...DEFAULT_RETENTION, own, createdAt: now })
}

export interface NewArea {
  readonly id: string
  readonly serviceId: string
  readonly serviceName: string
  readonly name: string
  readonly about: string
  readonly own: OwnSettings
}

/** A service with its first waiting area, always open, at the first address that is free. */
export async function insertServiceWithArea(tx: Tx, organisationId: string, area: NewArea): Promise<string> {
  await tx.insert(services).values({ id: area.serviceId, organisationId, name: area.serviceName })
  const slug = await freeSlug(tx, area.name)
  await tx.insert(areas).values({
    id: area.id,
    serviceId: area.serviceId,
    slug,
    name: area.name,
    about: area.about,
    shortCode: await freeCode(tx),
    own: area.own,
  })
  return slug
}

/** A person who is a practitioner in the services of `areaIds`. */
export async function insertPerson(tx: Tx, row: typeof people.$inferInsert, areaIds: readonly string[]): Promise<void> {
  await tx.insert(people).values(row)
  const served = await tx
    .selectDistinct({ serviceId: areas.serviceId })
    .from(areas)
    .where(inArray(areas.id, [...areaIds]))
  for (const { serviceId } of served)
    await tx.insert(memberships).values({ personId: row.id, serviceId, role: 'practitioner', areaIds: null })
}

/** Items of the organisation's own for a plan of the catalogue, which is otherwise as it is built in. */
export async function insertChecklist(
  tx: Tx,
  organisationId: string,
  planId: string,
  checklist: readonly OwnChecklistItem[],
): Promise<void> {
  const { basedOn, view, devices, wording } = planView(planId, null)
  await tx.insert(plans).values({ organisationId, id: planId, basedOn, view, devices, wording, checklist })
}

/** An appointment whose link staff can copy; nobody is written to. */
export async function insertAppointment(
  tx: Tx,
  row: typeof appointments.$inferInsert,
  details: typeof appointmentDetails.$inferInsert,
  link: typeof appointmentLinks.$inferInsert,
): Promise<void> {
  await tx.insert(appointments).values(row)
  await tx.insert(appointmentDetails).values(details)
  await tx.insert(appointmentLinks).values(link)
}

export async function insertQuestionnaire(tx: Tx, row: typeof questionnaires.$inferInsert): Promise<void> {
  await tx.insert(questionnaires).values(row)
}

export async function insertForm(tx: Tx, row: typeof forms.$inferInsert): Promise<void> {
  await tx.insert(forms).values(row)
}

export async function sampleOrganisation(db: DbOrTx) {
  const [row] = await db.select().from(organisations).where(eq(organisations.sample, true))
  return row ?? null
}

export async function sampleAreas(db: DbOrTx, organisationId: string) {
  return db
    .select({ slug: areas.slug, name: areas.name, serviceName: services.name })
    .from(areas)
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name))
}

export async function samplePerson(db: DbOrTx, email: string) {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.email, email), eq(organisations.sample, true)))
  return row ?? null
}
