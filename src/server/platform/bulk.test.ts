import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readAddress } from './addresses.ts'
import type { Audit } from './audit/open.ts'
import { type BulkLimits, randomFile, Taken } from './bulk.ts'
import { cookieNames } from './cookies.ts'
import type { Db } from './db.ts'
import { endpoint } from './endpoint.ts'
import { FILE } from './file-reply.ts'
import { guard } from './guard.ts'
import { openPace } from './pace.ts'

const MB = 1024 * 1024
/** More than the buffers between two ends hold: who does not read holds it up. */
const LARGE: BulkLimits = {
  mostBytes: 64 * MB,
  mostMs: 60_000,
  atOnce: 2,
  atOnceOfOne: 2,
}
const OCTETS = 'Content-Type: application/octet-stream\r\n'
const log = { info() {}, warn() {}, error() {} }
/** Nothing is written down of what nobody is concerned by. */
const audit = { during: (_: unknown, work: () => Promise<unknown>) => work() } as Audit
const cookies = cookieNames(false)
const platform = { db: {} as Db, audit, now: () => new Date(), rateLimits: false, pace: openPace(() => 0), cookies }

let app: FastifyInstance
/** `perMinute`: how many requests are allowed; without, there is no limit. */
async function open(limits: Partial<BulkLimits>, perMinute: number | null = null): Promise<number> {
  const bulk = { ...LARGE, ...limits }
  const spec = { surface: 'open', action: 'check.run', bulk, ...(perMinute === null ? {} : { perMinute }) } as const
  const limited = { ...platform, rateLimits: perMinute !== null }
  app = Fastify() as unknown as FastifyInstance
  await guard(app, { log, rateLimits: perMinute !== null, cookies, addressOf: readAddress(false) })
  const handle = async () => randomFile(bulk.mostBytes)
  endpoint({ ...spec, method: 'GET', url: '/api/open/give', reply: FILE, handle }).register(app, limited)
  endpoint({
    ...spec,
    method: 'POST',
    url: '/api/open/take',
    body: Taken,
    reply: Taken,
    handle: async ({ body }) => body,
  }).register(app, limited)
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}
afterEach(async () => {
  app.server.closeAllConnections()
  await app.close()
})

async function give(port: number): Promise<IncomingMessage> {
  const asked = request({ port, path: '/api/open/give', agent: false }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  return response
}

describe('[CN14] heaps of bytes have their ends', () => {
  test('[CN17] who takes nothing, or sends nothing, denies nobody a place', async () => {
    const port = await open({})
    const idle = await Promise.all([give(port), give(port)])
    const ended = idle.map(() => false)
    idle.forEach((response, at) => {
      response.once('error', () => {})
      response.once('close', () => {
        ended[at] = true
      })
    })
    // As soon as they have had their chance.
    await vi.waitUntil(
      async () => {
        const next = await give(port)
        if (next.statusCode !== 200) next.resume()
        return next.statusCode === 200
      },
      { timeout: 20_000 },
    )
    for (const response of idle) response.resume()
    await vi.waitUntil(() => ended.includes(true), { timeout: 20_000 })
    const begun = [0, 1].map(() => {
      const line = connect(port, '127.0.0.1')
      line.on('error', () => {})
      line.write(`POST /api/open/take HTTP/1.1\r\nHost: x\r\nX-Bedside: 1\r\n${OCTETS}Content-Length: 9\r\n\r\nx`)
      return once(line, 'close')
    })
    const headers = { 'x-bedside': '1', 'content-type': 'application/octet-stream' }
    const send = () => fetch(`http://127.0.0.1:${port}/api/open/take`, { method: 'POST', headers, body: 'all of it' })
    await vi.waitUntil(async () => (await send()).status === 200, { timeout: 20_000 })
    await Promise.race(begun)
  }, 60_000)

  test('[CN17] whoever asks more often than they may takes nobody’s place', async () => {
    const port = await open({ atOnceOfOne: 1 }, 1)
    const line = connect(port, '127.0.0.1')
    line.on('error', () => {})
    const ended = once(line, 'close').then(() => 'ended')
    line.write(`POST /api/open/take HTTP/1.1\r\nHost: x\r\nX-Bedside: 1\r\n${OCTETS}Content-Length: 2\r\n\r\nx`)
    const headers = { 'x-bedside': '1', 'content-type': 'application/octet-stream' }
    const refused = async () =>
      (await fetch(`http://127.0.0.1:${port}/api/open/take`, { method: 'POST', headers, body: 'x' })).status
    // Beyond the moment for which nobody is called slow.
    const until = performance.now() + 1500
    while (performance.now() < until) {
      expect(await refused()).toBe(429)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    line.write('x')
    const answered = once(line, 'data').then(([said]) => String(said).slice(0, 15))
    expect(await Promise.race([answered, ended])).toBe('HTTP/1.1 200 OK')
    line.destroy()
  })

  test('whoever takes nothing is left when the time is up, and leaves its place', async () => {
    const port = await open({ mostMs: 300, atOnce: 1 })
    const reader = await give(port)
    await vi.waitUntil(async () => {
      const next = await give(port)
      next.destroy()
      return next.statusCode === 200
    })
    let bytes = 0
    reader.on('data', (piece: Buffer) => {
      bytes += piece.length
    })
    await once(reader, 'close').catch(() => undefined)
    expect(bytes).toBeLessThan(LARGE.mostBytes)
  })

  test('whoever says beforehand that it will be too much is refused before any of it is sent', async () => {
    const port = await open({ mostBytes: 1000 })
    const headers = { 'x-bedside': '1', 'content-type': 'application/octet-stream', 'content-length': '1001' }
    const asked = request({ port, path: '/api/open/take', method: 'POST', headers, agent: false })
    asked.flushHeaders()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(413)
    asked.destroy()
  })

  test('whoever sends slowly is cut off when the time is up, and leaves its place', async () => {
    const port = await open({ mostMs: 300, atOnce: 1 })
    const headers = [
      'Host: bedside.test',
      'X-Bedside: 1',
      'Content-Type: application/octet-stream',
      'Content-Length: 9',
    ]
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST /api/open/take HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\nx`)
    socket.resume()
    await once(socket, 'close')
    const next = await fetch(`http://127.0.0.1:${port}/api/open/take`, {
      method: 'POST',
      headers: { 'x-bedside': '1', 'content-type': 'application/octet-stream' },
      body: 'all of it',
    })
    expect(await next.json()).toEqual({ bytes: 9, ms: expect.any(Number) })
  })
})
