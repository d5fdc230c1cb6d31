import { describe, expect, it } from 'vitest'
import type { SignInSettings } from '#contract/provider'
import { fakeAsk, idOf } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { choiceOf, createSignInSettings } from './sign-in-settings-model.ts'

const GROUPS = 'PUT /api/staff/sign-in-settings/groups'
const ONLY = 'PUT /api/staff/sign-in-settings/only'
const KNEE = idOf(1)

const VIEW: SignInSettings = {
  provider: {
    name: 'Harbour Staff',
    issuer: 'https://login.harbour.example',
    tellsGroups: true,
    redirectUri: '',
    logoutUri: '',
    afterLogoutUri: '',
  },
  only: false,
  mayClose: false,
  rules: [{ group: 'it', serviceId: null, role: 'administrator' }],
  services: [{ id: KNEE, name: 'Knee service' }],
}

async function setUp(view: Partial<SignInSettings> = {}) {
  const server = fakeAsk({ 'GET /api/staff/sign-in-settings': { ...VIEW, ...view } })
  const model = createSignInSettings(server.apiCall)
  await model.load()
  const loaded = () => {
    const state = model.state.get()
    if (state.kind !== 'loaded') throw new Error(state.kind)
    return state
  }
  const keyAt = (at: number) => loaded().rules[at]?.key ?? 0
  return { server, model, loaded, keyAt }
}

describe('what groups give, being typed', () => {
  it('[ID22] names all that is missing, and asks nothing', async () => {
    const { server, model, loaded, keyAt } = await setUp()
    model.add()
    model.add()
    model.type(keyAt(1), { group: ' it ', gives: choiceOf(null, 'administrator') })
    await model.save()
    expect(loaded().faults.map(({ at, kind }) => [at, kind])).toEqual([
      [2, 'twice'],
      [3, 'group-missing'],
      [3, 'role-missing'],
    ])
    expect(server.asked).toHaveLength(1)
    model.type(keyAt(1), { group: 'other' })
    expect(loaded().faults).toEqual([])
  })

  it('[ID9] sends every rule, for the organisation and in services', async () => {
    const { server, model, loaded, keyAt } = await setUp()
    model.add()
    model.type(keyAt(1), { group: ' knee ', gives: choiceOf(KNEE, 'practitioner') })
    expect(model.unsaved()).toBe(true)
    const rules = [...VIEW.rules, { group: 'knee', serviceId: KNEE, role: 'practitioner' as const }]
    server.replies[GROUPS] = { ...VIEW, rules }
    await model.save()
    expect(server.asked.at(-1)?.body).toEqual({ rules })
    expect([loaded().request.kind, model.unsaved()]).toEqual(['done', false])
    model.remove(keyAt(0))
    expect(loaded().rules.map(({ group }) => group)).toEqual(['knee'])
  })

  it('[ID22] a refusal loses nothing, nor does opening the page again', async () => {
    const { server, model, loaded } = await setUp()
    model.add()
    model.type(loaded().rules[1]?.key ?? 0, { group: 'new', gives: choiceOf(KNEE, 'champion') })
    server.replies[GROUPS] = new Refusal('offline')
    await model.save()
    await model.load()
    expect(loaded().rules.map(({ group }) => group)).toEqual(['it', 'new'])
    expect(loaded().request).toMatchObject({ kind: 'refused' })
  })
})

describe('closing passwords', () => {
  it('[ID15] can be done only by who has just come the other way', async () => {
    expect((await setUp()).model.setOnly.get()).toBeNull()
    const { server, model, loaded } = await setUp({ mayClose: true })
    server.replies[ONLY] = { ...VIEW, only: true }
    await model.setOnly.get()?.(true)
    expect(loaded().view.only).toBe(true)
    // Allowing them again needs no proof.
    expect(model.setOnly.get()).not.toBeNull()
  })

  it('[ID15] a refusal is kept to be shown', async () => {
    const { server, model } = await setUp({ mayClose: true })
    server.replies[ONLY] = new Refusal('access/provider-not-tried')
    await model.setOnly.get()?.(true)
    expect(model.closing.request.get()).toMatchObject({ kind: 'refused' })
  })
})
