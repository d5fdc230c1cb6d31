// `endpoint()` is the only way to add a route: validate, who, may, handle, write down, reply. The action is a required field, so a
// route without a permission does not compile; the reply schema drops whatever it does not declare.
import type {} from '@fastify/cookie'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { ProblemReply } from '#contract/shapes'
import type { Action } from '#domain/permission'
import { Problem } from '#domain/problem'
import { ensureMay } from './access.ts'
import { addressOf, subjectOf, whoOf } from './audit/deed.ts'
import type { Audit } from './audit/open.ts'
import { type CallerOf, identify, type Surface } from './caller.ts'
import type { Db } from './db.ts'
import type { Subject } from './subject.ts'

const NoParams = Type.Object({})

export interface Input<P extends TSchema, B extends TSchema, S extends Surface> {
  readonly params: Static<P>
  readonly body: Static<B>
  readonly caller: CallerOf<S>
  readonly cookies: CookieJar
}

/** Sets and clears this browser's cookies with the reply. */
export interface CookieJar {
  /** `maxAgeSeconds` 0 clears it. */
  set(name: string, value: string, maxAgeSeconds: number): void
}

export interface EndpointSpec<P extends TSchema, B extends TSchema, R extends TSchema, S extends Surface> {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Begins with `/api/<surface>/`. Never carries a patient's data. */
  readonly url: string
  readonly surface: S
  readonly action: Action
  readonly params?: P
  readonly body?: B
  readonly reply: R
  /** Requests a minute from one address; the default suits a clinic behind one address. */
  readonly perMinute?: number
  about?(input: { params: Static<P>; body: Static<B> }): Subject
  handle(input: Input<P, B, S>): Promise<Static<R>>
}

export interface Endpoint {
  readonly method: string
  readonly url: string
  readonly surface: Surface
  readonly action: Action
  register(app: FastifyInstance, platform: EndpointPlatform): void
}

export interface EndpointPlatform {
  readonly db: Db
  readonly now: () => Date
  readonly rateLimits: boolean
  readonly audit: Audit
}

const DEFAULT_PER_MINUTE = 600

export function endpoint<
  R extends TSchema,
  S extends Surface,
  P extends TSchema = typeof NoParams,
  B extends TSchema = TSchema,
>(spec: EndpointSpec<P, B, R, S>): Endpoint {
  const run = async (platform: EndpointPlatform, request: FastifyRequest, reply: FastifyReply) => {
    const caller = await identify(platform.db, spec.surface, request.cookies, platform.now())
    const params = request.params as Static<P>
    const body = request.body as Static<B>
    const about = spec.about?.({ params, body }) ?? {}
    const deed = {
      who: whoOf(caller),
      action: spec.action,
      via: `${spec.method} ${spec.url}`,
      address: addressOf(request.ip),
      subject: subjectOf(caller, spec.action, about, params as object),
    }
    return platform.audit.during(deed, async () => {
      await ensureMay(platform.db, caller, spec.action, about)
      if (spec.surface !== 'open' && caller.kind === 'guest') throw new Problem('access/sign-in-needed')
      return spec.handle({ params, body, caller: caller as CallerOf<S>, cookies: cookieJar(request, reply) })
    })
  }
  return {
    method: spec.method,
    url: spec.url,
    surface: spec.surface,
    action: spec.action,
    register(app, platform) {
      app.route({
        method: spec.method,
        url: spec.url,
        schema: {
          params: spec.params ?? NoParams,
          ...(spec.body ? { body: spec.body } : {}),
          response: { 200: spec.reply, '4xx': ProblemReply, '5xx': ProblemReply },
        },
        ...(platform.rateLimits
          ? { config: { rateLimit: { max: spec.perMinute ?? DEFAULT_PER_MINUTE, timeWindow: 60_000 } } }
          : {}),
        handler: (request, reply) => run(platform, request, reply),
      })
    },
  }
}

function cookieJar(request: FastifyRequest, reply: FastifyReply): CookieJar {
  return {
    set(name, value, maxAgeSeconds) {
      reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: maxAgeSeconds,
      })
    },
  }
}
