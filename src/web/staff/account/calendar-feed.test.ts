import { describe, expect, it } from 'vitest'
import type { CalendarFeed } from '#contract/calendar-feed'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createCalendarFeed } from './calendar-feed-model.ts'

const URL = '/api/staff/account/calendar'
const FEED: CalendarFeed = { madeAt: 1, readAt: null, team: false }
const ADDRESS = 'https://x.example/api/open/calendar/secret/appointments.ics'

async function opened(feed: CalendarFeed | null, replies: Record<string, unknown> = {}) {
  const server = fakeAsk({
    [`GET ${URL}`]: { feed },
    [`POST ${URL}`]: { feed: FEED, url: ADDRESS },
    [`PUT ${URL}`]: { feed: { ...FEED, team: true } },
    [`POST ${URL}/end`]: { feed: null },
    ...replies,
  })
  const model = createCalendarFeed(server.apiCall)
  await model.load()
  return { model, server }
}

describe('one’s own calendar feed', () => {
  it('[CF1] [CF2] is made with what was chosen, and its address is there until the page is opened again', async () => {
    const { model, server } = await opened(null)
    await model.choose(true)
    expect(server.asked).toHaveLength(1)
    await model.make()
    expect(server.asked.at(-1)).toMatchObject({ url: URL, body: { team: true } })
    expect(model.state.get()).toMatchObject({ feed: FEED, url: ADDRESS })
    server.replies[`GET ${URL}`] = { feed: FEED }
    await model.load()
    expect(model.state.get()).toMatchObject({ feed: FEED, url: null })
  })

  it('[CF2] what it shows changes by itself, and stays as it was where that was refused', async () => {
    const { model, server } = await opened(FEED)
    await model.choose(true)
    expect(server.asked.at(-1)).toMatchObject({ url: URL, body: { team: true } })
    expect(model.state.get()).toMatchObject({ team: true, told: 'team', url: null })
    server.replies[`PUT ${URL}`] = new Refusal('offline')
    await model.choose(false)
    expect(model.state.get()).toMatchObject({ team: true, told: null })
    expect(model.acting.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
  })

  it('[CF1] is taken away, with the address that stood there', async () => {
    const { model } = await opened(null)
    await model.make()
    await model.end()
    expect(model.state.get()).toMatchObject({ feed: null, url: null, told: 'ended' })
  })

  it('[CF1] not made, for whatever reason: what was chosen stays', async () => {
    const { model } = await opened(null, { [`POST ${URL}`]: new Refusal('session/proof-needed') })
    await model.choose(true)
    await model.make()
    expect(model.state.get()).toMatchObject({ kind: 'loaded', feed: null, url: null, team: true })
    expect(model.acting.request.get().kind).toBe('refused')
  })

  it('says so where nobody knows whether there is one', async () => {
    const { model } = await opened(null, { [`GET ${URL}`]: new Refusal('offline') })
    expect(model.state.get()).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
  })
})
