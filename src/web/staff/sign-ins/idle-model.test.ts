import { expect, it } from 'vitest'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { createIdle } from './idle-model.ts'

it.each(['4', '61', '7.5', '', 'soon'])('[LK7] %j minutes are not asked for', async (typed) => {
  const server = fakeAsk()
  const idle = createIdle(server.apiCall, 15, () => {})
  idle.type(typed)
  await idle.save()
  expect([idle.wrong.get(), server.asked]).toEqual([true, []])
})

it.each(['5', '60'])('[LK7] %s minutes are', async (typed) => {
  const server = fakeAsk()
  const idle = createIdle(server.apiCall, 15, () => {})
  idle.type(typed)
  await idle.save()
  expect(server.asked).toEqual([
    { method: 'PUT', url: '/api/staff/settings/idle', body: { idleMinutes: Number(typed) } },
  ])
  expect(idle.saving.request.get().kind).toBe('done')
})
