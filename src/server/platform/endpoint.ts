// `endpoint()` is the only way to add a route: validate, who, may, handle, write down, reply. The action is a required field, so a
// route without a permission does not compile; the reply schema drops whatever it does not declare.
import type {} from '@fastify/cookie'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Action } from '#domain/permission'
import { Problem } from '#domain/problem'
import { ensureMay } from './access.ts'
import { subjectOf, whoOf } from './audit/audited-request.ts'
import type { Audit } from './audit/open.ts'
import { type AskingBrowser, askedBy } from './browser.ts'
import { type BulkLimits, openBulk } from './bulk.ts'
import {
  type Caller,
  type CallerOf,
  DEVICE_COOKIE,
  identify,
  KEPT_COOKIE,
  SESSION_COOKIE,
  type Surface,
} from './caller.ts'
import type { CookieNames } from './cookies.ts'
import type { Db } from './db.ts'
import { FILE, type Sent, sendFile } from './file-reply.ts'
import type { Pace } from './pace.ts'
import { ensureProven } from './proof.ts'
import { proxyFaultOf } from './proxy-fault.ts'
import { forSerialiser, REFUSALS } from './reply-schema.ts'
import { renewSession, SESSION_SECONDS } from './session.ts'
import type { Subject } from './subject.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly byServers?: boolean
    /** Added by `endpoint()`; what is not serves pages and their files. */
    readonly endpoint?: true
  }
}

const NoParams = Type.Object({})

export interface Input<P extends TSchema, B extends TSchema, S extends Surface, Q extends TSchema> {
  readonly params: Static<P>
  readonly query: Static<Q>
  readonly body: Static<B>
  readonly caller: CallerOf<S>
  readonly cookies: CookieJar
  /** For proof that another server is who it says. */
  header(name: string): string | undefined
}

/** Sets and clears this browser's cookies with the reply. */
export interface CookieJar {
  /** For what is kept in a browser between two requests; who calls is `caller`. */
  get(name: string): string | undefined
  /** `maxAgeSeconds` 0 clears it. */
  set(name: string, value: string, maxAgeSeconds: number): void
}

export interface EndpointSpec<
  P extends TSchema,
  B extends TSchema,
  R extends TSchema,
  S extends Surface,
  Q extends TSchema,
> {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Begins with `/api/<surface>/`. Never carries a patient's data. */
  readonly url: string
  readonly surface: S
  readonly action: Action
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** `FILE` where the answer is no JSON. */
  readonly reply: R
  /** Requests a minute from one address; the default suits a clinic behind one address. */
  readonly perMinute?: number
  /** Pages of any other site may read the answer, refusals too; no cookie goes with the question. Of public facts only. */
  readonly anySite?: true
  /** What it gives is of use only to a browser that keeps cookies: another is told so, and nothing happens. */
  readonly keeps?: true
  /** Sent by another server, as a form or as JSON: without our own mark, and with proof of its own. */
  readonly byServers?: 'form' | 'json'
  /** It moves mere bytes: a GET sends a `FILE`, a POST takes `application/octet-stream` and is handed how much came. */
  readonly bulk?: BulkLimits
  /** A POST of `application/octet-stream`, handed over whole as a `Buffer`; so long at most. */
  readonly wholeFile?: { readonly mostBytes: number }
  about?(input: { params: Static<P>; body: Static<B> }): Subject
  handle(input: Input<P, B, S, Q>): Promise<Static<R>>
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
  readonly pace: Pace
  readonly cookies: CookieNames
}

const DEFAULT_PER_MINUTE = 600
const ANY_SITE = ['access-control-allow-origin', '*'] as const

/** The longest that browsers keep a cookie. */
const DEVICE_SECONDS = 400 * 24 * 60 * 60

export function endpoint<
  R extends TSchema,
  S extends Surface,
  P extends TSchema = typeof NoParams,
  B extends TSchema = TSchema,
  Q extends TSchema = typeof NoParams,
