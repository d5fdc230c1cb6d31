import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactorsView } from '#contract/factors'
import type { PeopleView } from '#contract/people-admin'
import { linesSince } from '../../../test/audit/written.ts'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, openConsole } from '../../../test/clinic.ts'
import { untilSecondStep, withAuthenticator } from '../../../test/factors.ts'
import { practitioner, type StaffPerson, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const somebody = (name: string) => practitioner(server, clinic.administrator, name, [clinic.area])
const reset = ({ me }: StaffPerson, by = clinic.administrator) =>
  by.call<PeopleView>('POST', `/api/staff/people/${me.personId}/reset-factors`, {})

describe('[SF14] an administrator resets somebody’s second factor', () => {
  test('their sign-ins and open pages end, the password is enough, and a letter and the audit say so', async () => {
    const person = await somebody('Lost Everything')
    const { recoveryCodes } = await withAuthenticator(server, person)
    const half = await untilSecondStep(server, person)
    const page = await openConsole(person)
    const seen = (view: PeopleView) => view.people.find(({ id }) => id === person.me.personId)?.secondFactor
    expect(seen((await clinic.administrator.call<PeopleView>('GET', '/api/staff/people')).body)).toBe(true)
    expect(seen((await reset(person)).body)).toBe(false)
    await page.hear('signed-out')
    expect((await person.call('GET', '/api/staff/me')).status).toBe(401)
    // What was under way opens nothing either.
    const code = recoveryCodes[0] ?? ''
    const late = await half.browser.call('POST', '/api/open/sign-in/recovery-code', { token: half.token, code })
    expect(late.code).toBe('access/second-step-over')
    const again = await signIn(server, person.me.email)
    expect((await again.call<FactorsView>('GET', '/api/staff/factors')).body).toMatchObject({
      authenticator: null,
      recoveryCodesLeft: 0,
    })
    const [letter] = await server.sql<{ body: string }>(
      "select body from notifications where recipient = $1 and subject not like '%new device' order by created_at desc limit 1",
      [person.me.email],
    )
    expect(letter?.body).toContain('An administrator removed your authenticator app')
    const done = (await linesSince(server, 0)).filter(({ via }) => via.endsWith('/reset-factors'))
    expect(done).toMatchObject([
      { who_id: clinic.administrator.me.personId, action: 'people.reset-sign-in', subject_id: person.me.personId },
    ])
  })

  test('where one is required, they set one up at the next sign-in', async () => {
    const person = await somebody('Lost And Required')
    await withAuthenticator(server, person)
    await clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: true })
    await reset(person)
    expect((await signIn(server, person.me.email)).me.mustEnrol).toBe(true)
    await clinic.administrator.call('PUT', '/api/staff/settings/second-factor', { required: false })
  })

  test('not their own, and nobody’s of another organisation; one who has none is left alone', async () => {
    const person = await somebody('Has None')
    const page = await openConsole(person)
    expect((await reset(person)).status).toBe(200)
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
    expect(
      await server.sql("select 1 from notifications where recipient = $1 and subject not like '%new device'", [
        person.me.email,
      ]),
    ).toEqual([])
    await withAuthenticator(server, person)
    expect((await reset(person, clinic.otherAdministrator)).code).toBe('person/not-found')
    await withAuthenticator(server, clinic.administrator)
    expect((await reset(clinic.administrator)).code).toBe('person/not-yourself')
    expect((await person.call('GET', '/api/staff/me')).status).toBe(200)
    expect(page.connected).toBe(true)
    expect((await openBrowser(server).call('GET', '/api/staff/people')).status).toBe(401)
  })
})
