import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROBLEM_STATUS } from '#domain/problem'
import { ENDPOINT_SCENARIOS } from '../access/endpoints.ts'
import type { Reply } from '../browser.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { addressOf, begin, personOf, signInAgain } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { mutants, NASTY_SEGMENTS } from './nasty.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** For each endpoint somebody who gets through to it; those that answer nobody so are tried as anybody. */
const THROUGH = [...new Set(ENDPOINT_SCENARIOS.map(({ method, url }) => `${method} ${url}`))].map((name) => {
  const tries = ENDPOINT_SCENARIOS.filter(({ method, url }) => `${method} ${url}` === name)
  const found =
    tries.find(({ status, as }) => status === 200 && as !== 'guest') ??
    tries.find(({ status }) => status !== 401) ??
    tries[0]
  if (!found) throw new Error(name)
  return found
})

function expectHonest(reply: Reply<Record<string, unknown>>, sent: unknown): void {
  const about = JSON.stringify(sent)?.slice(0, 200) ?? 'nothing'
  expect(reply.status, about).toBeLessThan(500)
  if (reply.status === 200) return
  expect(reply.headers.get('content-type'), about).toContain('application/problem+json')
  expect(PROBLEM_STATUS, about).toHaveProperty([reply.code ?? ''], reply.status)
  expect(Object.keys(reply.body).sort(), about).toEqual(['code', 'detail', 'status', 'title', 'type'])
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 20) await Promise.all(items.slice(at, at + 20).map(work))
}

describe('[PR2] whatever a body holds, it is refused or understood, and never a fault', () => {
  test.each(
    THROUGH.filter(({ body }) => body).map((scenario) => [`${scenario.method} ${scenario.url}`, scenario] as const),
  )('%s', async (_, scenario) => {
    const story = await begin(clinic, scenario.given)
    const person = personOf(story, scenario.as)
    const bringBack = person.rememberCookies()
    await inBatches(mutants(scenario.body?.(story)), async (body) => {
      expectHonest(await person.call(scenario.method, addressOf(scenario.url, story), JSON.stringify(body)), body)
    })
    bringBack()
    if (scenario.endsSignIn) await signInAgain(clinic, scenario.as)
  })
})

describe('[PR2] whatever stands in an address, it is refused and not repeated', () => {
  test.each(
    THROUGH.filter(({ url }) => url.includes(':')).map(
      (scenario) => [`${scenario.method} ${scenario.url}`, scenario] as const,
    ),
  )('%s', async (_, scenario) => {
    const story = await begin(clinic, scenario.given)
    const person = personOf(story, scenario.as)
    for (const segment of NASTY_SEGMENTS) {
      const reply = await person.call(scenario.method, addressOf(scenario.url, story, segment), scenario.body?.(story))
      expectHonest(reply, segment)
      // Before a message that is not there stands nothing.
      const nothing = scenario.url.includes('/messages/before/') && reply.text === '{"messages":[]}'
      if (!nothing) expect([400, 404], segment).toContain(reply.status)
      expect(reply.text).not.toContain(segment)
    }
  })

  test('the page of a waiting area', async () => {
    for (const segment of NASTY_SEGMENTS) {
      const response = await fetch(`${server.url}/at/${segment}`)
      expect([400, 404], segment).toContain(response.status)
      expect(await response.text()).not.toContain(segment)
    }
  })
})

test('[PR2] whatever stands in a cookie, its bearer is a guest', async () => {
  const values = [...NASTY_SEGMENTS.map((id) => `${id}.x`), ...NASTY_SEGMENTS, '.', '..', '"', `${'0'.repeat(36)}.%00`]
  for (const value of values.filter((each) => each.length < 4000))
    for (const side of ['patient', 'staff']) {
      const response = await fetch(`${server.url}/api/${side}/${side === 'patient' ? 'visit' : 'me'}`, {
        headers: { cookie: `bedside_visit=${value}; bedside_session=${value}` },
      })
      expect(response.status, value).toBe(401)
    }
})

test('[PR2] of all that nothing was a fault, and the server is well', async () => {
  expect(server.logLines.filter((line) => line.includes('"fault"'))).toEqual([])
  expect((await fetch(`${server.url}/api/open/health`)).status).toBe(200)
})
