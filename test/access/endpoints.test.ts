import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('[AC1] [AC4] each endpoint answers whom it is for, and tells nobody what is not theirs', () => {
  test.each(ENDPOINT_SCENARIOS.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) =>
    tryScenario(clinic, scenario),
  )
})

test('[RN7] of all that, the log knows ids and codes only', () => {
  for (const line of server.logLines) expect(line).not.toMatch(/zeph|quill|01632/i)
})
