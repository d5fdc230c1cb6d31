// The SQL of what an identity provider's groups come to: the organisation's rules, and the roles that people have by them.
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { GroupRule, Roles, ServiceRoleHeld } from '#domain/group-roles'
import { rolesApart } from '#domain/group-roles'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { services } from '../platform/schema.ts'
import { memberships } from '../platform/schema-people.ts'
import { groupRoles, groupRules } from '../platform/schema-provider.ts'

export async function rulesOf(db: DbOrTx, organisationId: string): Promise<GroupRule[]> {
  const rows = await db
    .select({ group: groupRules.group, serviceId: groupRules.serviceId, role: groupRules.role })
    .from(groupRules)
    .where(eq(groupRules.organisationId, organisationId))
    .orderBy(asc(groupRules.group), asc(groupRules.id))
  return rows
}

export async function setRules(
  tx: Tx,
  organisationId: string,
  rules: readonly GroupRule[],
  newId: () => string,
): Promise<void> {
  await tx.delete(groupRules).where(eq(groupRules.organisationId, organisationId))
  if (rules.length > 0)
    await tx.insert(groupRules).values(rules.map((rule) => ({ ...rule, id: newId(), organisationId })))
}

export async function serviceNames(db: DbOrTx, organisationId: string) {
  return db
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name), asc(services.id))
}

export async function servicesHeld(tx: Tx, personId: string): Promise<ServiceRoleHeld[]> {
  return tx
    .select({ serviceId: memberships.serviceId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.personId, personId))
}

/** What somebody had by their groups at their last sign-in. */
export async function rolesByGroups(tx: Tx, personId: string): Promise<Roles> {
  const { whole, services } = rolesApart(await tx.select().from(groupRoles).where(eq(groupRoles.personId, personId)))
  return { organisationRole: whole[0] ?? null, services }
}

export async function setRolesByGroups(tx: Tx, personId: string, { organisationRole, services }: Roles): Promise<void> {
  await tx.delete(groupRoles).where(eq(groupRoles.personId, personId))
  const rows = [
    ...(organisationRole ? [{ personId, serviceId: null, role: organisationRole }] : []),
    ...services.map((each) => ({ personId, ...each })),
  ]
  if (rows.length > 0) await tx.insert(groupRoles).values(rows)
}

/** Whoever goes by an alias in a service keeps it in a role that is added there. */
export async function addRoles(tx: Tx, personId: string, roles: readonly ServiceRoleHeld[]): Promise<void> {
  const aliasIn = (serviceId: string) =>
    sql`(select max(held.alias) from memberships held where held.person_id = ${personId} and held.service_id = ${serviceId})`
  if (roles.length === 0) return
  await tx
    .insert(memberships)
    .values(roles.map((each) => ({ personId, ...each, areaIds: null, alias: aliasIn(each.serviceId) })))
}

export async function removeRoles(tx: Tx, personId: string, roles: readonly ServiceRoleHeld[]): Promise<void> {
  if (roles.length === 0) return
  const these = roles.map((each) => and(eq(memberships.serviceId, each.serviceId), eq(memberships.role, each.role)))
  await tx.delete(memberships).where(and(eq(memberships.personId, personId), or(...these)))
}
