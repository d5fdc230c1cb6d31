// What every reply and every request must satisfy, whatever the feature: headers, same-site requests, the shape of errors.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#domain/problem'
import { type AddressOf, networkOf } from './addresses.ts'
import type { CookieNames } from './cookies.ts'
import { problemOf, problemReply } from './failure.ts'
import { cutHeaders } from './header-lengths.ts'
import type { Log } from './log.ts'
import { keptBy, sanitizeInput } from './outside.ts'

interface Guarded {
  readonly log: Log
  readonly rateLimits: boolean
  readonly cookies: CookieNames
  readonly addressOf: AddressOf
}

/** Of a route that says nothing of its own: a page, a built file. A clinic's morning behind one address. */
const ANYTHING_A_MINUTE = 3000

export async function guard(app: FastifyInstance, { log, rateLimits, cookies, addressOf }: Guarded): Promise<void> {
  app.decorateRequest('address', {
    getter() {
      return addressOf(this.raw)
    },
  })
  app.addHook('onRequest', async ({ headers }) => cutHeaders(headers))
  await app.register(cookie)
  app.addHook('onRequest', async (request) => {
    request.cookies = { ...cookies.read(request.cookies) }
  })
  // Every route that is added after this has a limit, whether it says one or not; so have addresses that are none.
  await app.register(rateLimit, {
    global: rateLimits,
    max: ANYTHING_A_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => networkOf(request.address),
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Below.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onSend', async (request, reply) => {
    // Of documents; what lies in /assets is none.
    if (!request.url.startsWith('/assets/'))
      reply.header(
        'permissions-policy',
        'camera=(self), microphone=(self), screen-wake-lock=(self), fullscreen=(self), speaker-selection=(self), geolocation=()',
      )
    // Over http it means nothing. A proxy that does not say that somebody came by https takes it from nobody.
    if (cookies.https || request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  // A page of another site can send a form but not this header; and where a browser says who asks, it must be us.
  // After the route's own limit, so that refusing has one too.
  app.addHook('preParsing', async (request) => {
    if (request.is404) return
    if (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.config.byServers) return
    if (request.headers['x-bedside'] !== '1' || !isOurs(request)) throw new Problem('access/cross-site')
  })
  // After the schema: what it does not declare is gone by then, and never walked.
  app.addHook('preHandler', async (request) => {
    request.params = sanitizeInput(request.params)
    request.query = sanitizeInput(request.query)
    const parts = (['params', 'body'] as const).filter((part) => request.getValidationFunction(part))
    if (parts.includes('body')) request.body = sanitizeInput(request.body, keptBy(request.routeOptions.schema?.body))
    // What stood in a text that must hold something may have been nothing that can be seen.
    if (!parts.every((part) => request.validateInput(request[part], part))) throw new Problem('request/invalid')
  })
  app.setErrorHandler((error, request, reply) =>
    sendProblem(reply, problemOf(error, request.routeOptions.url ?? 'unknown route', log)),
  )
  app.setNotFoundHandler(rateLimits ? { preHandler: app.rateLimit() } : {}, (_, reply) =>
    sendProblem(reply, new Problem('request/not-found')),
  )
}

/** What the browser says of who asks. Old ones say only from where, and programs nothing at all. */
function isOurs({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Answers with `problem` as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const wait = problem.detail.retryAfterSeconds
  if (typeof wait === 'number') reply.header('retry-after', String(wait))
  return reply.code(problem.status).type('application/problem+json').send(problemReply(problem))
}
