import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import type { LockView, SignInList } from '#contract/sign-ins'
import type { JoinReply } from '#contract/visit'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole, patientIn } from '../../../test/clinic.ts'
import { PASSWORD, patient, practitioner, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'

const MINUTE = 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ locks: true })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
type Somebody = Awaited<ReturnType<typeof somebody>>
const me = (person: Pick<Somebody, 'call'>) => person.call<Me>('GET', '/api/staff/me')
const unlock = (person: Somebody, password = PASSWORD) => person.call<Me>('POST', '/api/staff/unlock', { password })

describe('[LK1] nobody there', () => {
  test('for fifteen minutes locks, to the second; being there puts it off', async () => {
    const person = await somebody('Ida Still')
    server.clock.advance(10 * MINUTE)
    expect((await person.call('POST', '/api/staff/active', {})).status).toBe(200)
    server.clock.advance(15 * MINUTE - 1)
    expect((await me(person)).status).toBe(200)
    server.clock.advance(1)
    expect((await me(person)).code).toBe('session/locked')
    // Whoever comes back now is not there: they could be anybody.
    expect((await person.call('POST', '/api/staff/active', {})).code).toBe('session/locked')
    expect((await me(person)).code).toBe('session/locked')
  })

  test('asking for things is not being there', async () => {
    const person = await somebody('Ida Asking')
    for (let minute = 0; minute < 15; minute += 5) {
      expect((await me(person)).status).toBe(200)
      server.clock.advance(5 * MINUTE)
    }
    expect((await me(person)).code).toBe('session/locked')
  })

  test('[LK7] the organisation chooses the time, within limits', async () => {
    const administrator = await signIn(server, clinic.administrator.me.email)
    const set = (idleMinutes: number) => administrator.call<Me>('PUT', '/api/staff/settings/idle', { idleMinutes })
    expect((await set(4)).code).toBe('request/invalid')
    expect((await set(61)).code).toBe('request/invalid')
    expect((await set(5)).body.idleMinutes).toBe(5)
    const person = await somebody('Ida Five')
    server.clock.advance(5 * MINUTE)
    expect((await me(person)).code).toBe('session/locked')
    await unlock(administrator)
    expect((await set(15)).body.idleMinutes).toBe(15)
  })
})

describe('[LK6] unlocking', () => {
  test('with the password of whoever it is, which changes the secret of the sign-in', async () => {
    const person = await somebody('Una Lock')
    await person.call('POST', '/api/staff/lock', {})
    expect((await me(person)).code).toBe('session/locked')
    expect((await person.call<LockView>('GET', '/api/staff/lock')).body).toEqual({
      name: 'Una Lock',
      organisationName: 'Harbour Health',
      sample: false,
      locked: true,
      hasPassword: true,
    })
    expect((await unlock(person, 'wrong password')).code).toBe('session/wrong-password')
    const before = person.cookie(SESSION_COOKIE) ?? ''
    expect((await unlock(person)).body.name).toBe('Una Lock')
    expect(person.cookie(SESSION_COOKIE)).not.toBe(before)
    expect((await me(person)).status).toBe(200)
    const old = openBrowser(server)
    old.setCookie(SESSION_COOKIE, before)
    expect((await me(old)).status).toBe(200)
    server.clock.advance(10_000)
    expect((await me(old)).code).toBe('access/sign-in-needed')
    expect((await me(person)).status).toBe(200)
  })

  test('[LK11] [SI13] signing in again in this browser goes on with the same sign-in', async () => {
    const person = await somebody('Una Again')
    const page = await openConsole(person)
    await person.call('POST', '/api/staff/lock', {})
    await page.hear('locked')
    await person.call('POST', '/api/open/sign-in', { email: person.me.email, password: PASSWORD })
    await page.hear('unlocked')
    expect((await person.call<SignInList>('GET', '/api/staff/sign-ins')).body.signIns).toHaveLength(1)
    expect(page.connected).toBe(true)
  })
})

