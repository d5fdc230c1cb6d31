// What the groups of an identity provider make somebody. Roles that were given by hand are never touched; those that came
// from groups go with them.
import { ORGANISATION_ROLES, type OrganisationRole, type Role, SERVICE_ROLES, type ServiceRole } from './permission.ts'

export interface ServiceRoleHeld {
  readonly serviceId: string
  readonly role: ServiceRole
}

/** `serviceId` null: `role` is one for the whole organisation. */
export interface GroupRule {
  readonly group: string
  readonly serviceId: string | null
  readonly role: Role
}

/** What somebody is: for the organisation, and in services. */
export interface Roles {
  readonly organisationRole: OrganisationRole | null
  readonly services: readonly ServiceRoleHeld[]
}

export interface Followed {
  readonly organisationRole: OrganisationRole | null
  readonly add: readonly ServiceRoleHeld[]
  readonly remove: readonly ServiceRoleHeld[]
  /** What of all that they are now comes from their groups. */
  readonly fromGroups: Roles
}

/** What `rules` give to who is in `groups`. An auditor is nothing else, so who works is none. */
export function rolesOfGroups(rules: readonly GroupRule[], groups: readonly string[]): Roles {
  const { whole, services } = rolesApart(rules.filter(({ group }) => groups.includes(group)))
  if (whole.includes('administrator')) return { organisationRole: 'administrator', services }
  const audits = whole.includes('auditor') && services.length === 0
  return { organisationRole: audits ? 'auditor' : null, services }
}

/** Rows of roles as they stand in a table, apart by where they count. */
export function rolesApart(rows: readonly { readonly serviceId: string | null; readonly role: Role }[]) {
  const whole: OrganisationRole[] = []
  const services: ServiceRoleHeld[] = []
  for (const { serviceId, role } of rows) {
    if (serviceId === null && isOrganisationRole(role)) whole.push(role)
    if (serviceId !== null && isServiceRole(role)) services.push({ serviceId, role })
  }
  return { whole, services: unique(services) }
}

export const isOrganisationRole = (role: Role): role is OrganisationRole =>
  (ORGANISATION_ROLES as readonly Role[]).includes(role)
export const isServiceRole = (role: Role): role is ServiceRole => (SERVICE_ROLES as readonly Role[]).includes(role)

export const hasRoles = ({ organisationRole, services }: Roles): boolean =>
  organisationRole !== null || services.length > 0

/**
 * `held` is all that somebody is, `before` what of it came from their groups the last time, `given` what their groups
 * give now. `lastAdministrator`: without them nobody could keep the organisation, so that role stays.
 */
export function followGroups(held: Roles, before: Roles, given: Roles, lastAdministrator: boolean): Followed {
  const byHand = held.organisationRole !== before.organisationRole ? held.organisationRole : null
  const stays = held.services.filter((each) => !has(before.services, each))
  // Who was made an auditor by hand gets no work from a group.
  const wanted = byHand === 'auditor' ? [] : given.services
  const add = wanted.filter((each) => !has(held.services, each))
  const remove = before.services.filter((each) => has(held.services, each) && !has(wanted, each))
  const fromGroups = wanted.filter((each) => !has(stays, each))
  const works = stays.length + fromGroups.length > 0
  const followed = (organisationRole: OrganisationRole | null, theirs: OrganisationRole | null): Followed => ({
    organisationRole,
    add,
    remove,
    fromGroups: { organisationRole: theirs, services: fromGroups },
  })
  if (byHand) return followed(byHand, null)
  if (held.organisationRole === 'administrator' && given.organisationRole !== 'administrator' && lastAdministrator)
    return followed('administrator', 'administrator')
  const next = given.organisationRole === 'auditor' && works ? null : given.organisationRole
  return followed(next, next)
}

const same = (one: ServiceRoleHeld) => (other: ServiceRoleHeld) =>
  one.serviceId === other.serviceId && one.role === other.role
const has = (list: readonly ServiceRoleHeld[], one: ServiceRoleHeld) => list.some(same(one))
const unique = (list: readonly ServiceRoleHeld[]) => list.filter((one, at) => list.findIndex(same(one)) === at)
