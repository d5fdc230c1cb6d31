import { describe, expect, it } from 'vitest'
import { fakeAsk, fakePasskeys } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createProof } from './proof-model.ts'

const CODES = 'POST /api/staff/factors/recovery-codes'
const GLASS = 'POST /api/staff/break-glass'
const PASSWORD = 'POST /api/staff/proof/password'
const CODE = 'POST /api/staff/proof/authenticator'

const needed = (ways: Record<string, boolean>) =>
  new Refusal('session/proof-needed', {
    password: false,
    authenticator: false,
    passkey: false,
    provider: false,
    ...ways,
  })

function setUp(ways: Record<string, boolean> = { password: true }, passkeys = fakePasskeys(null)) {
  const server = fakeAsk({ [CODES]: needed(ways), [GLASS]: needed(ways), [PASSWORD]: { done: true } })
  const model = createProof(server.apiCall, passkeys)
  const codes = () => model.apiCall('POST', '/api/staff/factors/recovery-codes', { typed: 'kept' })
  /** From now on the server takes what it refused. */
  const takes = () => Object.assign(server.replies, { [CODES]: 'codes', [GLASS]: 'open' })
  const settled = () => new Promise((go) => setTimeout(go))
  return { server, model, codes, takes, settled }
}

describe('[PF6] a proof that the server wants', () => {
  it('is asked for, and then what waited goes on, with what it was asked with', async () => {
    const { server, model, codes, takes, settled } = setUp()
    const waits = codes()
    await settled()
    expect(model.asked.get()).toMatchObject({ way: 'password', instead: [] })
    model.type('three random words')
    takes()
    await model.submit()
    expect(await waits).toBe('codes')
    expect(model.asked.get()).toBeNull()
    expect(server.asked.map(({ url, body }) => [url, body])).toEqual([
      ['/api/staff/factors/recovery-codes', { typed: 'kept' }],
      ['/api/staff/proof/password', { password: 'three random words' }],
      ['/api/staff/factors/recovery-codes', { typed: 'kept' }],
    ])
  })

  it('several that wait need one', async () => {
    const { server, model, codes, takes, settled } = setUp()
    const both = Promise.all([codes(), model.apiCall('POST', '/api/staff/break-glass', {})])
    await settled()
    model.type('three random words')
    takes()
    await model.submit()
    expect(await both).toEqual(['codes', 'open'])
    expect(server.asked.filter(({ url }) => url.includes('/proof/'))).toHaveLength(1)
  })

  it('not given, refuses what waited, and nothing is tried again', async () => {
    const { server, model, codes, settled } = setUp()
    const waits = codes()
    await settled()
    model.cancel()
    await expect(waits).rejects.toMatchObject({ code: 'session/proof-needed' })
    expect([model.asked.get(), server.asked.length]).toEqual([null, 1])
  })

  it('a wrong password leaves its field; one that could not be asked about stays', async () => {
    const { server, model, codes, settled } = setUp()
    codes().catch(() => {})
    await settled()
    await model.submit()
    expect(model.asked.get()).toMatchObject({ fault: 'missing' })
    server.replies[PASSWORD] = new Refusal('session/wrong-password')
    model.type('wrong password')
    await model.submit()
    expect(model.asked.get()).toMatchObject({ fault: 'wrong', typed: '', refusal: null })
    server.replies[PASSWORD] = new Refusal('offline')
    model.type('three random words')
    await model.submit()
    expect(model.asked.get()).toMatchObject({ typed: 'three random words', refusal: { code: 'offline' } })
    model.cancel()
  })

  it('is taken by the code of one’s app instead', async () => {
    const { server, model, codes, takes, settled } = setUp({ password: true, authenticator: true })
    const waits = codes()
    await settled()
    model.choose('authenticator')
    expect(model.asked.get()).toMatchObject({ way: 'authenticator', instead: ['password'] })
    model.type('12345')
    await model.submit()
    expect(model.asked.get()).toMatchObject({ fault: 'missing', typed: '12345' })
    model.type('123 456')
    server.replies[CODE] = { done: true }
    takes()
    await model.submit()
    expect(await waits).toBe('codes')
  })

  it('is taken by a passkey', async () => {
    const signs = fakePasskeys({ kind: 'done', answer: 'signed' })
    const { server, model, codes, takes, settled } = setUp({ passkey: true }, signs)
    server.replies['POST /api/staff/proof/passkey'] = { id: 'ask', options: 'sign this' }
    const waits = codes()
    await settled()
    expect(model.asked.get()).toMatchObject({ way: null, instead: [] })
    takes()
    await model.asked.get()?.passkey?.begin()
    expect(await waits).toBe('codes')
    expect(server.asked.some(({ url }) => url === '/api/staff/proof/passkey/confirm')).toBe(true)
  })

  it('is looked for again when somebody comes back who went to another tab for it, and only then', async () => {
    const { server, model, codes, takes, settled } = setUp({ provider: true })
    const waits = codes()
    await settled()
    model.comeBack()
    await settled()
    expect(server.asked).toHaveLength(1)
    model.goAside()
    model.comeBack()
    await settled()
    // Not done there yet.
    expect([server.asked.length, model.asked.get()?.provider]).toEqual([2, true])
    takes()
    model.comeBack()
    expect(await waits).toBe('codes')
  })

  it('is none for any other refusal', async () => {
    const { server, model, codes } = setUp()
    server.replies[CODES] = new Refusal('factor/none-yet')
    await expect(codes()).rejects.toMatchObject({ code: 'factor/none-yet' })
    expect(model.asked.get()).toBeNull()
  })
})
