// HTTP of an organisation's people, for its administrators. Every change answers with all of them.
import { HandOverBody, InviteBody, PeopleView, PersonBody, PersonParams } from '#contract/people-admin'
import type { Action } from '#domain/permission'
import type { Staff } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { DirectoryService } from './directory-service.ts'

export function directoryRoutes(service: DirectoryService) {
  const act = (
    verb: string,
    work: (staff: Staff, personId: string) => Promise<void>,
    action: Action = 'people.write',
  ) =>
    endpoint({
      method: 'POST',
      url: `/api/staff/people/:personId/${verb}`,
      surface: 'staff',
      action,
      params: PersonParams,
      reply: PeopleView,
      async handle({ caller, params }) {
        await work(caller, params.personId)
        return service.view(caller)
      },
    })

  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/people',
      surface: 'staff',
      action: 'people.read',
      reply: PeopleView,
      handle: ({ caller }) => service.view(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/people',
      surface: 'staff',
      action: 'people.write',
      body: InviteBody,
      reply: PeopleView,
      async handle({ caller, body }) {
        await service.invite(caller, body)
        return service.view(caller)
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/people/:personId',
      surface: 'staff',
      action: 'people.write',
      params: PersonParams,
      body: PersonBody,
      reply: PeopleView,
      async handle({ caller, params, body }) {
        await service.change(caller, params.personId, body)
        return service.view(caller)
      },
    }),
    act('invite-again', service.inviteAgain),
    act('withdraw', service.withdraw),
    act('deactivate', service.deactivate),
    act('reactivate', service.reactivate),
    act('disconnect', service.disconnect, 'people.reset-sign-in'),
    endpoint({
      method: 'POST',
      url: '/api/staff/people/:personId/hand-over',
      surface: 'staff',
      action: 'people.write',
      params: PersonParams,
      body: HandOverBody,
      reply: PeopleView,
      async handle({ caller, params, body }) {
        await service.handOver(caller, params.personId, body.to)
        return service.view(caller)
      },
    }),
  ]
}
