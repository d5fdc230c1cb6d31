import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk, fakePasskeys } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import type { PasskeyOutcome } from '../passkeys.ts'
import { createSecondStep, secondStepOf } from './second-step-model.ts'

const APP = 'POST /api/open/sign-in/authenticator'
const SHEET = 'POST /api/open/sign-in/recovery-code'
const me = { name: 'Jo' } as Me

function opened(
  replies: Record<string, unknown>,
  ways = { authenticator: true, recovery: true, passkey: false },
  signs: PasskeyOutcome | null = null,
) {
  const needed = secondStepOf(new Refusal('access/second-step-needed', { token: 'half', ...ways }))
  if (!needed) throw new Error('not asked for')
  const server = fakeAsk(replies)
  const begun: Me[] = []
  let again = 0
  const model = createSecondStep(needed, {
    apiCall: server.apiCall,
    passkeys: fakePasskeys(signs),
    onDone: (one) => begun.push(one),
    onBeginAgain: () => again++,
  })
  return { model, server, begun, again: () => again }
}

describe('[SF5] the second step', () => {
  it('signs in by the code of the app', async () => {
    const { model, server, begun } = opened({ [APP]: me })
    model.type('123 456')
    await model.submit()
    expect(server.asked.at(-1)?.body).toEqual({ token: 'half', code: '123 456' })
    expect(begun).toEqual([me])
    expect(model.state.get().code).toBe('')
  })

  it('a code that cannot be one is mended before it is sent', async () => {
    const { model, server } = opened({})
    model.type('12345')
    await model.submit()
    expect(model.state.get()).toMatchObject({ fault: 'missing', code: '12345' })
    model.choose('recovery')
    model.type('ABCD-EFGH')
    await model.submit()
    expect([model.state.get().fault, server.asked]).toEqual(['missing', []])
  })

  it('a wrong code leaves its field, and the next one counts', async () => {
    const { model, server, begun } = opened({ [APP]: new Refusal('access/wrong-code') })
    model.type('123456')
    await model.submit()
    expect(model.state.get()).toMatchObject({ fault: 'wrong', code: '', refusal: null, over: false })
    server.replies[APP] = me
    model.type('654321')
    expect(model.state.get().fault).toBeNull()
    await model.submit()
    expect(begun).toEqual([me])
  })

  it('takes a recovery code instead, with its own words', async () => {
    const { model, server } = opened({ [SHEET]: new Refusal('access/wrong-code') })
    model.choose('recovery')
    expect(model.state.get()).toMatchObject({ way: 'recovery', instead: ['authenticator'] })
    model.type('abcd efgh jklm npqr')
    await model.submit()
    expect(server.asked.at(-1)?.body).toEqual({ token: 'half', code: 'abcd efgh jklm npqr' })
    expect(model.state.get().fault).toBe('wrong')
  })

  it('that took too long leads to the beginning, and nowhere else', async () => {
    const { model, again } = opened({ [APP]: new Refusal('access/second-step-over') })
    model.type('123456')
    await model.submit()
    expect(model.state.get()).toMatchObject({ over: true, sending: false })
    model.beginAgain()
    expect(again()).toBe(1)
  })

  it('too many tries keep what was typed', async () => {
    const { model } = opened({ [APP]: new Refusal('request/too-many', { retryAfterSeconds: 60 }) })
    model.type('123456')
    await model.submit()
    expect(model.state.get()).toMatchObject({ code: '123456', refusal: { code: 'request/too-many' }, over: false })
  })

  it('with nothing left says so and asks nothing', async () => {
    const { model, server } = opened({}, { authenticator: false, recovery: false, passkey: false })
    expect(model.state.get()).toMatchObject({ way: null, instead: [] })
    await model.submit()
    expect(server.asked).toEqual([])
  })

  it('[SK2] takes a passkey instead, and first where there is no app', async () => {
    const ways = { authenticator: false, recovery: true, passkey: true }
    const replies = {
      'POST /api/open/passkey': { id: 'ask', options: 'sign this' },
      'POST /api/open/passkey/sign-in': me,
    }
    const { model, server, begun } = opened(replies, ways, { kind: 'done', answer: 'signed' })
    expect(model.state.get()).toMatchObject({ way: null, instead: ['recovery'] })
    await model.passkey?.begin()
    expect(server.asked.at(-1)?.body).toEqual({ id: 'ask', answer: 'signed' })
    expect(begun).toEqual([me])
  })

  it('[SK2] a passkey that the browser does not sign with is said, and may be tried again', async () => {
    const ways = { authenticator: true, recovery: true, passkey: true }
    const replies = { 'POST /api/open/passkey': { id: 'ask', options: 'sign this' } }
    const { model, server } = opened(replies, ways, { kind: 'cancelled' })
    await model.passkey?.begin()
    expect(model.passkey?.state.get()).toEqual({ kind: 'not-signed', why: 'cancelled' })
    expect(server.asked).toHaveLength(1)
    server.replies['POST /api/open/passkey'] = new Refusal('factor/passkeys-not-here')
    await model.passkey?.begin()
    expect(model.passkey?.state.get()).toMatchObject({ kind: 'refused' })
  })

  it('is asked for by nothing else', () => {
    expect(secondStepOf(new Refusal('access/wrong-sign-in'))).toBeNull()
    expect(secondStepOf(new Error('else'))).toBeNull()
  })
})
