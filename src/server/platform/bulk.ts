// Endpoints of mere bytes, by the heap, for whoever measures a line: a way beside `endpoint()` to add a route. Each demands
// an action too, and has its end in bytes, in time and in how many run at once. Nothing is read or kept.
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Action } from '#domain/permission'
import { Problem } from '#domain/problem'
import { ensureMay } from './access.ts'
import { networkOf } from './addresses.ts'
import type { Endpoint, EndpointPlatform } from './endpoint.ts'
import { openPlaces, type Place } from './places.ts'
import { REFUSALS } from './reply-schema.ts'

export interface BulkSpec {
  /** Begins with `/api/open/`. */
  readonly url: string
  readonly action: Action
  /** Requests a minute from one address. */
  readonly perMinute: number
  readonly mostBytes: number
  readonly mostMs: number
  /** At the same time, from everybody together, and from one address: for more the slowest goes. */
  readonly atOnce: number
  readonly atOnceOfOne: number
}

/** What was taken, and the time from its first piece to its last. */
export interface Taken {
  readonly bytes: number
  readonly ms: number
}

const PIECE_BYTES = 64 * 1024

/** GET: random bytes, which nothing on the way can make smaller, until an end is reached or the reader leaves. */
export function giveBytes(spec: BulkSpec): Endpoint {
  const places = openPlaces(spec.atOnce, spec.atOnceOfOne)
  // Made once: many that ask and take nothing would keep the server busy with making them anew.
  let made: Buffer | null = null
  const random = () => {
    made ??= randomBytes(spec.mostBytes)
    return made
  }
  return bulk(spec, 'GET', (app, platform) =>
    app.route({
      ...routeOf(spec, platform, {}),
      method: 'GET',
      exposeHeadRoute: false,
      async handler(request, reply) {
        await ensureMay(platform.db, { kind: 'guest' }, spec.action, {})
        // What was not taken yet lies in the system's hands by then: the connection is cut, else it would be sent all the same.
        const place = places.take(networkOf(request.address), () => reply.raw.destroy())
        const stream = Readable.from(pieces(random(), place), { objectMode: false, highWaterMark: PIECE_BYTES })
        // Who takes nothing is not asked for more, and would never be left.
        const late = setTimeout(() => stream.destroy(), spec.mostMs)
        stream.once('close', () => {
          clearTimeout(late)
          place.leave()
        })
        // A proxy that collected the answer first would measure itself.
        return reply.type('application/octet-stream').header('x-accel-buffering', 'no').send(stream)
      },
    }),
  )
}

/** POST of `application/octet-stream`: counted and dropped as it comes. */
export function takeBytes<R extends TSchema>(
  spec: BulkSpec & { readonly reply: R; readonly handle: (taken: Taken) => Static<R> },
): Endpoint {
  const placeOf = new WeakMap<object, Place>()
  const places = openPlaces(spec.atOnce, spec.atOnceOfOne)
  return bulk(spec, 'POST', (app, platform) =>
    // A scope of its own: no other route takes such a body, and this one takes no other.
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('application/octet-stream', (request, body, done) => {
        count(body, spec, placeOf.get(request.raw)).then(
          (taken) => done(null, taken),
          (error: Error) => done(error),
        )
      })
      scope.route({
        ...routeOf(spec, platform, { 200: spec.reply }),
        method: 'POST',
        // After the limit of requests: who is refused by it takes nobody's place.
        async preParsing(request, reply) {
          if (Number(request.headers['content-length'] ?? 0) > spec.mostBytes) throw new Problem('request/too-large')
          const place = places.take(networkOf(request.address), () => request.raw.destroy())
          placeOf.set(request.raw, place)
          reply.raw.once('close', place.leave)
        },
        async handler(request) {
          await ensureMay(platform.db, { kind: 'guest' }, spec.action, {})
          return spec.handle((request.body as Taken | undefined) ?? { bytes: 0, ms: 0 })
        },
      })
    }),
  )
}

function bulk(
  { url, action }: BulkSpec,
  method: string,
  add: (app: FastifyInstance, platform: EndpointPlatform) => unknown,
): Endpoint {
  return { method, url, surface: 'open', action, register: (app, platform) => void add(app, platform) }
}

function routeOf(spec: BulkSpec, { rateLimits }: EndpointPlatform, reply: Record<string, TSchema>) {
  return {
    url: spec.url,
    schema: { response: { ...reply, ...REFUSALS } },
    ...(rateLimits ? { config: { rateLimit: { max: spec.perMinute, timeWindow: 60_000 } } } : {}),
  }
}

function* pieces(bytes: Buffer, place: Place): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES)
    place.moved(piece.length)
    yield piece
  }
}

/** Reads `body` to its end. Throws `request/too-large` beyond the most; cuts off who takes too long. */
async function count(
  body: AsyncIterable<Buffer> & { destroy(): void },
  spec: BulkSpec,
  place: Place | undefined,
): Promise<Taken> {
  const late = setTimeout(() => body.destroy(), spec.mostMs)
  try {
    let bytes = 0
    let [first, last] = [0, 0]
    for await (const piece of body) {
      last = performance.now()
      first ||= last
      bytes += piece.length
      place?.moved(piece.length)
      if (bytes > spec.mostBytes) throw new Problem('request/too-large')
    }
    return { bytes, ms: Math.round((last - first) * 10) / 10 }
  } finally {
    clearTimeout(late)
  }
}
