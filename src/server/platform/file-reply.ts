// Answers that are no JSON: a picture, a table of a year, mere bytes. Long ones are made while they are sent.
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

export interface Sent {
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly content: Buffer | Readable | Iterable<Buffer> | AsyncIterable<string>
}

/** The reply of an endpoint that answers with a file. */
export const FILE = Type.Unsafe<Sent>({})

export function sendFile(reply: FastifyReply, { type, headers = {}, content }: Sent): FastifyReply {
  const isWhole = Buffer.isBuffer(content) || content instanceof Readable
  return reply
    .headers(headers)
    .type(type)
    .send(isWhole ? content : Readable.from(content))
}
