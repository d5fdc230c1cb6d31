// HTTP of an organisation's plans. Whoever is signed in reads them; administrators write them.
import { PlanBody, PlanList, PlanParams } from '#contract/plan'
import { endpoint } from '../platform/endpoint.ts'
import type { PlanService } from './service.ts'

export function planRoutes(service: PlanService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/plans',
      surface: 'staff',
      action: 'plan.list',
      reply: PlanList,
      handle: ({ caller }) => service.list(caller.organisationId),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/plans',
      surface: 'staff',
      action: 'plan.write',
      body: PlanBody,
      reply: PlanList,
      handle: ({ caller, body }) => service.make(caller.organisationId, body),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/plans/:planId',
      surface: 'staff',
      action: 'plan.write',
      params: PlanParams,
      body: PlanBody,
      reply: PlanList,
      handle: ({ params, caller, body }) => service.change(caller.organisationId, params.planId, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/plans/:planId/restore',
      surface: 'staff',
      action: 'plan.write',
      params: PlanParams,
      reply: PlanList,
      handle: ({ params, caller }) => service.restore(caller.organisationId, params.planId),
    }),
  ]
}