>(spec: EndpointSpec<P, B, R, S, Q>): Endpoint {
  const bulk = spec.bulk && openBulk(spec.bulk)
  const run = async (platform: EndpointPlatform, request: FastifyRequest, reply: FastifyReply) => {
    const params = request.params as Static<P>
    const body = request.body as Static<B>
    const query = request.query as Static<Q>
    const about = spec.about?.({ params, body }) ?? {}
    const caller = await identify(platform.db, spec.surface, request.cookies, platform.now(), about)
    if (platform.rateLimits) slow(platform, caller)
    const context = {
      who: whoOf(caller),
      action: spec.action,
      via: `${spec.method} ${spec.url}`,
      address: request.address,
      subject: subjectOf(caller, spec.action, about, params as object),
    }
    const cookies = cookieJar(platform.cookies, request, reply)
    if (caller.kind === 'staff' && caller.renew && !caller.locked) {
      const secret = await renewSession(platform.db, caller.sessionId, platform.now(), { whenDue: true })
      if (secret) cookies.set(SESSION_COOKIE, secret, SESSION_SECONDS)
    }
    return platform.audit.during(context, async () => {
      ensureOwnPage(caller, request.headers)
      await ensureMay(platform.db, caller, spec.action, about)
      if (caller.kind === 'staff') await ensureProven(platform.db, caller, spec.action, platform.now())
      if (spec.surface !== 'open' && caller.kind === 'guest') throw new Problem('access/sign-in-needed')
      if (spec.keeps && request.cookies[KEPT_COOKIE] === undefined) throw new Problem('access/nothing-kept')
      let device: string | null = null
      const browser = browserOf(platform.cookies, request, (secret) => {
        device = secret
      })
      const header = (name: string) => request.headers[name]?.toString()
      const handle = () => spec.handle({ params, query, body, caller: caller as CallerOf<S>, cookies, header })
      const value = await askedBy(browser, handle)
      if (device !== null) cookies.set(DEVICE_COOKIE, device, DEVICE_SECONDS)
      return value
    })
  }
  return {
    method: spec.method,
    url: spec.url,
    surface: spec.surface,
    action: spec.action,
    register(app, platform) {
      const { byServers, wholeFile, perMinute = DEFAULT_PER_MINUTE } = spec
      const isFile = spec.reply === (FILE as TSchema)
      const add = (scope: FastifyInstance) =>
        scope.route({
          method: spec.method,
          url: spec.url,
          schema: {
            params: spec.params ?? NoParams,
            ...(spec.query ? { querystring: spec.query } : {}),
            ...(spec.body ? { body: spec.body } : {}),
            response: { ...(isFile ? {} : { 200: forSerialiser(spec.reply) }), ...REFUSALS },
          },
          ...(isFile ? { exposeHeadRoute: false } : {}),
          config: {
            endpoint: true,
            byServers: byServers !== undefined,
            ...(platform.rateLimits ? { rateLimit: { max: perMinute, timeWindow: 60_000 } } : {}),
          },
          // Before anything else, so that a refusal for too many requests can be read as well.
          ...(spec.anySite
            ? { onRequest: async (_: FastifyRequest, reply: FastifyReply) => void reply.header(...ANY_SITE) }
            : {}),
          async handler(request, reply) {
            const value = await run(platform, request, reply)
            if (!isFile) return value
            const file = value as Sent
            return sendFile(reply, bulk ? bulk.giving(file, request, reply) : file)
          },
        })
      if (byServers === 'form') void app.register(async (scope) => void add(takingForms(scope)))
      else if (bulk && spec.method === 'POST') void app.register(async (scope) => void add(bulk.taking(scope)))
      else if (wholeFile) void app.register(async (scope) => void add(takingFiles(scope, wholeFile.mostBytes)))
      else add(app)
    },
  }
}

/** A scope of its own: no other route takes a form, and this one takes nothing else. */
function takingForms(scope: FastifyInstance): FastifyInstance {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  return scope
}

/** A scope of its own: no other route takes a file, and this one takes nothing else. */
function takingFiles(scope: FastifyInstance, mostBytes: number): FastifyInstance {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: mostBytes }, (_, body, done) =>
    done(null, body),
  )
  return scope
}

/**
 * A page says whose it is. Throws `visit/not-found` or `access/sign-in-needed` where the cookie of this browser is of another
 * visit or another person by now, so that nothing of the one comes to the other.
 */
function ensureOwnPage(caller: Caller, headers: FastifyRequest['headers']): void {
  const { 'x-bedside-visit': visitId, 'x-bedside-person': personId } = headers
  if (caller.kind === 'patient' && visitId !== undefined && visitId !== caller.visitId)
    throw new Problem('visit/not-found')
  if (caller.kind === 'staff' && personId !== undefined && personId !== caller.personId)
    throw new Problem('access/sign-in-needed')
}

/** Throws `request/too-many` for an account that asks more than anybody could. */
function slow({ pace }: EndpointPlatform, caller: Caller): void {
  if (caller.kind === 'guest') return
  const account = caller.kind === 'staff' ? caller.personId : caller.visitId
  const retryAfterSeconds = pace.take(account)
  if (retryAfterSeconds > 0) throw new Problem('request/too-many', { retryAfterSeconds })
}

function browserOf(
  names: CookieNames,
  request: FastifyRequest,
  keepDevice: AskingBrowser['keepDevice'],
): AskingBrowser {
  return {
    address: request.address,
    agent: request.headers['user-agent'] ?? '',
    session: request.cookies[SESSION_COOKIE] ?? null,
    device: request.cookies[DEVICE_COOKIE] ?? null,
    proxyFault: proxyFaultOf(names.https, request),
    keepDevice,
  }
}

function cookieJar(names: CookieNames, request: FastifyRequest, reply: FastifyReply): CookieJar {
  return {
    get: (name) => request.cookies[name],
    set(name, value, maxAgeSeconds) {
      reply.setCookie(names.onTheWire(name), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: names.https || request.protocol === 'https',
        maxAge: maxAgeSeconds,
      })
    },
  }
}
