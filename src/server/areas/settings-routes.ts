// HTTP of settings that are handed down, and of the services and areas they are handed down to. Every change answers with
// all that the caller keeps.
import { Type } from 'typebox'
import { OrganisationSettingsBody } from '#contract/area'
import { AreaBody, ChangeBody, NewAreaBody, NewServiceBody, ServiceParams, SettingsView } from '#contract/settings'
import { AreaIdParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { SettingsService } from './settings-service.ts'

const Nothing = Type.Object({})

export function settingsRoutes(service: SettingsService) {
  const shared = { surface: 'staff', reply: SettingsView } as const
  const ofService = { ...shared, params: ServiceParams, about: about<{ serviceId: string }>() }
  const ofArea = { ...shared, params: AreaIdParams, about: about<{ areaId: string }>() }
  const SERVICE = '/api/staff/settings/services/:serviceId'
  const AREA = '/api/staff/settings/areas/:areaId'
  return [
    endpoint({
      ...shared,
      method: 'GET',
      url: '/api/staff/settings',
      action: 'settings.read',
      handle: ({ caller }) => service.view(caller),
    }),
    endpoint({
      ...shared,
      method: 'PUT',
      url: '/api/staff/settings/organisation',
      action: 'organisation.settings',
      body: OrganisationSettingsBody,
      handle: ({ caller, body }) => service.changeOrganisation(caller, body),
    }),
    endpoint({
      ...shared,
      method: 'PUT',
      url: '/api/staff/settings/organisation/own',
      action: 'organisation.settings',
      body: ChangeBody,
      handle: ({ caller, body }) => service.change(caller, { level: 'organisation' }, body),
    }),
    endpoint({
      ...shared,
      method: 'POST',
      url: '/api/staff/settings/services',
      action: 'organisation.settings',
      body: NewServiceBody,
      handle: ({ caller, body }) => service.addService(caller, body.name),
    }),
    endpoint({
      ...ofService,
      method: 'PUT',
      url: SERVICE,
      action: 'service.settings',
      body: NewServiceBody,
      handle: ({ caller, params, body }) => service.renameService(caller, params.serviceId, body.name),
    }),
    endpoint({
      ...ofService,
      method: 'PUT',
      url: `${SERVICE}/own`,
      action: 'service.settings',
      body: ChangeBody,
      handle: ({ caller, params, body }) => service.change(caller, { level: 'service', id: params.serviceId }, body),
    }),
    endpoint({
      ...ofService,
      method: 'POST',
      url: `${SERVICE}/areas`,
      action: 'service.settings',
      body: NewAreaBody,
      handle: ({ caller, params, body }) => service.addArea(caller, params.serviceId, body.name),
    }),
    endpoint({
      ...ofArea,
      method: 'PUT',
      url: AREA,
      action: 'area.settings',
      body: AreaBody,
      handle: ({ caller, params, body }) => service.changeArea(caller, params.areaId, body),
    }),
    endpoint({
      ...ofArea,
      method: 'PUT',
      url: `${AREA}/own`,
      action: 'area.settings',
      body: ChangeBody,
      handle: ({ caller, params, body }) => service.change(caller, { level: 'area', id: params.areaId }, body),
    }),
    ...(['close', 'reopen'] as const).flatMap((verb) => [
      endpoint({
        ...ofService,
        method: 'POST',
        url: `${SERVICE}/${verb}`,
        action: 'service.settings',
        body: Nothing,
        handle: ({ caller, params }) => service[verb](caller, { level: 'service', id: params.serviceId }),
      }),
      endpoint({
        ...ofArea,
        method: 'POST',
        url: `${AREA}/${verb}`,
        action: 'area.settings',
        body: Nothing,
        handle: ({ caller, params }) => service[verb](caller, { level: 'area', id: params.areaId }),
      }),
    ]),
  ]
}

const about =
  <P>() =>
  ({ params }: { params: P }) =>
    params
