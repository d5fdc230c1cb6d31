// How an organisation's people sign in, as its administrators set it: by the provider alone or not, and what its groups
// make somebody. Nobody can close the door behind which they stand themselves.
import type { SignInSettings } from '#contract/provider'
import { type GroupRule, isOrganisationRole, isServiceRole } from '#domain/group-roles'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import type { DbOrTx } from '../platform/db.ts'
import { lockOrganisation } from '../platform/person-rows.ts'
import { isProviderOnly, setProviderOnly } from '../platform/provider-only.ts'
import * as groups from './group-store.ts'
import { redirectUri } from './service.ts'
import { providerSignIn, providersOrganisation } from './store.ts'

/** How fresh a sign-in by the provider must be to close the others: it has just been seen to work. */
const FRESH_MS = 15 * 60 * 1000

export interface SignInSettingsService {
  view(staff: Staff): Promise<SignInSettings>
  /** Throws `access/provider-not-tried`. */
  setOnly(staff: Staff, only: boolean): Promise<void>
  /** Throws `person/role-not-valid`. */
  setRules(staff: Staff, rules: readonly GroupRule[]): Promise<void>
}

export function openSignInSettings({ db, now, newId, provider, publicUrl }: Deps): SignInSettingsService {
  /** The provider, as far as it is this organisation's. */
  const theirs = async (on: DbOrTx, staff: Staff) => {
    const organisation = provider && (await providersOrganisation(on, provider.organisation))
    return organisation?.id === staff.organisationId ? provider : null
  }

  const mayClose = async (on: DbOrTx, staff: Staff) => {
    const [mine, signIn] = [await theirs(on, staff), await providerSignIn(on, staff.sessionId)]
    if (!mine || signIn?.issuer !== mine.issuer) return false
    return signIn.at.getTime() > now().getTime() - FRESH_MS
  }

  return {
    async view(staff) {
      const mine = await theirs(db, staff)
      const url = publicUrl()
      return {
        provider: mine && {
          name: mine.name,
          issuer: mine.issuer,
          tellsGroups: mine.tellsGroups,
          redirectUri: redirectUri(url),
          logoutUri: `${url}/api/open/provider/logout`,
          afterLogoutUri: `${url}/staff`,
        },
        only: await isProviderOnly(db, staff.organisationId),
        mayClose: await mayClose(db, staff),
        rules: await groups.rulesOf(db, staff.organisationId),
        services: await groups.serviceNames(db, staff.organisationId),
      }
    },
    async setOnly(staff, only) {
      await db.transaction(async (tx) => {
        await lockOrganisation(tx, staff.organisationId)
        if (only && !(await mayClose(tx, staff))) throw new Problem('access/provider-not-tried')
        await setProviderOnly(tx, staff.organisationId, only)
      })
    },
    async setRules(staff, rules) {
      await db.transaction(async (tx) => {
        await lockOrganisation(tx, staff.organisationId)
        const services = (await groups.serviceNames(tx, staff.organisationId)).map(({ id }) => id)
        const fits = ({ serviceId, role }: GroupRule) =>
          serviceId === null ? isOrganisationRole(role) : isServiceRole(role) && services.includes(serviceId)
        const trimmed = rules.map((rule) => ({ ...rule, group: rule.group.trim() }))
        const once = new Set(trimmed.map(({ group, serviceId, role }) => `${role} ${serviceId} ${group}`))
        if (!trimmed.every(fits) || once.size < trimmed.length) throw new Problem('person/role-not-valid')
        await groups.setRules(tx, staff.organisationId, trimmed, newId)
      })
    },
  }
}
