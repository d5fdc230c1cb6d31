// Answers that are no JSON: a picture, a table of a year, mere bytes. Long ones are made while they are sent.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

export interface Sent {
  /** 304: whoever asks has it already, and it is not sent again. */
  readonly status?: 200 | 304
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly content: Buffer | Readable | Iterable<Buffer> | AsyncIterable<string>
}

/** The reply of an endpoint that answers with a file. */
export const FILE = Type.Unsafe<Sent>({})

export function sendFile(reply: FastifyReply, { status = 200, type, headers = {}, content }: Sent): FastifyReply {
  const isWhole = Buffer.isBuffer(content) || content instanceof Readable
  if (status === 304) return reply.code(304).headers(headers).send()
  return reply
    .headers(headers)
    .type(type)
    .send(isWhole ? content : Readable.from(content))
}

/** With a name for just this content (ETag); the name alone for who says by `held` (If-None-Match) that they have it. */
export function unlessHeld(sent: Sent & { readonly content: Buffer }, held: string | undefined): Sent {
  const etag = `"${createHash('sha256').update(sent.content).digest('base64url')}"`
  const names = (held ?? '').split(',').map((name) => name.trim().replace(/^W\//, ''))
  return { ...sent, status: names.includes(etag) ? 304 : 200, headers: { ...sent.headers, etag } }
}
