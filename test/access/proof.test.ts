// Everything that can be asked, tried at a sign-in whose person proved long ago who they are.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needsProof, PROOF_MS } from '#domain/permission'
import { lastLine, linesSince } from '../audit/written.ts'
import { type Clinic, openClinic } from '../clinic.ts'
import { PASSWORD } from '../people.ts'
import { addressOf, begin, KINDS, personOf, type Scenario, type Story } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { ENDPOINT_SCENARIOS } from './endpoints.ts'

let server: TestServer
let clinic: Clinic
let story: Story
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
  story = await begin(clinic, 'waiting')
  server.clock.advance(PROOF_MS)
})
afterAll(() => server.close())

const actionOf = ({ method, url }: Pick<Scenario, 'method' | 'url'>) => {
  const action = server.served().endpoints.find((each) => each.method === method && each.url === url)?.action
  if (!action) throw new Error('no such endpoint')
  return action
}

/** Refused for another reason first: to those it says nothing of a proof. */
const NOT_THEIRS = ['access/sign-in-needed', 'access/not-allowed']
const scenarios = ENDPOINT_SCENARIOS.filter(({ url, endsSignIn }) => url.startsWith('/api/staff/') && !endsSignIn)

describe('[PF1] a sign-in that was proved five minutes ago', () => {
  test('these endpoints want a proof, and no others', () => {
    const proving = server.served().endpoints.filter(({ action }) => needsProof(action))
    expect(proving.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'POST /api/staff/account/calendar',
      'POST /api/staff/break-glass',
      'POST /api/staff/factors/authenticator',
      'POST /api/staff/factors/authenticator/confirm',
      'POST /api/staff/factors/authenticator/remove',
      'POST /api/staff/factors/passkeys',
      'POST /api/staff/factors/passkeys/:passkeyId/remove',
      'POST /api/staff/factors/passkeys/confirm',
      'POST /api/staff/factors/recovery-codes',
      'POST /api/staff/people/:personId/disconnect',
      'POST /api/staff/people/:personId/reset-factors',
      'POST /api/staff/provider/connect',
      'PUT /api/staff/account/calendar',
      'PUT /api/staff/factors/passkeys/:passkeyId',
    ])
  })

  test.each(KINDS)('as %s gets that from each of them that is theirs to ask', async (kind) => {
    const person = personOf(story, kind)
    for (const one of scenarios.filter((each) => each.as === kind && needsProof(actionOf(each)))) {
      const before = await lastLine(server)
      const reply = await person.call(one.method, addressOf(one.url, story), one.body?.(story), one.headers)
      const theirs = !(one.code && NOT_THEIRS.includes(one.code))
      expect(reply.code === 'session/proof-needed', `${one.method} ${one.url}`).toBe(theirs)
      if (!theirs) continue
      expect(reply.status).toBe(403)
      expect((await linesSince(server, before)).at(-1)).toMatchObject({ code: 'session/proof-needed' })
    }
  })

  // As an administrator, so that nothing else refuses.
  const others = scenarios.filter(({ as, url }) => as === 'administrator' && !/staff.(proof|unlock)/.test(url))
  test.each(others.map((one) => [`${one.method} ${one.url}`, one] as const))('%s wants none', async (_, one) => {
    if (needsProof(actionOf(one))) return
    const bringBack = clinic.administrator.rememberCookies()
    const reply = await clinic.administrator.call(one.method, addressOf(one.url, story), one.body?.(story), one.headers)
    bringBack()
    expect(reply.code).not.toBe('session/proof-needed')
  })

  test('is told by what it can be proved, and after that goes on', async () => {
    const reset = () => clinic.here.call('POST', '/api/staff/factors/authenticator', {})
    const refused = await reset()
    expect(refused.body).toMatchObject({
      detail: { password: true, authenticator: false, passkey: false, provider: false },
    })
    expect((await clinic.here.call('POST', '/api/staff/proof/password', { password: PASSWORD })).status).toBe(200)
    expect((await reset()).status).toBe(200)
  })
})
