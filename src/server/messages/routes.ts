// HTTP of messages.
import { MessageThread, MessageView } from '#contract/shapes'
import {
  AreaIdParams,
  AreaMessageReply,
  EarlierParams,
  MessageBody,
  VisitEarlierParams,
  VisitParams,
} from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { MessageService } from './service.ts'

export function messageRoutes(service: MessageService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/patient/messages/before/:message',
      surface: 'patient',
      action: 'visit.read-own',
      params: EarlierParams,
      reply: MessageThread,
      handle: ({ caller, params }) => service.earlierForPatient(caller.visitId, params.message),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/visits/:visitId/messages/before/:message',
      surface: 'staff',
      action: 'queue.read',
      params: VisitEarlierParams,
      reply: MessageThread,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params }) => service.earlierForStaff(params.visitId, params.message),
    }),
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
