// Everything that can be asked, tried by somebody whose pages are locked.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayWhileLocked } from '#domain/permission'
import { type Clinic, openClinic } from '../clinic.ts'
import { addressOf, begin, forbidden, type Scenario } from '../scenarios.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { ENDPOINT_SCENARIOS } from './endpoints.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const setLocked = (locked: boolean) =>
  server.sql('update sessions set locked_at = $2 where person_id = $1', [
    clinic.here.me.personId,
    locked ? server.clock.now() : null,
  ])

const onSurface = (scenario: Scenario) => scenario.as === 'practitioner here' && scenario.url.startsWith('/api/staff/')
const actionOf = ({ method, url }: Scenario) =>
  server.served().endpoints.find((each) => each.method === method && each.url === url)?.action

describe('[LK2] a locked sign-in gets nothing but its way back and its way out', () => {
  test.each(ENDPOINT_SCENARIOS.filter(onSurface).map((one) => [`${one.method} ${one.url}`, one] as const))(
    '%s',
    async (_, scenario) => {
      const action = actionOf(scenario)
      if (!action) throw new Error('no such endpoint')
      // What is let through is asked for what it shows in its own tests.
      if (mayWhileLocked(action)) return expect(action).toMatch(/^session\.(lock|unlock|end)$/)
      const story = await begin(clinic, scenario.given)
      await setLocked(true)
      const path = addressOf(scenario.url, story)
      const reply = await clinic.here.call(scenario.method, path, scenario.body?.(story), scenario.headers)
      await setLocked(false)
      expect([reply.status, reply.code]).toEqual([401, 'session/locked'])
      for (const text of [...forbidden(story, 'auditor')]) expect(reply.text).not.toContain(text)
    },
  )

  test('what the table lets through is this, and no more', () => {
    const actions = new Set(ENDPOINT_SCENARIOS.filter(onSurface).map(actionOf))
    const through = [...actions].filter((action) => action && mayWhileLocked(action))
    expect(through.sort()).toEqual(['session.end', 'session.lock', 'session.unlock'])
  })
})

describe('[LK3] a locked page', () => {
  test('opens its connection and is shown that somebody waits, not who', async () => {
    const story = await begin(clinic, 'waiting')
    await setLocked(true)
    const page = await clinic.here.socket()
    const answer = await page.ask({ type: 'staff.open', pageId: page.pageId })
    await setLocked(false)
    expect(answer.locked).toBe(true)
    expect(answer.areas.flatMap(({ visits }) => visits.map(({ id }) => id))).toContain(story.subject.visitId)
    for (const trace of [...story.subject.traces, ...story.bystander.traces])
      expect(JSON.stringify(answer)).not.toContain(trace)
  })

  test.each([
    ['call.prepare', (visitId: string) => ({ type: 'call.prepare', visitId }) as const],
    [
      'call.camera-request',
      () =>
        ({
          type: 'call.camera-request',
          visitId: randomUUID(),
          callId: randomUUID(),
          to: randomUUID(),
          ask: { id: randomUUID(), kind: 'torch-on' },
        }) as const,
    ],
    ['call.attach', (visitId: string) => ({ type: 'call.attach', visitId, callId: null, claim: true }) as const],
  ])('says no more than that: %s', async (_, said) => {
    const { subject } = await begin(clinic, 'being seen')
    const page = await clinic.here.socket()
    await page.ask({ type: 'staff.open', pageId: page.pageId })
    await setLocked(true)
    const answer = await page.say(said(subject.visitId))
    await setLocked(false)
    expect(answer).toMatchObject({ ok: false, code: 'session/locked' })
  })
})
