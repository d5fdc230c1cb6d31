import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectWritten, knownAs, lastLine, linesSince } from '../audit/written.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { KINDS, tryScenario } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { ENDPOINT_SCENARIOS } from './endpoints.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

test('[AC1] there is no endpoint that is not tried, by every kind of caller', () => {
  const registered = server.served().endpoints.map(({ method, url }) => `${method} ${url}`)
  for (const kind of KINDS) {
    const tried = ENDPOINT_SCENARIOS.filter(({ as }) => as === kind).map(({ method, url }) => `${method} ${url}`)
    expect(tried.sort(), kind).toEqual([...registered].sort())
  }
})

describe('[AC1] [AC4] [AU1] each endpoint answers whom it is for, tells nobody what is not theirs, and is written down', () => {
  test.each(ENDPOINT_SCENARIOS.map((scenario) => [scenario.title, scenario] as const))('%s', async (_, scenario) => {
    const before = await lastLine(server)
    await tryScenario(clinic, scenario)
    const { method, url, as, code } = scenario
    const action = server.served().endpoints.find((each) => each.method === method && each.url === url)?.action
    const via = `${method} ${url}`
    if (action) await expectWritten(server, before, { via, action, code, as: knownAs(as, via) })
  })
})

test('[RN7] of all that, the log knows ids and codes only', () => {
  for (const line of server.logLines) expect(line).not.toMatch(/zeph|quill|01632 ?96/i)
})

test('[AU3] of all that, the audit knows ids and codes only', async () => {
  const lines = await linesSince(server, 0)
  expect(lines.length).toBeGreaterThan(500)
  for (const line of lines) expect(JSON.stringify(line)).not.toMatch(/zeph|quill|01632 ?96|priya|example|three random/i)
})
