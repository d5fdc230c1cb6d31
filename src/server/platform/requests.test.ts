import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { nextArrival, patient } from '../../../test/people.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { KEPT_COOKIE } from './caller.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const JSON_HEADERS = { 'content-type': 'application/json', 'x-bedside': '1' }
const post = (path: string, body: string, headers: Record<string, string> = JSON_HEADERS) =>
  fetch(server.url + path, { method: 'POST', body, headers })

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  return (await response.json()) as Record<string, unknown>
}

describe('refusals', () => {
  test('[PR1] are problems in the sense of RFC 9457, with a code from the closed list', async () => {
    const response = await fetch(`${server.url}/api/open/areas/no-such-area`)
    expect(response.status).toBe(404)
    expect(await problem(response)).toEqual({
      type: 'urn:bedside:problem:area/not-found',
      title: 'area/not-found',
      status: 404,
      code: 'area/not-found',
      detail: {},
    })
  })

  test.each([
    ['GET', '/api/open/nothing'],
    ['GET', '/nothing'],
    ['GET', '/assets/nothing.js'],
    ['POST', '/api/open/health'],
    ['DELETE', '/api/patient/visit'],
  ])('[PR4] %s %s: not found', async (method, path) => {
    const response = await fetch(server.url + path, { method, headers: { 'x-bedside': '1' } })
    expect(response.status).toBe(404)
    expect((await problem(response)).code).toBe('request/not-found')
  })

  test.each(['{', '', '{"token":}', 'null,', '[1,2', '\0', '{"a":"\ud800'])('[PR4] %j is no JSON', async (body) => {
    const response = await post('/api/open/sample', body)
    expect([response.status, (await problem(response)).code]).toEqual([400, 'request/invalid'])
  })

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'x',
  ])('[PR4] a body as %s is refused', async (type) => {
    const response = await post('/api/open/sample', '{"token":"x"}', { ...JSON_HEADERS, 'content-type': type })
    expect([response.status, (await problem(response)).code]).toEqual([400, 'request/invalid'])
  })

  test('[PR3] a body beyond half a megabyte is refused by its size, before it is read', async () => {
    const response = await post('/api/open/sample', JSON.stringify({ token: 'x'.repeat(513 * 1024) }))
    expect([response.status, (await problem(response)).code]).toEqual([413, 'request/too-large'])
  })

  test('[PR6] what is nested without end is refused', async () => {
    for (const deep of [
      '['.repeat(100_000) + ']'.repeat(100_000),
      `{"token":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    ]) {
      const response = await post('/api/open/sample', deep)
      expect([response.status, (await problem(response)).code]).toEqual([400, 'request/invalid'])
    }
  })

  test('[PR9] too many requests from one address: 429 with when to come back', async () => {
    const limited = await serverForThisTest({ rateLimits: true })
    const attempt = () => openBrowser(limited).call('POST', '/api/open/setup', { token: 'x' })
    const replies = []
    for (let count = 0; count < 21; count++) replies.push(await attempt())
    expect(replies.slice(0, 20).every(({ status }) => status === 400)).toBe(true)
    const last = replies[20]
    expect([last?.status, last?.code]).toEqual([429, 'request/too-many'])
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last?.headers.get('content-type')).toContain('application/problem+json')
    expect((await openBrowser(limited).call('GET', '/api/open/health')).status).toBe(200)
  })
})

describe('[AC6] requests that other sites make', () => {
  const arrive = (headers: Record<string, string>) =>
    post(`/api/open/areas/${clinic.area.slug}/visits`, JSON.stringify(nextArrival()), {
      cookie: `${KEPT_COOKIE}=1`,
      'content-type': 'application/json',
      ...headers,
    })

  test.each<[Record<string, string>, string]>([
    [{}, 'a form of another site'],
    [{ 'x-bedside': '' }, 'an empty mark'],
    [{ 'x-bedside': '1', 'sec-fetch-site': 'cross-site' }, 'another site, as the browser says'],
    [{ 'x-bedside': '1', 'sec-fetch-site': 'same-site' }, 'a neighbour under the same domain'],
    [{ 'x-bedside': '1', 'sec-fetch-site': 'none' }, 'no page at all'],
    [{ 'x-bedside': '1', origin: 'https://elsewhere.example' }, 'another site, as an old browser says'],
    [{ 'x-bedside': '1', origin: 'null' }, 'a page that hides from where it is'],
  ])('%o is refused: %s', async (headers) => {
    const response = await arrive(headers)
    expect([response.status, (await problem(response)).code]).toEqual([403, 'access/cross-site'])
  })

  test('our own pages get through', async () => {
    expect((await arrive({ 'x-bedside': '1', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await arrive({ 'x-bedside': '1', origin: server.url })).status).toBe(200)
  })

  test('no reply may be read by another site', async () => {
    const response = await fetch(`${server.url}/api/open/instance`, {
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('no socket is opened from another site', async () => {
    const person = await patient(server, clinic.area)
    const foreign = { headers: { origin: 'https://elsewhere.example' } }
    for (const transports of [['websocket'], ['polling']] as const)
      await expect(person.socket({ ...foreign, transports })).rejects.toThrow()
    for (const origin of ['null', 'not an address'])
      await expect(person.socket({ headers: { origin } })).rejects.toThrow()
    const own = await person.socket({ headers: { origin: server.url } })
    expect(own.connected).toBe(true)
  })
})

describe('[AC7] what every reply says to the browser', () => {
  test.each(['/', '/staff', '/staff/visits/x', '/setup', '/sample', '/at/knee-clinic', '/api/open/instance'])(
    '%s',
    async (path) => {
      const { headers, status } = await fetch(server.url + path)
      expect(status).toBe(200)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )
})
