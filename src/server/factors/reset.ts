// An administrator removes the second factors of somebody who has lost them: their sessions end, the password is enough
// again, and they are told by e-mail.
import { PeopleView, PersonParams } from '#contract/people-admin'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { endCalendarFeed } from '../platform/calendar-feeds.ts'
import type { Staff } from '../platform/caller.ts'
import { distrustDevices } from '../platform/device.ts'
import { endpoint } from '../platform/endpoint.ts'
import { publish } from '../platform/events.ts'
import { tell } from './changes.ts'
import * as store from './store.ts'

/** `people` shows all of them afterwards. */
export function resetRoutes(deps: Deps, people: (staff: Staff) => Promise<PeopleView>) {
  const reset = (staff: Staff, personId: string) =>
    deps.db.transaction(async (tx) => {
      await store.lockPerson(tx, personId)
      const facts = await store.personWithOrganisation(tx, personId)
      if (facts?.organisation.id !== staff.organisationId) throw new Problem('person/not-found')
      // Whoever can do this can open their own page; an open console on a desk is not enough to be rid of one's own.
      if (personId === staff.personId) throw new Problem('person/not-yourself')
      // Where there was none, nothing has changed and nobody needs to hear of it.
      if (!(await store.deleteFactors(tx, personId))) return
      await distrustDevices(tx, personId)
      await endCalendarFeed(tx, personId)
      const sessionIds = await store.endSessions(tx, personId)
      if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
      await tell(tx, deps, facts, { kind: 'reset' })
    })

  return [
    endpoint({
      method: 'POST',
      url: '/api/staff/people/:personId/reset-factors',
      surface: 'staff',
      action: 'people.reset-sign-in',
      params: PersonParams,
      reply: PeopleView,
      async handle({ caller, params }) {
        await reset(caller, params.personId)
        return people(caller)
      },
    }),
  ]
}
