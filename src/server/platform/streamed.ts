// Long replies to staff that are made while they are sent, such as a table of a year. Each demands an action, as
// `endpoint()` does, and is written down before its first piece goes out.
import { Readable } from 'node:stream'
import type { Static, TSchema } from 'typebox'
import type { Action } from '#domain/permission'
import { Problem } from '#domain/problem'
import { ensureMay } from './access.ts'
import { subjectOf, whoOf } from './audit/audited-request.ts'
import { identify, type Staff } from './caller.ts'
import type { Endpoint } from './endpoint.ts'
import { REFUSALS } from './reply-schema.ts'

export interface StreamedSpec<Q extends TSchema> {
  /** Begins with `/api/staff/`. */
  readonly url: string
  readonly action: Action
  readonly query: Q
  readonly type: string
  /** What the browser keeps it as. */
  readonly fileName: string
  readonly perMinute: number
  /** Throws a problem for what the schema cannot tell, while it can still be answered. */
  check(query: Static<Q>): void
  pieces(input: { readonly caller: Staff; readonly query: Static<Q> }): AsyncGenerator<string>
}

export function streamed<Q extends TSchema>(spec: StreamedSpec<Q>): Endpoint {
  const { url, action } = spec
  return {
    method: 'GET',
    url,
    surface: 'staff',
    action,
    register(app, platform) {
      app.route({
        method: 'GET',
        url,
        exposeHeadRoute: false,
        schema: { querystring: spec.query, response: REFUSALS },
        ...(platform.rateLimits ? { config: { rateLimit: { max: spec.perMinute, timeWindow: 60_000 } } } : {}),
        async handler(request, reply) {
          const caller = await identify(platform.db, 'staff', request.cookies, platform.now())
          const query = request.query as Static<Q>
          const subject = subjectOf(caller, action, {}, {})
          const deed = { who: whoOf(caller), action, via: `GET ${url}`, address: request.address, subject }
          const staff = await platform.audit.during(deed, async () => {
            await ensureMay(platform.db, caller, action, {})
            if (caller.kind !== 'staff') throw new Problem('access/sign-in-needed')
            spec.check(query)
            return caller
          })
          return reply
            .type(spec.type)
            .header('content-disposition', `attachment; filename="${spec.fileName}"`)
            .send(Readable.from(spec.pieces({ caller: staff, query })))
        },
      })
    },
  }
}
