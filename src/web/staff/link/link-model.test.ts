import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk, fakePasskeys } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createSecondStep } from '../second-step/second-step-model.ts'
import { createLink } from './link-model.ts'
import { createReset } from './reset-model.ts'

const view = {
  kind: 'invitation',
  name: 'Jo',
  email: 'jo@hillside.example',
  organisationName: 'Hillside',
  sample: false,
}
const me = { name: 'Jo', email: 'jo@hillside.example' } as Me
const LOOK = 'POST /api/open/link'
const CHOOSE = 'POST /api/open/link/password'
const ME = 'GET /api/staff/me'
const nobody = new Refusal('access/sign-in-needed')

async function opened(replies: Record<string, unknown>) {
  const server = fakeAsk({ [LOOK]: view, [ME]: nobody, ...replies })
  const begun: Me[] = []
  const link = createLink(server.apiCall, 'secret', {
    onDone: (one) => begun.push(one),
    openSecondStep: (needed, onDone) =>
      createSecondStep(needed, {
        apiCall: server.apiCall,
        passkeys: fakePasskeys(null),
        onDone,
        onBeginAgain: () => {},
      }),
  })
  await link.begin()
  return { link, server, begun }
}

describe('[PW7] a one-time link', () => {
  it('takes a password and signs in; the password is no longer held', async () => {
    const { link, begun, server } = await opened({ [CHOOSE]: me })
    link.type('kettle lemon bridge')
    await link.submit()
    expect(begun).toEqual([me])
    expect(server.asked.at(-1)?.body).toEqual({ token: 'secret', password: 'kettle lemon bridge' })
    expect(link.state.get()).toMatchObject({ password: '', sending: false })
  })

  it('[SF5] of somebody with a second factor goes on with that', async () => {
    const detail = { token: 'half', authenticator: true, passkey: false, recovery: true }
    const { link, begun, server } = await opened({
      [CHOOSE]: new Refusal('access/second-step-needed', detail),
      'POST /api/open/sign-in/authenticator': me,
    })
    link.type('kettle lemon bridge')
    await link.submit()
    const state = link.state.get()
    if (state.kind !== 'second-step') throw new Error(`not the second step: ${state.kind}`)
    state.second.type('123 456')
    await state.second.submit()
    expect(server.asked.at(-1)?.body).toEqual({ token: 'half', code: '123 456' })
    expect(begun).toEqual([me])
  })

  it('that is over says so before anything is typed', async () => {
    const { link } = await opened({ [LOOK]: new Refusal('person/link-not-valid') })
    expect(link.state.get()).toMatchObject({ kind: 'refused', refusal: { code: 'person/link-not-valid' } })
  })

  it('that was used meanwhile says so as well', async () => {
    const { link } = await opened({ [CHOOSE]: new Refusal('person/link-not-valid') })
    link.type('kettle lemon bridge')
    await link.submit()
    expect(link.state.get().kind).toBe('refused')
  })

  it.each([
    ['', 'missing'],
    ['short', 'too-short'],
  ])('%j is mended before it is sent', async (password, fault) => {
    const { link, server } = await opened({})
    link.type(password)
    await link.submit()
    expect(link.state.get()).toMatchObject({ fault, sending: false })
    expect(server.asked).toHaveLength(2)
  })

  it('a password that is too common is told at its field, and stays', async () => {
    const { link } = await opened({ [CHOOSE]: new Refusal('person/password-too-common') })
    link.type('Password2026!')
    await link.submit()
    expect(link.state.get()).toMatchObject({ fault: 'too-common', password: 'Password2026!' })
  })

  it('warns when somebody else is signed in in this browser', async () => {
    expect((await opened({ [ME]: { name: 'Ada', email: 'ada@hillside.example' } })).link.state.get()).toMatchObject({
      insteadOf: 'Ada',
    })
    expect((await opened({ [ME]: me })).link.state.get()).toMatchObject({ insteadOf: null })
  })
})

describe('[PW7] asking for a new password', () => {
  it('says what to do next, for whichever address, and takes another', async () => {
    const server = fakeAsk({ 'POST /api/open/reset': { done: true } })
    const reset = createReset(server.apiCall)
    await reset.submit()
    expect([reset.state.get().missing, server.asked]).toEqual([true, []])
    reset.type(' jo@hillside.example ')
    await reset.submit()
    expect(server.asked.at(-1)?.body).toEqual({ email: 'jo@hillside.example' })
    expect(reset.state.get().askedFor).toBe('jo@hillside.example')
    reset.again()
    expect(reset.state.get().askedFor).toBeNull()
  })

  it('too often keeps what was typed', async () => {
    const reset = createReset(fakeAsk({ 'POST /api/open/reset': new Refusal('request/too-many') }).apiCall)
    reset.type('jo@hillside.example')
    await reset.submit()
    expect(reset.state.get()).toMatchObject({ email: 'jo@hillside.example', refusal: { code: 'request/too-many' } })
  })
})
