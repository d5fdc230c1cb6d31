// What every reply and every request must satisfy, whatever the feature: headers, same-site requests, the shape of errors.

import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '#domain/problem'
import { problemOf, problemReply } from './failure.ts'
import type { Log } from './log.ts'
import { storable } from './outside.ts'

export async function guard(app: FastifyInstance, { log, secure }: { log: Log; secure: boolean }): Promise<void> {
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
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
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
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
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  // A page of another site can send a form but not this header; and where a browser says who asks, it must be us.
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.config.byServers) return
    const site = request.headers['sec-fetch-site']
    if (request.headers['x-bedside'] !== '1' || (site !== undefined && site !== 'same-origin'))
      throw new Problem('access/cross-site')
  })
  app.addHook('preValidation', async (request) => {
    request.params = storable(request.params)
    request.body = storable(request.body)
  })
  app.setErrorHandler((error, request, reply) =>
    sendProblem(reply, problemOf(error, request.routeOptions.url ?? 'unknown route', log)),
  )
  app.setNotFoundHandler((_, reply) => sendProblem(reply, new Problem('request/not-found')))
}

/** Answers with `problem` as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const wait = problem.detail.retryAfterSeconds
  if (typeof wait === 'number') reply.header('retry-after', String(wait))
  return reply.code(problem.status).type('application/problem+json').send(problemReply(problem))
}
