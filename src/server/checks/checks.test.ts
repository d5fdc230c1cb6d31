import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckPath } from '#contract/check'
import { openBrowser } from '../../../test/browser.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'

const TURN = {
  urls: ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'],
  secret: 'hush',
  lifetimeSeconds: 14_400,
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ ice: { stunUrls: ['stun:stun.example.org'], turn: TURN, policy: 'all' } })
})
afterAll(() => server.close())

const MARK = { 'x-bedside': '1' }
const BYTES = { ...MARK, 'content-type': 'application/octet-stream' }
const up = (body: BodyInit, headers: Record<string, string> = BYTES, at = server) =>
  fetch(`${at.url}/api/open/check/up`, { method: 'POST', headers, body })

describe('[CN10] the clock and the sign of life', () => {
  test('say that it is this product, and when', async () => {
    const response = await fetch(`${server.url}/api/open/check/ping`)
    expect(await response.json()).toEqual({ service: 'bedside', at: server.clock.now().getTime() })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('[CN11] bytes to take', () => {
  test('are three megabytes that nothing on the way can make smaller or keep', async () => {
    const response = await fetch(`${server.url}/api/open/check/down`, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.length).toBe(3 * 1024 * 1024)
    expect(gzipSync(bytes).length).toBeGreaterThan(bytes.length)
  })

  test('are never the same', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => Buffer.from(await (await fetch(`${server.url}/api/open/check/down`)).arrayBuffer())),
    )
    expect(one?.equals(other as Buffer)).toBe(false)
  })
})

describe('[CN12] bytes to give', () => {
  test('are counted and dropped', async () => {
    const response = await up(new Uint8Array(300_000))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ bytes: 300_000, ms: expect.any(Number) })
    expect((await openBrowser(server).call('POST', '/api/open/check/up')).body).toEqual({ bytes: 0, ms: 0 })
  })

  test('are refused beyond a megabyte, by their stated size and by what comes', async () => {
    const stated = await up(new Uint8Array(1024 * 1024 + 1))
    expect([stated.status, (await stated.json()).code]).toEqual([413, 'request/too-large'])
    const unstated = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    const request = { method: 'POST', headers: BYTES, body: unstated, duplex: 'half' } as RequestInit
    const answer = await fetch(`${server.url}/api/open/check/up`, request).then(
      (response) => response.status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(answer)
  })

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'are taken as bytes alone: %s is refused',
    async (type) => {
      const response = await up('{"a":1}', { ...MARK, 'content-type': type })
      expect([response.status, (await response.json()).code]).toEqual([400, 'request/invalid'])
    },
  )

  test('are taken from our own pages alone, and nowhere else', async () => {
    expect((await up('x', { 'content-type': 'application/octet-stream' })).status).toBe(403)
    const elsewhere = await fetch(`${server.url}/api/open/check/path`, { method: 'POST', headers: BYTES, body: 'x' })
    expect(elsewhere.status).toBe(400)
  })
})

describe('[CN13] the relay for a test', () => {
  const path = async (at: TestServer) =>
    (await openBrowser(at).call<CheckPath>('POST', '/api/open/check/path', {})).body

  test('is given for a minute, to nobody in particular, and without what relays nothing', async () => {
    const { iceServers } = await path(server)
    expect(iceServers.map(({ urls }) => urls)).toEqual([TURN.urls])
    const [expiry, holder] = iceServers[0]?.username?.split(':') ?? []
    expect(Number(expiry)).toBe(server.clock.now().getTime() / 1000 + 60)
    expect(holder).toMatch(/^check-\d$/)
    expect(iceServers[0]?.credential).not.toContain('hush')
    expect((await path(server)).iceServers[0]?.username).not.toBe(iceServers[0]?.username)
  })

  test('[CN16] comes under eight names in turn, however many ask and whenever, and no call has one of them', async () => {
    const names = new Set<string>()
    for (let at = 0; at < 24; at += 1) {
      const [{ username = '' } = {}] = (await path(server)).iceServers
      names.add(username.replace(/^\d+:/, ''))
      server.clock.advance(1000)
    }
    expect([...names].sort()).toEqual(Array.from({ length: 8 }, (_, at) => `check-${at}`))
  })

  test('is none where there is none', async () => {
    expect(await path(await serverForThisTest())).toEqual({ iceServers: [] })
  })
})

describe('[CN14] whoever asks for more than tests do is told to wait', () => {
  test.each([
    ['POST', 'path', 30],
    ['GET', 'down', 80],
    ['POST', 'up', 400],
  ] as const)('%s %s', async (method, name, perMinute) => {
    const limited = await serverForThisTest({ rateLimits: true })
    const headers = name === 'path' ? { ...MARK, 'content-type': 'application/json' } : BYTES
    const ask = () => statusOf(`${limited.url}/api/open/check/${name}`, method, headers, name === 'path' ? '{}' : '')
    for (let asked = 0; asked < perMinute; asked += 10)
      expect(await Promise.all(Array.from({ length: 10 }, ask))).toEqual(Array(10).fill(200))
    expect(await ask()).toBe(429)
  })
})

/** The answer's status; of its body no more is taken than has come by then. */
function statusOf(url: string, method: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

test('[CN15] nothing about anybody is logged or kept', async () => {
  const before = await server.sql<{ count: string }>(
    "select sum(n_live_tup + n_tup_ins)::text as count from pg_stat_user_tables where relname <> 'instance'",
  )
  const lines = server.logLines.length
  await Promise.all([up(new Uint8Array(1000)), openBrowser(server).call('POST', '/api/open/check/path', {})])
  expect(server.logLines.slice(lines)).toEqual([])
  const after = await server.sql<{ count: string }>(
    "select sum(n_live_tup + n_tup_ins)::text as count from pg_stat_user_tables where relname <> 'instance'",
  )
  expect(after).toEqual(before)
})
