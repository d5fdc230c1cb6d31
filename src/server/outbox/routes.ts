// HTTP of the outbox.
import { LetterParams, OutboxView } from '#contract/outbox'
import { endpoint } from '../platform/endpoint.ts'
import type { OutboxService } from './service.ts'

export function outboxRoutes(service: OutboxService) {
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
      url: '/api/staff/outbox/:letterId/send-again',
      surface: 'staff',
      action: 'outbox.read',
      params: LetterParams,
      reply: OutboxView,
      async handle({ caller, params }) {
        await service.sendAgain(caller, params.letterId)
        return service.view(caller)
      },
    }),
  ]
}
