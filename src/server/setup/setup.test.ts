import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstanceView, Me, SampleClinic } from '#contract/people'
import { openBrowser } from '../../../test/browser.ts'
import { PASSWORD, patient, sampleAdministrator, setUp, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { sampleToken, setupToken } from './service.ts'

let server: TestServer
// Each on the first start of a database of its own.
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const body = (change: Record<string, unknown> = {}) => ({
  token: setupToken(server.served().secret),
  organisationName: '  Harbour Health ',
  name: 'Ada Lindqvist',
  email: ' Ada@Harbour.example',
  password: PASSWORD,
  serviceName: 'Knee service',
  areaName: 'Knee & hip clinic',
  ...change,
})
const run = (change?: Record<string, unknown>) => openBrowser(server).call<Me>('POST', '/api/open/setup', body(change))
const instance = async () => (await openBrowser(server).call<InstanceView>('GET', '/api/open/instance')).body
const sample = (token = sampleToken(server.served().secret)) =>
  openBrowser(server).call<SampleClinic>('POST', '/api/open/sample', { token })

describe('setting up one’s organisation', () => {
  test('[SU1] the link makes an organisation, its first service and area, and signs its administrator in', async () => {
    expect(await instance()).toMatchObject({ setUp: false, organisations: [] })
    const reply = await run()
    expect(reply.body).toMatchObject({
      name: 'Ada Lindqvist',
      email: 'ada@harbour.example',
      role: 'administrator',
      organisationName: 'Harbour Health',
      sample: false,
      openSessions: 1,
      areas: [{ slug: 'knee-hip-clinic', name: 'Knee & hip clinic', serviceName: 'Knee service' }],
    })
    expect(await instance()).toMatchObject({
      setUp: true,
      organisations: [{ name: 'Harbour Health', sample: false, areas: [{ slug: 'knee-hip-clinic' }] }],
    })
    expect((await signIn(server, 'ada@harbour.example')).me.personId).toBe(reply.body.personId)
  })

  test('[SU1] its area is open from the first moment', async () => {
    const administrator = await setUp(server)
    const [area] = administrator.me.areas
    const person = await patient(server, { id: area?.id ?? '', slug: area?.slug ?? '' })
    expect(person.view.state).toMatchObject({ status: 'waiting', place: 1 })
  })

  test('[SU2] the link works once, also for two who press at the same time', async () => {
    const replies = await Promise.all([
      run(),
      run({ email: 'second@harbour.example' }),
      run({ email: 'third@x.example' }),
    ])
    const codes = replies.map(({ status, code }) => code ?? status).sort()
    expect(codes).toEqual([200, 'setup/already-done', 'setup/already-done'])
    expect((await run({ email: 'late@harbour.example' })).code).toBe('setup/already-done')
    expect(await server.sql('select 1 from organisations')).toHaveLength(1)
    expect(await server.sql('select 1 from people')).toHaveLength(1)
  })

  test('[SU3] no other link works', async () => {
    const { secret } = server.served()
    for (const token of ['x', sampleToken(secret), `${setupToken(secret)}x`, secret]) {
      const reply = await run({ token })
      expect([reply.status, reply.code]).toEqual([403, 'setup/link-not-valid'])
    }
    expect(await server.sql('select 1 from organisations')).toEqual([])
  })

  test('[SU3] the link is the same after a restart', async () => {
    const before = setupToken(server.served().secret)
    await server.restart()
    expect(setupToken(server.served().secret)).toBe(before)
    expect((await run({ token: before })).status).toBe(200)
  })

  test('[SI9] a password that is too short is refused, and says how long it must be', async () => {
    const reply = await run({ password: 'ninechars' })
    expect([reply.status, reply.code]).toEqual([400, 'person/password-too-short'])
    expect(reply.body).toMatchObject({ detail: { least: 10 } })
    expect((await run()).status).toBe(200)
  })

  test.each([
    { organisationName: '   ' },
    { name: ' ' },
    { serviceName: '\t' },
    { areaName: '' },
    { email: 'ada' },
    { email: 'a b@c' },
    { password: '' },
  ])('[SU1] %o is refused', async (change) => {
    expect((await run(change)).code).toBe('request/invalid')
    expect(await server.sql('select 1 from organisations')).toEqual([])
  })

  test('[SU4] an e-mail address of somebody who is there already is refused', async () => {
    await sample()
    expect((await run({ email: 'Amara@Riverside.example' })).code).toBe('setup/email-taken')
    expect((await run()).status).toBe(200)
  })
})

describe('the sample clinic', () => {
  test('[SU5] is made once, also for two who ask at the same time, and every answer is the same', async () => {
    const replies = await Promise.all([sample(), sample(), sample()])
    replies.push(await sample())
    for (const reply of replies) expect([reply.status, reply.text]).toEqual([200, replies[0]?.text])
    expect(await server.sql('select 1 from organisations')).toHaveLength(1)
    expect(await server.sql('select 1 from people')).toHaveLength(3)
    expect(replies[0]?.body.areas).toHaveLength(2)
  })

  test('[SU5] its practitioners sign in with the passwords that are shown, before and after a restart', async () => {
    const { practitioners } = (await sample()).body
    await server.restart()
    for (const { email, password, name } of practitioners)
      expect((await signIn(server, email, password)).me).toMatchObject({ name, sample: true })
    expect(practitioners).toHaveLength(3)
  })

  test('[SU6] says everywhere that it is a sample, and hinders no organisation of one’s own', async () => {
    const administrator = await sampleAdministrator(server)
    expect(administrator.me).toMatchObject({ sample: true, organisationName: 'Riverside Community Health' })
    const [area] = administrator.me.areas
    const person = await patient(server, { id: area?.id ?? '', slug: area?.slug ?? '' })
    expect(person.view.area.sample).toBe(true)
    const door = await openBrowser(server).call('GET', `/api/open/areas/${area?.slug}`)
    expect(door.body.sample).toBe(true)
    expect(await instance()).toMatchObject({ setUp: false, organisations: [{ sample: true }] })
    expect((await run()).status).toBe(200)
    expect((await instance()).organisations.map((each) => each.sample)).toEqual([false, true])
  })

  test('[SU7] nobody gets in without the link, and nobody but its practitioners with it', async () => {
    const own = await setUp(server)
    await sample()
    const { secret } = server.served()
    const enter = (token: string, email: string) =>
      openBrowser(server).call('POST', '/api/open/sample/sign-in', { token, email })
    expect((await sample('x')).code).toBe('setup/link-not-valid')
    expect((await sample(setupToken(secret))).code).toBe('setup/link-not-valid')
    expect((await enter('x', 'helen@riverside.example')).code).toBe('setup/link-not-valid')
    expect((await enter(sampleToken(secret), own.me.email)).code).toBe('access/wrong-sign-in')
    expect((await enter(sampleToken(secret), ' HELEN@riverside.example ')).status).toBe(200)
  })

  test('[A6] an address that is taken gets a number', async () => {
    await sample()
    const reply = await run({ areaName: 'Nurse drop-in' })
    expect(reply.body.areas[0]?.slug).toBe('nurse-drop-in-2')
  })

  test('[A6] a name without a Latin letter still has an address', async () => {
    expect((await run({ areaName: '診療所' })).body.areas[0]?.slug).toBe('clinic')
  })
})
