// Whether an organisation requires a second factor of everybody, and how many have none yet.
import type { SecondFactorSettings } from '#contract/factors'
import { SecondFactorBody, SecondFactorSettings as Settings } from '#contract/factors'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import * as store from './store.ts'

export function requirementRoutes({ db }: Pick<Deps, 'db'>) {
  const view = (staff: Staff): Promise<SecondFactorSettings> => store.requirementOf(db, staff.organisationId)
  const url = '/api/staff/settings/second-factor'
  return [
    endpoint({
      method: 'GET',
      url,
      surface: 'staff',
      action: 'organisation.settings',
      reply: Settings,
      handle: ({ caller }) => view(caller),
    }),
    endpoint({
      method: 'PUT',
      url,
      surface: 'staff',
      action: 'organisation.settings',
      body: SecondFactorBody,
      reply: Settings,
      async handle({ caller, body }) {
        await store.setRequired(db, caller.organisationId, body.required)
        return view(caller)
      },
    }),
  ]
}
