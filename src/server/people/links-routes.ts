// HTTP of one-time links: looking whose it is, choosing a password, asking for a new one.
import { Me } from '#contract/people'
import { LinkBody, LinkPasswordBody, LinkView, ResetBody } from '#contract/people-admin'
import { Done } from '#contract/shapes'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { LinkService } from './links-service.ts'

export function linkRoutes(service: LinkService, meBy: (cookie: string) => Promise<Me>) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/open/link',
      surface: 'open',
      action: 'session.by-link',
      body: LinkBody,
      reply: LinkView,
      perMinute: 60,
      handle: ({ body }) => service.look(body.token),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/link/password',
      surface: 'open',
      action: 'session.by-link',
      body: LinkPasswordBody,
      reply: Me,
      keeps: true,
      perMinute: 20,
      async handle({ body, cookies }) {
        const cookie = await service.use(body.token, body.password)
        cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
        return meBy(cookie)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/reset',
      surface: 'open',
      action: 'session.by-link',
      body: ResetBody,
      reply: Done,
      perMinute: 10,
      async handle({ body }) {
        await service.askReset(body.email)
        return { done: true as const }
      },
    }),
  ]
}
