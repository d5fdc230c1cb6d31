// HTTP of clinic lists from other programs.
import {
  ClinicListAdded,
  ClinicListBody,
  ClinicListCheck,
  ClinicListParams,
  ClinicListsView,
  ClinicListUndone,
} from '#contract/clinic-list'
import { AreaIdParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { ClinicLists } from './clinic-lists.ts'

const LISTS = '/api/staff/areas/:areaId/clinic-lists'
const ofArea = ({ params }: { params: { areaId: string } }) => ({ areaId: params.areaId })

export function clinicListRoutes(lists: ClinicLists) {
  const write = { surface: 'staff', action: 'appointment.write', about: ofArea, perMinute: 60 } as const
  return [
    endpoint({
      method: 'GET',
      url: LISTS,
      ...write,
      params: AreaIdParams,
      reply: ClinicListsView,
      handle: ({ params }) => lists.recent(params.areaId),
    }),
    endpoint({
      method: 'POST',
      url: `${LISTS}/check`,
      ...write,
      params: AreaIdParams,
      body: ClinicListBody,
      reply: ClinicListCheck,
      handle: ({ params, body }) => lists.check(params.areaId, body),
    }),
    endpoint({
      method: 'POST',
      url: LISTS,
      ...write,
      params: AreaIdParams,
      body: ClinicListBody,
      reply: ClinicListAdded,
      handle: ({ caller, params, body }) => lists.add(caller, params.areaId, body),
    }),
    endpoint({
      method: 'POST',
      url: `${LISTS}/:clinicListId/undo`,
      ...write,
      params: ClinicListParams,
      reply: ClinicListUndone,
      handle: ({ caller, params }) => lists.undo(caller, params.areaId, params.clinicListId),
    }),
  ]
}
