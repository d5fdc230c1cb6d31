import { describe, expect, it } from 'vitest'
import type { AuthenticatorAsk, FactorsView } from '#contract/factors'
import { fakeAsk, fakePasskeys } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import type { PasskeyOutcome } from '../passkeys.ts'
import { createFactors } from './factors-model.ts'

const URL = '/api/staff/factors'
const none: FactorsView = {
  ...{ email: 'jo@hillside.example', authenticator: null, recoveryCodesLeft: 0, required: false },
  ...{ passkeys: [], passkeyHost: 'clinic.example', providerOnly: false },
}
const some: FactorsView = { ...none, authenticator: { since: 1 }, recoveryCodesLeft: 10 }
const begun: AuthenticatorAsk = { secret: 'ABCD', uri: 'otpauth://totp/x', qr: { size: 21, path: 'M0 0' } }
const CODES = ['ABCD-EFGH-JKLM-NPQR']

async function loaded(replies: Record<string, unknown>, makes: PasskeyOutcome | null = null) {
  const server = fakeAsk({ [`GET ${URL}`]: none, [`POST ${URL}/authenticator`]: begun, ...replies })
  let kept = 0
  const model = createFactors({
    ...{ apiCall: server.apiCall, passkeys: fakePasskeys(makes), hostHere: 'clinic.example' },
    onCodesKept: () => kept++,
  })
  await model.load()
  return { model, server, kept: () => kept }
}

describe('one’s own second factors', () => {
  it('[SF6] an app is set up by its picture and its first code', async () => {
    const confirm = `POST ${URL}/authenticator/confirm`
    const { model, server } = await loaded({ [confirm]: new Refusal('factor/wrong-code') })
    await model.beginAuthenticator()
    model.type('123')
    await model.confirmAuthenticator()
    expect(model.setUp.get()).toMatchObject({ missing: true, code: '123' })
    expect(server.asked).toHaveLength(2)
    model.type('123456')
    await model.confirmAuthenticator()
    expect(model.acting.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'factor/wrong-code' } })
    server.replies[confirm] = { view: some, recoveryCodes: CODES }
    await model.confirmAuthenticator()
    expect(model.setUp.get()).toBeNull()
    expect(model.state.get()).toEqual({ kind: 'loaded', view: some })
    expect(model.codes.get()).toEqual(CODES)
  })

  it('[SF7] new codes stay until somebody has kept them, and go then', async () => {
    const { model, kept } = await loaded({ [`POST ${URL}/recovery-codes`]: { view: some, recoveryCodes: CODES } })
    await model.makeCodes()
    expect([model.codes.get(), kept()]).toEqual([CODES, 0])
    model.codesKept()
    expect([model.codes.get(), kept(), model.told.get()]).toEqual([null, 1, 'codes-made'])
  })

  it('[SF6] another app needs no new codes, and so nobody waits for them', async () => {
    const { model, kept } = await loaded({
      [`POST ${URL}/authenticator/confirm`]: { view: some, recoveryCodes: null },
    })
    await model.beginAuthenticator()
    model.type('123456')
    await model.confirmAuthenticator()
    expect([model.codes.get(), kept()]).toEqual([null, 1])
  })

  it('a setting-up that is left holds nothing of the secret', async () => {
    const { model } = await loaded({})
    await model.beginAuthenticator()
    model.cancel()
    expect(model.setUp.get()).toBeNull()
  })

  it('[SF10] a removal that is refused is said, and nothing changes', async () => {
    const { model, server } = await loaded({ [`POST ${URL}/authenticator/remove`]: new Refusal('factor/last-one') })
    server.replies[`GET ${URL}`] = some
    await model.load()
    await model.removeAuthenticator()
    expect(model.acting.request.get()).toMatchObject({ kind: 'refused' })
    expect(model.state.get()).toEqual({ kind: 'loaded', view: some })
    expect(model.told.get()).toBeNull()
  })

  it('[SK1] a passkey gets a name, is made by the browser, and brings the first recovery codes', async () => {
    const replies = {
      [`POST ${URL}/passkeys`]: { id: 'ask', options: 'make this' },
      [`POST ${URL}/passkeys/confirm`]: { view: some, recoveryCodes: CODES },
    }
    const { model, server } = await loaded(replies, { kind: 'done', answer: 'made' })
    model.passkeys.beginNaming(null, '')
    await model.passkeys.save()
    expect(model.passkeys.naming.get()).toMatchObject({ missing: true })
    model.passkeys.type(' My phone ')
    await model.passkeys.save()
    expect(server.asked.at(-1)?.body).toEqual({ id: 'ask', name: 'My phone', made: 'made' })
    expect([model.passkeys.naming.get(), model.codes.get()]).toEqual([null, CODES])
  })

  it.each(['cancelled', 'there-already', 'not-here'] as const)('[SK1] a browser that makes none: %s', async (kind) => {
    const { model } = await loaded({ [`POST ${URL}/passkeys`]: { id: 'ask', options: '' } }, { kind })
    model.passkeys.beginNaming(null, 'My phone')
    await model.passkeys.save()
    expect([model.passkeys.notMade.get(), model.codes.get(), model.told.get()]).toEqual([kind, null, null])
    expect(model.passkeys.naming.get()?.name).toBe('My phone')
  })

  it('[SK4] is offered where the page is at home, and nowhere else', async () => {
    const { passkeys } = (await loaded({}, { kind: 'cancelled' })).model
    expect(['clinic.example', 'example', 'other.example', null].map((host) => passkeys.usable(host))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect((await loaded({})).model.passkeys.usable('clinic.example')).toBe(false)
  })
})
