// HTTP of messages.
import { MessageView } from '#contract/shapes'
import { AreaIdParams, AreaMessageReply, MessageBody, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { MessageService } from './service.ts'

export function messageRoutes(service: MessageService) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/patient/messages',
      surface: 'patient',
      action: 'message.send-own',
      body: MessageBody,
      reply: MessageView,
      perMinute: 120,
      handle: ({ caller, body }) => service.fromPatient(caller.visitId, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/messages',
      surface: 'staff',
      action: 'visit.message',
      params: VisitParams,
      body: MessageBody,
      reply: MessageView,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params, caller, body }) => service.toPatient(params.visitId, caller, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/areas/:areaId/messages',
      surface: 'staff',
      action: 'area.announce',
      params: AreaIdParams,
      body: MessageBody,
      reply: AreaMessageReply,
      about: ({ params }) => ({ areaId: params.areaId }),
      handle: async ({ params, caller, body }) => ({ sentTo: await service.toArea(params.areaId, caller, body) }),
    }),
  ]
}
