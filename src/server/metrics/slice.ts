// `GET /metrics`, for whoever holds the token. It is no endpoint of the surface: no person calls it and no cookie counts.
import type { FastifyInstance } from 'fastify'
import { Problem } from '#domain/problem'
import { fingerprint, same } from '../platform/secrets.ts'
import { type MeterDeps, openMeter } from './meter.ts'

/** `token`: null switches it off, and nothing is counted. */
export function serveMetrics(app: FastifyInstance, deps: MeterDeps, token: string | null): void {
  if (token === null) return
  const meter = openMeter(deps)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    meter.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
  const expected = fingerprint(`Bearer ${token}`)
  app.get('/metrics', { exposeHeadRoute: false }, async (request, reply) => {
    if (!same(fingerprint(request.headers.authorization ?? ''), expected)) throw new Problem('access/sign-in-needed')
    return reply
      .header('cache-control', 'no-store')
      .type(meter.contentType)
      .send(await meter.read())
  })
}
