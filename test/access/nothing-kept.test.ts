import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEPT_COOKIE, SESSION_COOKIE, VISIT_COOKIE } from '../../src/server/platform/caller.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { guest, nextArrival, PASSWORD, patient } from '../people.ts'
import { addressOf, begin, personOf, signInAgain } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { ENDPOINT_SCENARIOS } from './endpoints.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** A browser that keeps no cookie at all: each request is its first. */
const keepsNothing = (method: 'GET' | 'POST', path: string, body?: unknown) =>
  fetch(server.url + path, {
    method,
    headers: { 'x-bedside': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const visits = async () => (await server.sql<{ count: string }>('select count(*) from visits'))[0]?.count

test('[P37] the first question gives a cookie, the second finds it', async () => {
  const browser = guest(server)
  browser.setCookie(KEPT_COOKIE, '1')
  expect((await browser.call('GET', '/api/open/kept')).body).toEqual({ kept: true })
  const first = await keepsNothing('GET', '/api/open/kept')
  expect(await first.json()).toEqual({ kept: false })
  expect(first.headers.get('set-cookie')).toMatch(new RegExp(`^${KEPT_COOKIE}=1;.*HttpOnly`))
  expect(await (await keepsNothing('GET', '/api/open/kept')).json()).toEqual({ kept: false })
})

test('[P37] an arrival from a browser that keeps no cookie makes no visit', async () => {
  const before = await visits()
  const door = `/api/open/areas/${clinic.area.slug}/visits`
  for (let again = 0; again < 2; again++) {
    const reply = await keepsNothing('POST', door, nextArrival())
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([409, 'access/nothing-kept'])
    expect(reply.headers.get('set-cookie')).toBeNull()
  }
  expect(await visits()).toBe(before)
  await patient(server, clinic.area)
  expect(Number(await visits())).toBe(Number(before) + 1)
})

test('[P37] no password is tried, and no device is met, for a browser that could not stay signed in', async () => {
  const { email } = clinic.here.me
  const before = await server.sql('select id from devices')
  const reply = await keepsNothing('POST', '/api/open/sign-in', { email, password: PASSWORD })
  expect(((await reply.json()) as { code: string }).code).toBe('access/nothing-kept')
  expect(await server.sql('select id from devices')).toEqual(before)
})

test('[P37] whichever endpoint gives a visit or a sign-in gives it to browsers that keep cookies alone', async () => {
  const opened = new Set<string>()
  for (const scenario of ENDPOINT_SCENARIOS.filter(
    ({ status, url }) => status === 200 && url.startsWith('/api/open/'),
  )) {
    const story = await begin(clinic, scenario.given)
    const person = personOf(story, scenario.as)
    const bringBack = person.rememberCookies()
    const before = [SESSION_COOKIE, VISIT_COOKIE].map(person.cookie)
    const url = addressOf(scenario.url, story)
    await person.call(scenario.method, url, scenario.body?.(story), scenario.headers)
    const gave = [SESSION_COOKIE, VISIT_COOKIE].map(person.cookie).some((value, at) => value && value !== before[at])
    bringBack()
    if (!gave) continue
    opened.add(`${scenario.method} ${scenario.url}`)
    const reply = await keepsNothing('POST', url, scenario.body?.(story))
    expect(((await reply.json()) as { code: string }).code, scenario.url).toBe('access/nothing-kept')
    if (scenario.endsSignIn) await signInAgain(clinic, scenario.as)
  }
  expect([...opened]).toEqual(expect.arrayContaining(['POST /api/open/areas/:slug/visits', 'POST /api/open/sign-in']))
}, 120_000)

test('[P36] for somebody else the visit of this browser ends, and its cookie opens nothing any more', async () => {
  const person = await patient(server, clinic.area)
  const secret = person.cookie(VISIT_COOKIE) ?? ''
  expect((await person.call('POST', '/api/patient/visit/forget', {})).status).toBe(200)
  expect(person.cookie(VISIT_COOKIE)).toBeUndefined()
  expect((await person.call('GET', '/api/patient/visit')).code).toBe('access/sign-in-needed')
  const [row] = await server.sql<{ status: string; outcome: string }>(
    'select status, outcome from visits where id = $1',
    [person.visitId],
  )
  expect(row).toEqual({ status: 'ended', outcome: 'left' })
  // Once more, as after a lost reply: of a visit that is over it is no fault.
  person.setCookie(VISIT_COOKIE, secret)
  expect((await person.call('POST', '/api/patient/visit/forget', {})).status).toBe(200)
})
