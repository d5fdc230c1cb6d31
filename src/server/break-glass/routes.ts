// HTTP of break-glass: for the practitioner who opens a service, and for those who look afterwards.
import {
  AllowBreakGlassBody,
  BreakGlassBody,
  BreakGlassParams,
  BreakGlassView,
  OpeningsView,
} from '#contract/break-glass'
import { endpoint } from '../platform/endpoint.ts'
import type { BreakGlassService } from './service.ts'

export function breakGlassRoutes(service: BreakGlassService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/break-glass',
      surface: 'staff',
      action: 'access.see-break-glass',
      reply: BreakGlassView,
      handle: ({ caller }) => service.view(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/break-glass',
      surface: 'staff',
      action: 'access.break-glass',
      body: BreakGlassBody,
      reply: BreakGlassView,
      perMinute: 30,
      async handle({ caller, body }) {
        await service.open(caller, body.serviceId, body.reason)
        return service.view(caller)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/break-glass/:breakGlassId/close',
      surface: 'staff',
      action: 'access.see-break-glass',
      params: BreakGlassParams,
      reply: BreakGlassView,
      async handle({ caller, params }) {
        await service.close(caller, params.breakGlassId)
        return service.view(caller)
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/break-glass/openings',
      surface: 'staff',
      action: 'audit.read',
      reply: OpeningsView,
      handle: ({ caller }) => service.openings(caller.organisationId),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/settings/break-glass',
      surface: 'staff',
      action: 'organisation.settings',
      body: AllowBreakGlassBody,
      reply: OpeningsView,
      async handle({ caller, body }) {
        await service.allow(caller, body.allowed)
        return service.openings(caller.organisationId)
      },
    }),
  ]
}
