import { expect, it } from 'vitest'
import { Refusal } from '../../net/api.ts'
import { createLock } from './lock-model.ts'

it('[LK6] a wrong password leaves its field; one that could not be asked about stays for the next try', async () => {
  let refusal = new Refusal('session/wrong-password')
  const lock = createLock(() => Promise.reject(refusal))
  lock.type('three random words')
  await lock.submit()
  expect(lock.state.get()).toMatchObject({ password: '', refusal: { code: 'session/wrong-password' }, sending: false })
  refusal = new Refusal('offline')
  lock.type('three random words')
  await lock.submit()
  expect(lock.state.get()).toMatchObject({ password: 'three random words', refusal: { code: 'offline' } })
})

it('[LK6] nothing typed is asked of nobody; once unlocked the password is no longer held', async () => {
  const tried: string[] = []
  const lock = createLock(async (password) => void tried.push(password))
  await lock.submit()
  expect([lock.state.get().missing, tried]).toEqual([true, []])
  lock.type('three random words')
  await lock.submit()
  expect([lock.state.get().password, tried]).toEqual(['', ['three random words']])
})
