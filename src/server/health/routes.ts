// Whether this server is alive and its database answers: for whoever watches it.
import { Done } from '#contract/shapes'
import type { Deps } from '../deps.ts'
import { ping } from '../platform/db.ts'
import { endpoint } from '../platform/endpoint.ts'

export function healthRoutes({ db }: Pick<Deps, 'db'>) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/open/health',
      surface: 'open',
      action: 'health.read',
      reply: Done,
      async handle() {
        await ping(db)
        return { done: true as const }
      },
    }),
  ]
}
