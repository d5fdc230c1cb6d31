import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import type { Me } from '#contract/people'
import type { LinkView, PeopleView } from '#contract/people-admin'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, signIn } from '../../../test/people.ts'
import { answerResets } from '../../../test/resets.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const CHOSEN = 'kettle lemon bridge'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

let invited = 0

/** Invites somebody and reads the link in the outbox. */
async function invite(change: Record<string, unknown> = {}) {
  const email = `jo.${++invited}@harbour.example`
  const body = { name: 'Jo Newcomer', title: 'Nurse', email, organisationRole: null, memberships: [], ...change }
  const reply = await clinic.administrator.call<PeopleView>('POST', '/api/staff/people', body)
  expect(reply.status, reply.text).toBe(200)
  const person = reply.body.people.find((one) => one.email === email)
  return { email, id: person?.id ?? '', token: await newestToken(email) }
}

async function newestToken(email: string): Promise<string> {
  const { messages: letters } = (await clinic.administrator.call<OutboxView>('GET', '/api/staff/outbox')).body
  return (letters.find(({ to, link }) => to === email && link)?.link ?? '').split('#')[1] ?? ''
}

const look = (token: string) => openBrowser(server).call<LinkView>('POST', '/api/open/link', { token })
const choose = (token: string, password = CHOSEN) => {
  const browser = openBrowser(server)
  return browser.call<Me>('POST', '/api/open/link/password', { token, password })
}
const freshAdministrator = async () => {
  const again = await signIn(server, clinic.administrator.me.email)
  clinic.administrator.setCookie('bedside_session', again.cookie('bedside_session') ?? '')
}

describe('an invitation', () => {
  test('[IN1] names who is meant, takes a password and signs in', async () => {
    const { email, token } = await invite()
    expect((await look(token)).body).toEqual({
      kind: 'invitation',
      name: 'Jo Newcomer',
      email,
      organisationName: 'Harbour Health',
      sample: false,
    })
    const reply = await choose(token)
    expect(reply.body).toMatchObject({ email, name: 'Jo Newcomer', role: null, roles: [], areas: [], openSessions: 1 })
    expect(reply.headers.getSetCookie()[0]).toMatch(/^bedside_session=[\w-]{43};/)
    expect((await signIn(server, email, CHOSEN)).me.email).toBe(email)
  })

  test('[IN2] opens once, also for two who use it at the same time', async () => {
    const { token } = await invite()
    const replies = await Promise.all([choose(token), choose(token), choose(token)])
    const codes = replies.map(({ status, code }) => code ?? status).sort()
    expect(codes).toEqual([200, 'person/link-not-valid', 'person/link-not-valid'])
    expect((await choose(token)).code).toBe('person/link-not-valid')
    expect((await look(token)).code).toBe('person/link-not-valid')
  })

  test('[IN2] lasts seven days', async () => {
    const { token } = await invite()
    server.clock.advance(7 * DAY - 1)
    expect((await look(token)).status).toBe(200)
    server.clock.advance(1)
    expect((await look(token)).code).toBe('person/link-not-valid')
    expect((await choose(token)).code).toBe('person/link-not-valid')
    await freshAdministrator()
  })

  test('[IN3] sent again, the new link works and the old one does not', async () => {
    const { id, email, token } = await invite()
    await clinic.administrator.call('POST', `/api/staff/people/${id}/invite-again`, {})
    const next = await newestToken(email)
    expect(next).not.toBe(token)
    expect((await look(token)).code).toBe('person/link-not-valid')
    expect((await choose(next)).status).toBe(200)
    expect((await clinic.administrator.call('POST', `/api/staff/people/${id}/invite-again`, {})).code).toBe(
      'person/not-invited',
    )
  })

  test('[PE10] to a mistyped address, it is corrected: the old link opens nothing, and another goes to the new one', async () => {
    const { id, token } = await invite()
    const email = 'right.one@harbour.example'
    const body = { name: 'Jo Newcomer', title: '', organisationRole: null, memberships: [] }
    const correct = (more: object) =>
      clinic.administrator.call<PeopleView>('PUT', `/api/staff/people/${id}`, { ...body, ...more })
    expect((await correct({ email: clinic.administrator.me.email })).code).toBe('person/email-taken')
    expect((await look(token)).status).toBe(200)
    expect((await correct({ email })).body.people.find((one) => one.id === id)?.email).toBe(email)
    expect((await look(token)).code).toBe('person/link-not-valid')
    const newest = await newestToken(email)
    expect((await look(newest)).body).toMatchObject({ kind: 'invitation', email })
    await choose(newest)
    expect((await correct({ email: 'another@harbour.example' })).code).toBe('person/not-invited')
  })

  test('[IN3] withdrawn, it opens nothing, and its address is free again', async () => {
    const { id, email, token } = await invite()
    const reply = await clinic.administrator.call<PeopleView>('POST', `/api/staff/people/${id}/withdraw`, {})
    expect(reply.body.people.find((one) => one.id === id)).toBeUndefined()
    expect((await choose(token)).code).toBe('person/link-not-valid')
    expect(await newestToken(email)).toBe('')
    await invite({ email })
  })

  test('[IN4] nobody signs in before they followed it, whatever the password', async () => {
    const { email } = await invite()
    for (const password of ['', CHOSEN, PASSWORD].filter(Boolean)) {
      const reply = await openBrowser(server).call('POST', '/api/open/sign-in', { email, password })
      expect(reply.code).toBe('access/wrong-sign-in')
    }
  })

  test('[IN5] neither the database nor the log has its secret', async () => {
    const { token } = await invite()
    const rows = await server.sql<{ all: string }>(
      'select (select json_agg(l)::text from person_links l) || (select json_agg(o)::text from notifications o) as all',
    )
    expect(rows[0]?.all).not.toContain(token)
    await choose(token, 'short')
    for (const line of server.logLines) expect(line).not.toContain(token)
  })

  test('[IN6] a password that is short or common is refused, and the link still works', async () => {
    const { token } = await invite()
    expect((await choose(token, 'short')).code).toBe('person/password-too-short')
    expect((await choose(token, 'Password2026!')).code).toBe('person/password-too-common')
    expect((await choose(token, 'jo newcomer 1')).code).toBe('person/password-too-common')
    expect((await choose(token)).status).toBe(200)
  })

  test('[IN7] an address that somebody has is refused', async () => {
    const { email } = await invite()
    const again = { name: 'Jo', title: '', email: ` ${email.toUpperCase()}`, organisationRole: null, memberships: [] }
    expect((await clinic.administrator.call('POST', '/api/staff/people', again)).code).toBe('person/email-taken')
  })
})

