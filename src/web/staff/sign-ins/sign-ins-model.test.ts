import { expect, it } from 'vitest'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createSignIns } from './sign-ins-model.ts'

const signIn = (sessionId: string, here: boolean) => ({ sessionId, here })
const LIST = { signIns: [signIn('1', true), signIn('2', false)], now: 0 }
const ALONE = { signIns: [signIn('1', true)], now: 0 }
const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

it('[DV3] all others can be ended while there are any', async () => {
  const server = fakeAsk({ 'GET /api/staff/sign-ins': LIST, 'POST /api/staff/sign-ins/end-others': ALONE })
  const model = createSignIns(server.apiCall)
  expect(model.endOthers()).toBeNull()
  await model.load()
  model.endOthers()?.()
  await settle()
  expect(model.endOthers()).toBeNull()
  expect(model.ended.get()).toBe('others')
})

it('[DV3] a refusal leaves the list as it was, and is kept to be shown', async () => {
  const server = fakeAsk({
    'GET /api/staff/sign-ins': LIST,
    'POST /api/staff/sign-ins/2/end': new Refusal('session/not-found'),
  })
  const model = createSignIns(server.apiCall)
  await model.load()
  model.end('2')
  await settle()
  expect(model.state.get()).toEqual({ kind: 'loaded', list: LIST })
  expect(model.action.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'session/not-found' } })
  expect(model.ended.get()).toBeNull()
})
