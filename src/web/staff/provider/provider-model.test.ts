import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createProvider, type ProviderWhy } from './provider-model.ts'

const START = 'POST /api/open/provider/start'
const FINISH = 'POST /api/open/provider/finish'
const me = { name: 'Priya Raman' } as Me

function setUp(search: string, why: ProviderWhy = 'here') {
  const server = fakeAsk({ [START]: { url: 'https://login.harbour.example/?state=x' } })
  const left: string[] = []
  const done: Me[] = []
  const ports = {
    apiCall: server.apiCall,
    leave: (url: string) => void left.push(url),
    onDone: (who: Me) => void done.push(who),
  }
  return { server, left, done, model: createProvider(ports, search, why) }
}

describe('the way to the organisation’s own sign-in and back', () => {
  it('[ID2] asks where to go, and goes there', async () => {
    const { model, left, server } = setUp('')
    await model.begin()
    expect(left).toEqual(['https://login.harbour.example/?state=x'])
    expect(server.asked).toMatchObject([
      { method: 'POST', url: '/api/open/provider/start', body: { beside: false, anew: false } },
    ])
  })

  it('[ID2] hands on what it came back with, and goes on as who it is', async () => {
    const { model, server, done, left } = setUp('?code=a&state=b')
    server.replies[FINISH] = { me, beside: false }
    expect(model.state.get().kind).toBe('coming')
    await model.begin()
    expect(server.asked.map(({ body }) => body)).toEqual([{ search: '?code=a&state=b' }])
    expect([done, left]).toEqual([[me], []])
  })

  it('[ID13] waits for the provider as long as the server does', async () => {
    for (const [search, why] of [
      ['', 'here'],
      ['?code=a', 'here'],
      ['', 'prove'],
    ] as const) {
      const { model, server } = setUp(search, why)
      await model.begin().catch(() => {})
      expect(server.asked.map(({ patienceMs }) => patienceMs)).toEqual([35_000])
    }
  })

  it('[ID21] in a second tab it says to go back to the first', async () => {
    const { model, server, done } = setUp('?code=a', 'beside')
    server.replies[FINISH] = { me, beside: true }
    await model.begin()
    expect(model.state.get()).toEqual({ kind: 'beside', name: 'Priya Raman' })
    expect(done).toEqual([])
  })

  it('[ID2] a refusal is shown, and another try begins from the start', async () => {
    const { model, server, left } = setUp('?code=a')
    server.replies[FINISH] = new Refusal('access/provider-failed')
    await model.begin()
    expect(model.state.get()).toMatchObject({ kind: 'refused', refusal: { code: 'access/provider-failed' } })
    await model.again()
    expect(left).toHaveLength(1)
    expect(server.asked.at(-1)?.body).toEqual({ beside: false, anew: false })
  })

  it('[ID23] whom nobody here knows is asked there who they are, not let in as the same again', async () => {
    const { model, server } = setUp('?code=a')
    server.replies[FINISH] = new Refusal('access/provider-unknown-person')
    await model.begin()
    await model.again()
    expect(server.asked.at(-1)?.body).toEqual({ beside: false, anew: true })
  })
})
