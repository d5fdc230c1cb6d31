import { describe, expect, it } from 'vitest'
import { fakeAsk, fakePasskeys } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createSecondStep } from '../second-step/second-step-model.ts'
import { createSignIn } from './sign-in-model.ts'

function typed(refusal: Refusal | null) {
  const tried: [string, string][] = []
  const model = createSignIn({
    async signIn(email, password) {
      tried.push([email, password])
      if (refusal) throw refusal
    },
    passkey: null,
    openSecondStep: (needed, again) =>
      createSecondStep(needed, {
        apiCall: fakeAsk({}).apiCall,
        passkeys: fakePasskeys(null),
        onDone: () => {},
        onBeginAgain: again,
      }),
  })
  model.type('email', ' khan@hillside.example ')
  model.type('password', 'three random words')
  return { model, tried }
}

describe('signing in', () => {
  it('[D7] a wrong password leaves its field, the address stays', async () => {
    const { model } = typed(new Refusal('access/wrong-sign-in'))
    await model.submit()
    expect(model.state.get()).toMatchObject({
      email: ' khan@hillside.example ',
      password: '',
      refusal: { code: 'access/wrong-sign-in' },
      sending: false,
    })
  })

  it('[D7] too many tries are told apart, and the password stays for the next one', async () => {
    const { model } = typed(new Refusal('request/too-many'))
    await model.submit()
    expect(model.state.get()).toMatchObject({ password: 'three random words', refusal: { code: 'request/too-many' } })
  })

  it('names what is missing and asks nothing', async () => {
    const { model, tried } = typed(null)
    model.type('email', '  ')
    model.type('password', '')
    await model.submit()
    expect(model.state.get().missing).toEqual(['email', 'password'])
    expect(tried).toEqual([])
  })

  it('[D6] once signed in the password is no longer held', async () => {
    const { model, tried } = typed(null)
    await model.submit()
    expect(tried).toEqual([['khan@hillside.example', 'three random words']])
    expect(model.state.get().password).toBe('')
  })

  it('[SF5] a password that is not enough leads to the second step, and from there back', async () => {
    const detail = { token: 'half', authenticator: true, passkey: false, recovery: true }
    const { model } = typed(new Refusal('access/second-step-needed', detail))
    await model.submit()
    expect(model.state.get()).toMatchObject({ password: '', refusal: null, sending: false })
    expect(model.state.get().second?.state.get()).toMatchObject({ way: 'authenticator', instead: ['recovery'] })
    model.state.get().second?.beginAgain()
    expect(model.state.get()).toMatchObject({ second: null, email: ' khan@hillside.example ' })
  })
})
