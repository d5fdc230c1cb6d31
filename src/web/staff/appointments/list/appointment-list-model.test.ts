import { expect, test } from 'vitest'
import type { AppointmentList } from '#contract/appointment'
import { DESK, someAppointment } from '../../../../../test/made-up-appointments.ts'
import { fakeAsk } from '../../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../../net/api.ts'
import { createAppointmentList } from './appointment-list-model.ts'

const URL = 'POST /api/staff/appointments/search'
const NEXT = { startsAt: 5, id: 'a5' }
const FIRST = someAppointment('a1', '2027-03-01 09:00')
const list = (ids: readonly string[], next: AppointmentList['next'] = null): AppointmentList => ({
  ...{ ...DESK, next },
  appointments: ids.map((id) => someAppointment(id, '2027-03-01 09:00')),
})

async function opened(reply: AppointmentList = list(['a1'])) {
  const server = fakeAsk({ [URL]: reply })
  const model = createAppointmentList(server.apiCall, async () => true)
  await model.reload()
  const shown = () => {
    const { found } = model.state.get()
    return found.kind === 'loaded' ? found.list.appointments.map(({ id }) => id) : found.kind
  }
  const last = () => server.asked.filter(({ url }) => url.endsWith('/search')).at(-1)?.body
  return { server, model, shown, last }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('[AP25] what is chosen counts at once, and the text once it is searched for', async () => {
  const { server, model, last } = await opened()
  expect(last()).toEqual({
    ...{ text: '', when: 'coming', status: null, areaId: null, practitionerId: null, after: null },
  })
  model.write(' Ellis ')
  expect(server.asked).toHaveLength(1)
  await model.search()
  expect(last()).toMatchObject({ text: 'Ellis' })
  await model.choose({ status: 'cancelled', practitionerId: 'jane' })
  expect(last()).toMatchObject({ text: 'Ellis', status: 'cancelled', practitionerId: 'jane' })
  // Of another waiting area's team that practitioner may not be.
  await model.choose({ areaId: 'falls' })
  expect(last()).toMatchObject({ areaId: 'falls', practitionerId: null })
  for (const { url } of server.asked) expect(url).not.toContain('Ellis')
  await model.reset()
  expect(model.state.get().sieve).toMatchObject({ text: '', status: '', areaId: '' })
})

test('[AP25] pages are turned there and back, and what is done reads the same page anew', async () => {
  const { server, model, shown, last } = await opened(list(['a1'], NEXT))
  const found = () => {
    const now = model.state.get().found
    if (now.kind !== 'loaded') throw new Error(now.kind)
    return now
  }
  expect(found()).toMatchObject({ page: 1, before: null })
  server.replies[URL] = list(['a6'])
  found().after?.()
  await settled()
  expect(last()).toMatchObject({ after: NEXT })
  expect(found()).toMatchObject({ page: 2, after: null })
  server.replies['POST /api/staff/areas/knee/appointments/a1/did-not-attend'] = { appointment: FIRST, clash: false }
  await model.miss(FIRST)
  expect(last()).toMatchObject({ after: NEXT })
  // It was the only one of its page, and is not among those that are looked for any more.
  server.replies[URL] = list([])
  const asked = server.asked.length
  await model.miss(FIRST)
  expect(server.asked.slice(asked + 1).map(({ body }) => (body as { after: unknown }).after)).toEqual([NEXT, null])
  expect(shown()).toEqual([])
  expect(found().page).toBe(1)
})

test('[AP25] the answer to an earlier search never replaces a later one’s, and one that failed is tried again as it was', async () => {
  const { server, model, shown, last } = await opened()
  let answer = (_: AppointmentList) => {}
  server.replies[URL] = new Promise<AppointmentList>((resolve) => {
    answer = resolve
  })
  const slow = model.choose({ when: 'past' })
  server.replies[URL] = list(['later'])
  await model.choose({ when: 'coming' })
  answer(list(['earlier']))
  await slow
  expect(shown()).toEqual(['later'])
  server.replies[URL] = new Refusal('offline')
  await model.choose({ status: 'seen' })
  expect(shown()).toBe('refused')
  server.replies[URL] = list(['a2'])
  await model.reload()
  expect(last()).toMatchObject({ status: 'seen' })
  expect(shown()).toEqual(['a2'])
})

test('[AP25] a press opens one with all that can be done; what was copied closes it', async () => {
  const { server, model } = await opened()
  server.replies['GET /api/staff/areas/knee/appointments/a1/link'] = { url: 'https://bedside.example/v/x' }
  model.open(FIRST)
  expect(model.dialog.get()).toEqual({ kind: 'details', appointment: FIRST })
  await model.copyLink(FIRST)
  expect(model.dialog.get()).toBeNull()
  expect(model.told.get()?.text).toBe('Link copied')
  // Where it could not be, the details stay and say so.
  server.replies['GET /api/staff/areas/knee/appointments/a1/link'] = new Refusal('appointment/not-found')
  model.open(FIRST)
  await model.copyLink(FIRST)
  expect(model.dialog.get()?.kind).toBe('details')
  expect(model.doing.request.get().kind).toBe('refused')
})
