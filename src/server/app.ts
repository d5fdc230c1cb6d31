// The whole surface on one screen: which slices there are and what each brings. Builds nothing and connects to nothing.
import Fastify, { type FastifyInstance } from 'fastify'
import { Problem } from '#domain/problem'
import { areaRoutes } from './areas/routes.ts'
import { openAreaService } from './areas/service.ts'
import type { Deps } from './deps.ts'
import { healthRoutes } from './health/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { openMessageService } from './messages/service.ts'
import { noteRoutes } from './notes/routes.ts'
import { openNoteService } from './notes/service.ts'
import { peopleRoutes } from './people/routes.ts'
import { openPeopleService } from './people/service.ts'
import { guard } from './platform/guard.ts'
import { servePages } from './platform/pages.ts'
import type { Timer } from './platform/timers.ts'
import { retentionSlice } from './retention/slice.ts'
import { setupRoutes } from './setup/routes.ts'
import { openSetupService } from './setup/service.ts'
import { visitSlice } from './visits/slice.ts'

export interface AppSettings {
  readonly webFolder: string
  readonly trustProxy: boolean | number | string
  readonly rateLimits: boolean
  readonly https: { key: string; cert: string } | null
}

export interface App {
  readonly http: FastifyInstance
  /** Everything that comes round by itself. */
  readonly timers: readonly Timer[]
}

export async function buildApp(deps: Deps, settings: AppSettings): Promise<App> {
  const areas = openAreaService(deps)
  const people = openPeopleService(deps)
  const visits = visitSlice(deps)
  const endpoints = [
    ...healthRoutes(deps),
    ...setupRoutes(openSetupService(deps), people.me),
    ...peopleRoutes(people),
    ...areaRoutes(areas),
    ...visits.endpoints,
    ...messageRoutes(openMessageService(deps)),
    ...noteRoutes(openNoteService(deps)),
  ]

  const http = Fastify({
    ...(settings.https ? { https: settings.https } : {}),
    trustProxy: settings.trustProxy as boolean | string,
    // A note of 100,000 characters in any script, and little more.
    bodyLimit: 512 * 1024,
    ajv: { customOptions: { coerceTypes: false } },
  }) as unknown as FastifyInstance
  await guard(http, { log: deps.log, secure: settings.https !== null })
  for (const endpoint of endpoints) endpoint.register(http, { ...deps, rateLimits: settings.rateLimits })
  const welcome = (slug: string) =>
    areas.welcome(slug).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
  await servePages(http, { folder: settings.webFolder, welcome })
  await http.ready()
  deps.hub.attach(http.server, visits.talk, visits.onGone)
  await visits.begin()
  return {
    http,
    timers: [
      ...visits.timers,
      ...retentionSlice(deps).timers,
      { name: 'sign-ins', everyMs: 10 * 60_000, run: () => people.tidy() },
    ],
  }
}
