// Roles by name, as domain/permission lists them.
import { ORGANISATION_ROLES, ROLES, SERVICE_ROLES } from '#domain/permission'
import { OneOf } from './plan.ts'

export const RoleName = OneOf(ROLES)
export const OrganisationRoleName = OneOf(ORGANISATION_ROLES)
export const ServiceRoleName = OneOf(SERVICE_ROLES)
