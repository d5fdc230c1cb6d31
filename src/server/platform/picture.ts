// Pictures that anybody may fetch: bytes with their own content type, the same for ever under their address.
import type { Static, TSchema } from 'typebox'
import type { PERMISSIONS } from '#domain/permission'
import { Problem } from '#domain/problem'
import type { Endpoint } from './endpoint.ts'
import { REFUSALS } from './reply-schema.ts'

/** Actions that anyone may do, and nothing of which is written down. */
type OpenAction = {
  [A in keyof typeof PERMISSIONS]: (typeof PERMISSIONS)[A] extends 'anyone' ? A : never
}[keyof typeof PERMISSIONS]

export interface PictureSpec<P extends TSchema> {
  /** Begins with `/api/open/`. */
  readonly url: string
  readonly action: OpenAction
  readonly params: P
  readonly perMinute: number
  find(params: Static<P>): Promise<{ readonly contentType: string; readonly bytes: Buffer } | null>
}

export function picture<P extends TSchema>({ url, action, params, perMinute, find }: PictureSpec<P>): Endpoint {
  return {
    method: 'GET',
    url,
    surface: 'open',
    action,
    register(app, platform) {
      app.route({
        method: 'GET',
        url,
        exposeHeadRoute: false,
        schema: { params, response: REFUSALS },
        ...(platform.rateLimits ? { config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } } : {}),
        async handler(request, reply) {
          const found = await find(request.params as Static<P>)
          if (!found) throw new Problem('request/not-found')
          return reply
            .header('cache-control', 'public, max-age=31536000, immutable')
            .header('content-disposition', 'inline')
            .type(found.contentType)
            .send(found.bytes)
        },
      })
    },
  }
}
