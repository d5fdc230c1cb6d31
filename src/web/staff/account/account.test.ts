import { describe, expect, it } from 'vitest'
import type { AccountView } from '#contract/account'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createAccount } from './account-model.ts'
import { createConfirmEmail } from './confirm-email-model.ts'

const view: AccountView = {
  name: 'Jo',
  title: '',
  email: 'jo@hillside.example',
  nextEmail: null,
  sample: false,
  sends: true,
}
const LOOK = 'GET /api/staff/account'
const NAME = 'PUT /api/staff/account/name'
const EMAIL = 'POST /api/staff/account/email'
const PASSWORD = 'PUT /api/staff/account/password'
const CONFIRM = 'POST /api/staff/account/email/confirm'

async function opened(replies: Record<string, unknown> = {}) {
  const server = fakeAsk({ [LOOK]: view, [NAME]: view, [EMAIL]: view, [PASSWORD]: view, ...replies })
  const changed: string[] = []
  const model = createAccount(server.apiCall, () => changed.push('changed'))
  await model.load()
  const state = model.state.get()
  if (state.kind !== 'loaded' || !state.email || !state.password) throw new Error(state.kind)
  return { model, server, changed, ...state, email: state.email, password: state.password }
}

describe('one’s own details', () => {
  it('[OD1] the name is saved, and who is signed in reads it', async () => {
    const { name, server, changed, model } = await opened({ [NAME]: { ...view, name: 'Jo Berg' } })
    name.type('name', '  ')
    await name.submit()
    expect(name.state.get().faults).toEqual([{ field: 'name', fault: 'name' }])
    name.type('name', ' Jo Berg ')
    await name.submit()
    expect(server.asked.at(-1)?.body).toEqual({ name: 'Jo Berg' })
    expect([name.state.get().saved, changed]).toEqual([true, ['changed']])
    expect(model.state.get()).toMatchObject({ view: { name: 'Jo Berg' } })
  })

  it('[OD2] a new address needs the password, and both mistakes are told at once', async () => {
    const { email, server, model } = await opened({ [EMAIL]: { ...view, nextEmail: 'jo@elsewhere.example' } })
    await email.submit()
    expect(email.state.get().faults.map(({ fault }) => fault)).toEqual(['email', 'password'])
    email.type('email', ' Jo@Hillside.example')
    email.type('password', 'secret words')
    await email.submit()
    expect(email.state.get().faults.map(({ fault }) => fault)).toEqual(['same'])
    email.type('email', 'jo@elsewhere.example')
    await email.submit()
    expect(server.asked.at(-1)?.body).toEqual({ email: 'jo@elsewhere.example', password: 'secret words' })
    expect(email.state.get().typed).toMatchObject({ email: '', password: '' })
    expect(model.state.get()).toMatchObject({ view: { nextEmail: 'jo@elsewhere.example' } })
  })

  it('[OD5] what the server finds wrong with a password is told at its field, and no password is kept', async () => {
    const { password, server } = await opened({ [PASSWORD]: new Refusal('person/password-wrong') })
    password.type('password', 'wrong words')
    password.type('next', 'kettle lemon')
    await password.submit()
    expect(password.state.get()).toMatchObject({
      faults: [{ field: 'password', fault: 'wrong' }],
      typed: { password: '', next: 'kettle lemon' },
    })
    server.replies[PASSWORD] = view
    password.type('password', 'right words')
    await password.submit()
    expect(password.state.get()).toMatchObject({ saved: true, faults: [], typed: { password: '', next: '' } })
  })

  it('[OD6] of the sample clinic only the name is to be changed', async () => {
    const model = createAccount(fakeAsk({ [LOOK]: { ...view, sample: true } }).apiCall, () => {})
    await model.load()
    expect(model.state.get()).toMatchObject({ email: null, password: null })
  })
})

describe('[OD2] the link in the letter', () => {
  it('changes nothing before somebody presses', async () => {
    const server = fakeAsk({ [CONFIRM]: { ...view, email: 'jo@elsewhere.example' } })
    const model = createConfirmEmail(server.apiCall, 'secret', () => {})
    expect([model.state.get().kind, server.asked]).toEqual(['ready', []])
    await model.confirm()
    expect(model.state.get()).toEqual({ kind: 'done', email: 'jo@elsewhere.example' })
    expect(server.asked[0]?.body).toEqual({ token: 'secret' })
  })

  it('says when it is over', async () => {
    expect(createConfirmEmail(fakeAsk({}).apiCall, '', () => {}).state.get().kind).toBe('over')
    const model = createConfirmEmail(
      fakeAsk({ [CONFIRM]: new Refusal('person/link-not-valid') }).apiCall,
      'x',
      () => {},
    )
    await model.confirm()
    expect(model.state.get().kind).toBe('over')
  })
})
