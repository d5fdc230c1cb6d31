// Where somebody begins who is signed in: at their waiting areas, or, if they look on at the work of others, at the audit.
import { type Role, roleMay } from '#domain/permission'

export function firstPage(roles: readonly Role[]): '/staff' | '/staff/audit' {
  return looksOn(roles) ? '/staff/audit' : '/staff'
}

/** Reads the audit and does nothing else here: no queue, no equipment of their own. */
export function looksOn(roles: readonly Role[]): boolean {
  return roleMay(roles, 'audit.read') && !roleMay(roles, 'equipment.keep-own')
}
