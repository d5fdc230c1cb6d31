// Somebody's roles, as they are typed: for the organisation, and service by service. Pure. All roles that a person has in
// one service are for the same waiting areas.
import type { Membership, PeopleView, PersonView } from '#contract/people-admin'
import { type OrganisationRole, SERVICE_ROLES, type ServiceRole } from '#domain/permission'

export interface ServiceRights {
  readonly serviceId: string
  readonly roles: readonly ServiceRole[]
  /** Null: every waiting area of the service. */
  readonly areaIds: readonly string[] | null
  /** What patients of the service are told instead of the name; empty: the name. */
  readonly alias: string
}

export interface Rights {
  readonly organisationRole: OrganisationRole | null
  /** In the order in which they were added. */
  readonly services: readonly ServiceRights[]
}

export type Service = PeopleView['services'][number]

export function rightsOf(person: Pick<PersonView, 'organisationRole' | 'memberships'>): Rights {
  const services = new Map<string, ServiceRights>()
  for (const { serviceId, role, areaIds, alias } of person.memberships) {
    const known = services.get(serviceId)
    if (!known) services.set(serviceId, { serviceId, roles: [role], areaIds, alias: alias ?? '' })
    else {
      const areas = known.areaIds && areaIds ? [...new Set([...known.areaIds, ...areaIds])] : null
      services.set(serviceId, { ...known, roles: inOrder([...known.roles, role]), areaIds: areas })
    }
  }
  return { organisationRole: person.organisationRole, services: [...services.values()] }
}

export function membershipsOf({ organisationRole, services }: Rights): Membership[] {
  if (organisationRole === 'auditor') return []
  return services.flatMap(({ serviceId, roles, areaIds, alias }) =>
    roles.map((role) => ({ serviceId, role, areaIds: areaIds && [...areaIds], alias: alias.trim() || null })),
  )
}

/** A service is added with what most people in it are. */
export function addService(rights: Rights, serviceId: string): Rights {
  if (rights.services.some((one) => one.serviceId === serviceId)) return rights
  return { ...rights, services: [...rights.services, { serviceId, roles: ['practitioner'], areaIds: null, alias: '' }] }
}

export function removeService(rights: Rights, serviceId: string): Rights {
  return { ...rights, services: rights.services.filter((one) => one.serviceId !== serviceId) }
}

export function toggleRole(rights: Rights, serviceId: string, role: ServiceRole): Rights {
  return change(rights, serviceId, (one) => ({
    ...one,
    roles: one.roles.includes(role) ? one.roles.filter((each) => each !== role) : inOrder([...one.roles, role]),
  }))
}

/** `some` begins with all of them: what is not meant is taken away. */
export function chooseAreas(rights: Rights, service: Service, some: boolean): Rights {
  const areaIds = some ? service.areas.map(({ id }) => id) : null
  return change(rights, service.id, (one) => ({ ...one, areaIds }))
}

export function toggleArea(rights: Rights, serviceId: string, areaId: string): Rights {
  return change(rights, serviceId, (one) => {
    const now = one.areaIds ?? []
    return { ...one, areaIds: now.includes(areaId) ? now.filter((id) => id !== areaId) : [...now, areaId] }
  })
}

export function setAlias(rights: Rights, serviceId: string, alias: string): Rights {
  return change(rights, serviceId, (one) => ({ ...one, alias }))
}

export type RightsFault =
  | { readonly kind: 'no-role'; readonly serviceId: string }
  | { readonly kind: 'no-area'; readonly serviceId: string }

/** A service without a role, or with a role in none of its areas, says nothing: it is asked which was meant. */
export function faultsOf(rights: Rights): RightsFault[] {
  if (rights.organisationRole === 'auditor') return []
  return rights.services.flatMap(({ serviceId, roles, areaIds }): RightsFault[] => {
    if (roles.length === 0) return [{ kind: 'no-role', serviceId }]
    return areaIds?.length === 0 ? [{ kind: 'no-area', serviceId }] : []
  })
}

function change(rights: Rights, serviceId: string, how: (one: ServiceRights) => ServiceRights): Rights {
  return { ...rights, services: rights.services.map((one) => (one.serviceId === serviceId ? how(one) : one)) }
}

const inOrder = (roles: readonly ServiceRole[]) => SERVICE_ROLES.filter((role) => roles.includes(role))
