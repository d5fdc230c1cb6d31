import { expect, it } from 'vitest'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createOpenings } from './openings-model.ts'

const view = { allowed: true, openings: [], now: 0 }
const LOOK = 'GET /api/staff/break-glass/openings'
const ALLOW = 'PUT /api/staff/settings/break-glass'

it('[BG4] shows who broke the glass, and says when it cannot', async () => {
  const server = fakeAsk({ [LOOK]: view })
  const model = createOpenings(server.apiCall, false)
  await model.load()
  expect(model.state.get()).toEqual({ kind: 'loaded', view })
  server.replies[LOOK] = new Refusal('offline')
  await model.load()
  expect(model.state.get().kind).toBe('refused')
})

it('[BG6] an administrator switches it off; an auditor cannot', async () => {
  const server = fakeAsk({ [LOOK]: view, [ALLOW]: { ...view, allowed: false } })
  expect(createOpenings(server.apiCall, false).allow).toBeNull()
  const model = createOpenings(server.apiCall, true)
  await model.allow?.(false)
  expect(server.asked.at(-1)?.body).toEqual({ allowed: false })
  expect(model.state.get()).toMatchObject({ view: { allowed: false } })
  server.replies[ALLOW] = new Refusal('server/busy')
  await model.allow?.(true)
  expect([model.saving.request.get().kind, model.state.get()]).toMatchObject(['refused', { view: { allowed: false } }])
})
