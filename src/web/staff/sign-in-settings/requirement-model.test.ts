import { expect, it } from 'vitest'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createRequirement } from './requirement-model.ts'

const URL = '/api/staff/settings/second-factor'

it('[SF13] is saved when it is ticked; refused, it stays as it was', async () => {
  const server = fakeAsk({ [`GET ${URL}`]: { required: false, people: 3, without: 2 } })
  const model = createRequirement(server.apiCall)
  await model.load()
  server.replies[`PUT ${URL}`] = new Refusal('access/not-allowed')
  await model.require(true)
  expect([model.state.get()?.required, model.acting.request.get().kind]).toEqual([false, 'refused'])
  server.replies[`PUT ${URL}`] = { required: true, people: 3, without: 2 }
  await model.require(true)
  expect(server.asked.at(-1)?.body).toEqual({ required: true })
  expect([model.state.get()?.required, model.acting.request.get().kind]).toEqual([true, 'done'])
})
