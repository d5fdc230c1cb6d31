// HTTP of appointments for staff.
import {
  AppointmentBody,
  AppointmentList,
  AppointmentParams,
  AppointmentSaved,
  AppointmentSearchBody,
  CancelBody,
  DayQuery,
  DayView,
  LinkReply,
  MoveBody,
  SendLinkBody,
  WeekView,
} from '#contract/appointment'
import { AreaIdParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { AppointmentService } from './service.ts'

const ONE = '/api/staff/areas/:areaId/appointments/:appointmentId'

const ofArea = ({ params }: { params: { areaId: string } }) => ({ areaId: params.areaId })

export function appointmentRoutes(service: AppointmentService) {
  const write = { surface: 'staff', action: 'appointment.write', about: ofArea } as const
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/appointments',
      surface: 'staff',
      action: 'appointment.read',
      query: DayQuery,
      reply: DayView,
      handle: ({ caller, query }) => service.day(caller, query.date),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/appointments/week',
      surface: 'staff',
      action: 'appointment.read',
      query: DayQuery,
      reply: WeekView,
      handle: ({ caller, query }) => service.week(caller, query.date),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/appointments/search',
      surface: 'staff',
      action: 'appointment.read',
      body: AppointmentSearchBody,
      reply: AppointmentList,
      handle: ({ caller, body }) => service.search(caller, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/areas/:areaId/appointments',
      ...write,
      params: AreaIdParams,
      body: AppointmentBody,
      reply: AppointmentSaved,
      handle: ({ caller, params, body }) => service.book(caller, params.areaId, body),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/move`,
      ...write,
      params: AppointmentParams,
      body: MoveBody,
      reply: AppointmentSaved,
      handle: ({ caller, params, body }) => service.move(caller, params.areaId, params.appointmentId, body),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/cancel`,
      ...write,
      params: AppointmentParams,
      body: CancelBody,
      reply: AppointmentSaved,
      handle: ({ caller, params, body }) => service.cancel(caller, params.areaId, params.appointmentId, body),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/did-not-attend`,
      ...write,
      params: AppointmentParams,
      reply: AppointmentSaved,
      handle: ({ caller, params }) => service.miss(caller, params.areaId, params.appointmentId),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/send-link`,
      ...write,
      params: AppointmentParams,
      body: SendLinkBody,
      reply: AppointmentSaved,
      handle: ({ caller, params, body }) =>
        service.sendLink(caller, params.areaId, params.appointmentId, body.anyway ?? false),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/link-again`,
      ...write,
      params: AppointmentParams,
      reply: AppointmentSaved,
      handle: ({ caller, params }) => service.linkAgain(caller, params.areaId, params.appointmentId),
    }),
    endpoint({
      method: 'POST',
      url: `${ONE}/send-now`,
      ...write,
      params: AppointmentParams,
      reply: AppointmentSaved,
      handle: ({ caller, params }) => service.sendNow(caller, params.areaId, params.appointmentId),
    }),
    endpoint({
      method: 'GET',
      url: `${ONE}/link`,
      ...write,
      params: AppointmentParams,
      reply: LinkReply,
      handle: async ({ params }) => ({ url: await service.link(params.areaId, params.appointmentId) }),
    }),
  ]
}
