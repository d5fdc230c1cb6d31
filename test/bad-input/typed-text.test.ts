import { afterAll, beforeAll, expect, test } from 'vitest'
import { OwnPasswordBody } from '#contract/account'
import { PasskeyAddBody } from '#contract/factors'
import { SetupBody, SignInBody } from '#contract/people'
import { LinkPasswordBody } from '#contract/people-admin'
import { GroupRulesBody } from '#contract/provider'
import { ClientMessage } from '#contract/realtime'
import { UnlockBody } from '#contract/sign-ins'
import { keptBy, sanitizeInput } from '../../src/server/platform/outside.ts'
import { ENDPOINT_SCENARIOS } from '../access/endpoints.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { addressOf, begin, personOf, signInAgain } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** What a provider calls its groups stays to the letter. */
const GROUPS = '/api/staff/sign-in-settings/groups'
const MARKS = '\u202e\u200b'

/** Every typed text of `body` with marks in it that nobody sees; what a schema forbids them in is refused, and that is right. */
function marked(body: unknown): unknown {
  // Ids and words of a closed list are no text that anybody types.
  if (typeof body === 'string') return /[A-Z ]/.test(body) ? `${MARKS}${body}${MARKS}` : body
  if (typeof body !== 'object' || body === null) return body
  if (Array.isArray(body)) return body.map(marked)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, marked(value)]))
}

test('[AR9] whatever is sent to whichever endpoint, no table holds a character that nobody sees', async () => {
  const names = new Set<string>()
  const taken = ENDPOINT_SCENARIOS.filter(({ body, status, url }) => body && status === 200 && url !== GROUPS)
  for (const scenario of taken) {
    const story = await begin(clinic, scenario.given)
    const person = personOf(story, scenario.as)
    const bringBack = person.rememberCookies()
    const body = JSON.stringify(marked(scenario.body?.(story)))
    const reply = await person.call(scenario.method, addressOf(scenario.url, story), body)
    expect(reply.status, `${scenario.method} ${scenario.url}`).toBeLessThan(500)
    expect(reply.text).not.toMatch(/[\u202e\u200b]/)
    if (reply.status === 200) names.add(`${scenario.method} ${scenario.url}`)
    bringBack()
    if (scenario.endsSignIn) await signInAgain(clinic, scenario.as)
  }
  // Cleaned, they are what they were, and were taken.
  for (const name of ['POST /api/open/areas/:slug/visits', 'POST /api/patient/messages', 'PUT /api/staff/account/name'])
    expect([...names]).toContain(name)
  const columns = await server.sql<{ name: string; column: string }>(
    `select c.table_name as name, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'character varying')`,
  )
  expect(columns.length).toBeGreaterThan(40)
  for (const { name, column } of columns) {
    const found = await server.sql(`select 1 from "${name}" where "${column}"::text ~ '[\u202e\u200b]' limit 1`)
    expect(found, `${name}.${column}`).toEqual([])
  }
}, 240_000)

test('[AR9] passwords, secrets and what programs tell each other stay to the letter, and nothing else does', () => {
  expect(keptBy(SignInBody)).toEqual({ password: true })
  expect(keptBy(OwnPasswordBody)).toEqual({ password: true, next: true })
  expect(keptBy(UnlockBody)).toEqual({ password: true })
  expect(keptBy(SetupBody)).toEqual({ token: true, password: true })
  expect(keptBy(LinkPasswordBody)).toEqual({ token: true, password: true })
  expect(keptBy(GroupRulesBody)).toEqual({ rules: { '*': { group: true } } })
  expect(keptBy(PasskeyAddBody)).not.toHaveProperty('name')
  const signal = ClientMessage.anyOf.find(({ properties }) => properties.type.const === 'call.signal')
  const candidate = { candidate: true, sdpMid: true, usernameFragment: true }
  expect(keptBy(signal)).toEqual({ payload: { description: { sdp: true, answers: true }, candidate } })

  const sdp = 'v=0\r\na=x\u200b\r\n'
  const said = { type: 'call.signal', callId: 'a\u200b', payload: { description: { type: 'offer', sdp } } }
  expect(sanitizeInput(said, keptBy(signal))).toEqual({
    type: 'call.signal',
    callId: 'a',
    payload: { description: { type: 'offer', sdp } },
  })
  const typed = { email: '\u200eada@x.example\u200b', password: ' \u00adcafe\u0301\u200b\r\n', more: 'e\u0301' }
  expect(sanitizeInput(typed, keptBy(SignInBody))).toEqual({
    email: 'ada@x.example',
    password: ' \u00adcafe\u0301\u200b\r\n',
    more: 'é',
  })
})

test('[AR9] a password counts to the letter, from the set-up to the sign-in', async () => {
  const password = 'three \u200bra\u0301ndom words'
  const changed = await clinic.here.call('PUT', '/api/staff/account/password', {
    password: 'three random words',
    next: password,
  })
  expect(changed.status, changed.text).toBe(200)
  const tried = (each: string) =>
    clinic.elsewhere.call('POST', '/api/open/sign-in', { email: ` \u200b${clinic.here.me.email}`, password: each })
  expect((await tried('three rándom words')).code).toBe('access/wrong-sign-in')
  expect((await tried(password)).status).toBe(200)
})

test.each([
  ['a space', ' '],
  ['a filler of Hangul', '\u3164'],
  ['an empty Braille pattern', '\u2800'],
  ['a mark without a letter', '\u0301'],
  ['a zero width', '\u200b'],
])('[AR10] %s is no name, for patients and staff alike', async (_, nothing) => {
  const body = {
    firstName: nothing,
    lastName: 'Quill',
    dateOfBirth: '1950-01-01',
    phone: '01632 960001',
    consent: true,
  }
  const door = `/api/open/areas/${clinic.area.slug}/visits`
  const arrived = await clinic.here.call('POST', door, { ...body, picture: 'none', sound: 'none', phoneMe: false })
  expect([arrived.code, (arrived.body as { detail?: unknown }).detail]).toEqual([
    'arrival/details-missing',
    { field: 'firstName' },
  ])
  const renamed = await clinic.administrator.call('PUT', '/api/staff/account/name', { name: nothing })
  expect(renamed.code).toBe('request/invalid')
})