describe('a new password', () => {
  const ask = (email: string) => openBrowser(server).call('POST', '/api/open/reset', { email })
  const answer = () => answerResets(server)
  const lettersTo = async (email: string) =>
    (await server.sql<{ id: string }>('select id from notifications where recipient = $1', [email])).length
  const person = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])

  test('[PW1] is asked for in the same words, and with the same work, whether or not there is such an address', async () => {
    const { email } = (await person('Asks Kindly')).me
    const [known, unknown, odd] = [await ask(email), await ask('nobody@harbour.example'), await ask('not an address')]
    for (const reply of [unknown, odd]) {
      expect([reply.status, reply.text]).toEqual([known.status, known.text])
      expect([...reply.headers.keys()]).toEqual([...known.headers.keys()])
    }
    // What is done for each before the answer: one row, by a fingerprint that names nobody.
    const rows = await server.sql<{ all: string }>('select reset_requests::text as all from reset_requests')
    expect(rows.length).toBeGreaterThanOrEqual(3)
    for (const { all } of rows) expect(all).not.toContain('harbour')
    await answer()
    expect(await lettersTo(email)).toBe(1)
    expect(
      await server.sql(
        "select 1 from notifications where recipient like 'nobody%@harbour.example' and about_id is not null",
      ),
    ).toEqual([])
  })

  test('[PW2] the link works once, for an hour', async () => {
    const { email } = (await person('One Hour')).me
    await ask(email)
    await answer()
    const token = await newestToken(email)
    expect((await look(token)).body.kind).toBe('reset')
    server.clock.advance(60 * MINUTE - 1)
    expect((await look(token)).status).toBe(200)
    server.clock.advance(1)
    expect((await choose(token)).code).toBe('person/link-not-valid')
    await ask(email)
    await answer()
    const again = await newestToken(email)
    expect((await choose(again)).status).toBe(200)
    expect((await choose(again)).code).toBe('person/link-not-valid')
    expect((await signIn(server, email, CHOSEN)).me.email).toBe(email)
  })

  test('[PW3] ends every other sign-in, and their pages hear it', async () => {
    const one = await person('Everywhere Else')
    const page = await openConsole(one)
    await ask(one.me.email)
    await answer()
    const reply = await choose(await newestToken(one.me.email))
    expect(reply.body.openSessions).toBe(1)
    await page.hear('signed-out')
    await page.ended()
    expect((await one.call('GET', '/api/staff/me')).status).toBe(401)
    const old = await openBrowser(server).call('POST', '/api/open/sign-in', { email: one.me.email, password: PASSWORD })
    expect(old.code).toBe('access/wrong-sign-in')
  })

  test('[PW5] brings back who was locked out by wrong guesses', async () => {
    const { email } = (await person('Locked Out')).me
    for (let guess = 0; guess < 10; guess++)
      await openBrowser(server).call('POST', '/api/open/sign-in', { email, password: 'wrong password' })
    await ask(email)
    await answer()
    await choose(await newestToken(email))
    expect((await signIn(server, email, CHOSEN)).me.email).toBe(email)
  })

  test('[PW6] is for nobody who was invited or deactivated', async () => {
    const { email } = await invite()
    const gone = await person('Gone Already')
    await clinic.administrator.call('POST', `/api/staff/people/${gone.me.personId}/deactivate`, {})
    const before = await lettersTo(email)
    await ask(email)
    await ask(gone.me.email)
    await answer()
    expect([await lettersTo(email), await lettersTo(gone.me.email)]).toEqual([before, 0])
  })
})
