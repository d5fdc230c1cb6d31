// HTTP of taking the next patient.
import { Done } from '#contract/shapes'
import { NextVisitBody, NextVisitReply, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { NextService } from './next.ts'

export function nextRoutes(service: NextService) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/next',
      surface: 'staff',
      action: 'visit.take-next',
      body: NextVisitBody,
      reply: NextVisitReply,
      handle: async ({ caller, body }) => ({ visitId: await service.take(caller.personId, body.areaIds) }),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/let-go',
      surface: 'staff',
      action: 'visit.let-go',
      params: VisitParams,
      reply: Done,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ caller, params }) {
        await service.letGo(caller.personId, params.visitId)
        return { done: true as const }
      },
    }),
  ]
}
