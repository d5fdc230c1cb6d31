// HTTP of the outbox, and of what carriers report.
import { Type } from 'typebox'
import {
  CarrierForm,
  CarrierJson,
  CarrierParams,
  OneClickQuery,
  OptOutBody,
  OutboxParams,
  OutboxView,
} from '#contract/outbox'
import type { Deps } from '../deps.ts'
import { endpoint } from '../platform/endpoint.ts'
import { followWayOut } from './opt-out-link.ts'
import type { Notifications } from './service.ts'

const NOTHING = Type.Object({})

/** Somebody who wants no more automatic e-mails. Both are a press: fetching an address changes nothing. */
export function optOutRoutes(deps: Deps) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/open/opt-out',
      surface: 'open',
      action: 'message.opt-out',
      body: OptOutBody,
      reply: NOTHING,
      perMinute: 60,
      async handle({ body }) {
        await followWayOut(deps, body.token, body.wish)
        return {}
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/opt-out/one-click',
      surface: 'open',
      action: 'message.opt-out',
      byServers: 'form',
      query: OneClickQuery,
      body: CarrierForm,
      reply: NOTHING,
      perMinute: 60,
      async handle({ query }) {
        await followWayOut(deps, query.token ?? '', 'stop')
        return {}
      },
    }),
  ]
}

export function notificationRoutes(service: Notifications) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/outbox',
      surface: 'staff',
      action: 'outbox.read',
      reply: OutboxView,
      handle: ({ caller }) => service.view(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/outbox/:messageId/send-again',
      surface: 'staff',
      action: 'outbox.read',
      params: OutboxParams,
      reply: OutboxView,
      async handle({ caller, params }) {
        await service.sendAgain(caller, params.messageId)
        return service.view(caller)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/outbox/:messageId/arrived',
      surface: 'staff',
      action: 'outbox.read',
      params: OutboxParams,
      reply: OutboxView,
      async handle({ caller, params }) {
        await service.setArrived(caller, params.messageId)
        return service.view(caller)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/carrier/:channel',
      surface: 'open',
      action: 'carrier.report',
      byServers: 'json',
      params: CarrierParams,
      body: CarrierJson,
      reply: NOTHING,
      async handle({ params: { channel }, body, header }) {
        await service.receive(channel, { path: `/api/open/carrier/${channel}`, header, body })
        return {}
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/carrier/:channel/form',
      surface: 'open',
      action: 'carrier.report',
      byServers: 'form',
      params: CarrierParams,
      body: CarrierForm,
      reply: NOTHING,
      async handle({ params: { channel }, body, header }) {
        await service.receive(channel, { path: `/api/open/carrier/${channel}/form`, header, body })
        return {}
      },
    }),
  ]
}
