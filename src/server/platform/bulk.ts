// Limits of endpoints that move mere bytes, for whoever measures a line: an end in bytes, in time, and in how many run at
// once. Nothing is read or kept.
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Problem } from '#domain/problem'
import { networkOf } from './addresses.ts'
import type { Sent } from './file-reply.ts'
import { openPlaces, type Place } from './places.ts'

export interface BulkLimits {
  readonly mostBytes: number
  readonly mostMs: number
  /** At the same time, from everybody together, and from one address: for more the slowest goes. */
  readonly atOnce: number
  readonly atOnceOfOne: number
}

/** What was taken, and the time from its first piece to its last. */
export const Taken = Type.Object({ bytes: Type.Integer(), ms: Type.Number() })
type Taken = Type.Static<typeof Taken>

export interface Bulk {
  /** A scope of its own: no other route takes such a body, and this one takes no other. It is counted and dropped as it comes. */
  taking(scope: FastifyInstance): FastifyInstance
  /** `file` within the limits: until its end, or one of theirs, or until the reader leaves. */
  giving(file: Sent, request: FastifyRequest, reply: FastifyReply): Sent
}

const PIECE_BYTES = 64 * 1024

/** The places are one endpoint's. */
export function openBulk(limits: BulkLimits): Bulk {
  const placeOf = new WeakMap<object, Place>()
  const places = openPlaces(limits.atOnce, limits.atOnceOfOne)
  return {
    taking(scope) {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('application/octet-stream', (request, body, done) => {
        count(body, limits, placeOf.get(request.raw)).then(
          (taken) => done(null, taken),
          (error: Error) => done(error),
        )
      })
      // After the limit of requests: whoever is refused by it takes nobody's place.
      scope.addHook('preParsing', async (request, reply) => {
        if (Number(request.headers['content-length'] ?? 0) > limits.mostBytes) throw new Problem('request/too-large')
        const place = places.take(networkOf(request.address), () => request.raw.destroy())
        placeOf.set(request.raw, place)
        reply.raw.once('close', place.leave)
      })
      // Where there was no body at all, nothing was taken.
      scope.addHook('preValidation', async (request) => {
        request.body ??= { bytes: 0, ms: 0 }
      })
      return scope
    },
    giving({ content, ...file }, request, reply) {
      // What was not taken yet lies in the system's hands by then: the connection is cut, else it would be sent all the same.
      const place = places.take(networkOf(request.address), () => reply.raw.destroy())
      const stream = Readable.from(counted(content as Iterable<Buffer>, limits, place), {
        objectMode: false,
        highWaterMark: PIECE_BYTES,
      })
      // Who takes nothing is not asked for more, and would never be left.
      const late = setTimeout(() => stream.destroy(), limits.mostMs)
      stream.once('close', () => {
        clearTimeout(late)
        place.leave()
      })
      return { ...file, content: stream }
    },
  }
}

/** Bytes that nothing on the way can make smaller. */
export const randomFile = (bytes: number): Sent => ({
  type: 'application/octet-stream',
  // A proxy that collected the answer first would measure itself.
  headers: { 'x-accel-buffering': 'no' },
  content: randomPieces(bytes),
})

/** Made once for each length: many that ask and take nothing would keep the server busy with making them anew. */
const made = new Map<number, Buffer>()

/** The first piece is new each time, so that no two answers are the same and nothing on the way can keep one. */
function* randomPieces(bytes: number): Generator<Buffer> {
  const whole = made.get(bytes) ?? randomBytes(bytes)
  made.set(bytes, whole)
  yield randomBytes(Math.min(PIECE_BYTES, bytes))
  for (let from = PIECE_BYTES; from < bytes; from += PIECE_BYTES) yield whole.subarray(from, from + PIECE_BYTES)
}

function* counted(content: Iterable<Buffer>, { mostBytes }: BulkLimits, place: Place) {
  let left = mostBytes
  for (const piece of content) {
    const some = piece.subarray(0, left)
    left -= some.length
    place.moved(some.length)
    yield some
    if (left === 0) return
  }
}

/** Reads `body` to its end. Throws `request/too-large` beyond the most; cuts off who takes too long. */
async function count(
  body: AsyncIterable<Buffer> & { destroy(): void },
  { mostBytes, mostMs }: BulkLimits,
  place: Place | undefined,
): Promise<Taken> {
  const late = setTimeout(() => body.destroy(), mostMs)
  try {
    let bytes = 0
    let [first, last] = [0, 0]
    for await (const piece of body) {
      last = performance.now()
      first ||= last
      bytes += piece.length
      place?.moved(piece.length)
      if (bytes > mostBytes) throw new Problem('request/too-large')
    }
    return { bytes, ms: Math.round((last - first) * 10) / 10 }
  } finally {
    clearTimeout(late)
  }
}