describe('[LK9] open pages', () => {
  test('of one sign-in hear that they lock and unlock, and see nobody in between', async () => {
    const person = await somebody('Pia Pages')
    const [one, other] = [await openConsole(person), await openConsole(person)]
    await person.call('POST', '/api/staff/lock', {})
    await Promise.all([one.hear('locked'), other.hear('locked')])
    const newcomer = await patient(server, clinic.area)
    const holds = ({ view }: { view: { visits: { id: string }[] } }) =>
      view.visits.some(({ id }) => id === newcomer.visitId)
    const heard = await one.hear('area', holds)
    for (const trace of newcomer.traces) expect(JSON.stringify(heard)).not.toContain(trace)
    one.forget()
    await unlock(person)
    await Promise.all([one.hear('unlocked'), other.hear('unlocked')])
    const { areas } = await one.ask({ type: 'staff.open', pageId: one.pageId })
    expect(JSON.stringify(areas)).toContain(newcomer.typed.lastName)
  })

  test('lock by themselves once the time is over', async () => {
    const person = await somebody('Pia Alone')
    const page = await openConsole(person)
    server.clock.advance(15 * MINUTE)
    await page.hear('locked')
  })

  test('[LK10] a locked page that lost its connection takes up the call it has, and hears how the consultation stands', async () => {
    const person = await somebody('Pia Call')
    const page = await openConsole(person)
    const seen = await patient(server, clinic.area)
    const url = `/api/staff/visits/${seen.visitId}`
    const { body } = await person.call<JoinReply>('POST', `${url}/join`, { pageId: page.pageId, callId: null })
    const callId = body.ticket?.callId ?? ''
    await page.ask({ type: 'call.attach', visitId: seen.visitId, callId, claim: false })
    await person.call('POST', '/api/staff/lock', {})
    await page.hear('locked')
    await page.cut()
    const opened = await page.ask({ type: 'staff.open', pageId: page.pageId })
    const attached = await page.ask({ type: 'call.attach', visitId: seen.visitId, callId, claim: false })
    expect(opened.locked).toBe(true)
    expect([attached.view, attached.holder, attached.ticket.callId]).toEqual([null, true, callId])
    await page.ask({
      type: 'call.signal',
      visitId: seen.visitId,
      callId,
      to: patientIn(seen.visitId),
      payload: { candidate: null },
    })
    page.forget()
    await seen.call('POST', '/api/patient/visit/leave', {})
    const status = await page.hear('consultation-status', ({ status: now }) => now === 'ended')
    expect(status).toEqual({
      ...{ type: 'consultation-status', visitId: seen.visitId, status: 'ended', medium: 'video' },
      revision: expect.any(Number),
    })
    expect(page.heard('consultation')).toEqual([])
  })
})

describe('[SI11] a change of rights', () => {
  test('changes the secret with the next reply, once for all requests at that moment', async () => {
    const person = await somebody('Rita Rights')
    const administrator = await signIn(server, clinic.administrator.me.email)
    const before = person.cookie(SESSION_COOKIE)
    await administrator.call('PUT', `/api/staff/people/${person.me.personId}`, {
      ...{ name: 'Rita Rights', title: '', organisationRole: 'auditor', memberships: [] },
    })
    const replies = await Promise.all([me(person), me(person), me(person)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(replies.flatMap(({ headers }) => headers.getSetCookie())).toHaveLength(1)
    expect(person.cookie(SESSION_COOKIE)).not.toBe(before)
    server.clock.advance(10_000)
    expect((await me(person)).status).toBe(200)
  })

  test('so does signing in anew', async () => {
    const person = await somebody('Rita Anew')
    const before = person.cookie(SESSION_COOKIE) ?? ''
    await person.call('POST', '/api/open/sign-in', { email: person.me.email, password: PASSWORD })
    const old = openBrowser(server)
    old.setCookie(SESSION_COOKIE, before)
    server.clock.advance(10_000)
    expect((await me(old)).code).toBe('access/sign-in-needed')
    expect((await me(person)).status).toBe(200)
  })

  test('[SI13] somebody else who signs in at this browser ends the sign-in that was there', async () => {
    const [one, other] = [await somebody('Rita First'), await somebody('Rita Second')]
    const page = await openConsole(one)
    const before = one.cookie(SESSION_COOKIE) ?? ''
    await one.call('POST', '/api/open/sign-in', { email: other.me.email, password: PASSWORD })
    await page.hear('signed-out')
    const old = openBrowser(server)
    old.setCookie(SESSION_COOKIE, before)
    expect((await me(old)).code).toBe('access/sign-in-needed')
    expect((await me(one)).body.name).toBe('Rita Second')
  })
})
