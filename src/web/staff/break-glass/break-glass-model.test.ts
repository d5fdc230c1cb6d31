import { describe, expect, it } from 'vitest'
import type { BreakGlassView } from '#contract/break-glass'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createBreakGlass } from './break-glass-model.ts'

const LOOK = 'GET /api/staff/break-glass'
const OPEN = 'POST /api/staff/break-glass'
const knee = { id: 'knee', name: 'Knee service', areas: ['Knee clinic'] }
const hand = { id: 'hand', name: 'Hand service', areas: ['Hand clinic'] }
const view = (change: Partial<BreakGlassView> = {}): BreakGlassView => ({
  allowed: true,
  services: [knee, hand],
  open: [],
  now: 0,
  ...change,
})
const REASON = 'A colleague fell ill'

async function begun(replies: Record<string, unknown> = {}) {
  const server = fakeAsk({ [LOOK]: view(), [OPEN]: view(), ...replies })
  const opened: string[] = []
  const model = createBreakGlass(server.apiCall, () => opened.push('opened'))
  await model.begin()
  return { model, server, opened }
}

describe('[BG7] breaking the glass', () => {
  it('asks for the service and the reason, both at once, before anything is sent', async () => {
    const { model, server, opened } = await begun()
    model.type('urgent')
    await model.submit()
    expect(model.state.get()).toMatchObject({ faults: ['service', 'reason'], attempt: 1, sending: false })
    expect([server.asked.length, opened]).toEqual([1, []])
    model.choose('hand')
    model.type(REASON)
    await model.submit()
    expect(server.asked.at(-1)?.body).toEqual({ serviceId: 'hand', reason: REASON })
    expect(opened).toEqual(['opened'])
  })

  it('opens once, however often it is pressed', async () => {
    const { model, server } = await begun()
    model.choose('hand')
    model.type(REASON)
    await Promise.all([model.submit(), model.submit()])
    expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('the only service there is needs no choosing', async () => {
    const { model } = await begun({ [LOOK]: view({ services: [knee] }) })
    expect(model.state.get()).toMatchObject({ serviceId: 'knee' })
  })

  it('says why there is nothing to open', async () => {
    expect((await begun({ [LOOK]: view({ allowed: false }) })).model.state.get()).toEqual({
      kind: 'closed',
      why: 'off',
    })
    expect((await begun({ [LOOK]: view({ services: [] }) })).model.state.get()).toEqual({ kind: 'closed', why: 'none' })
    expect((await begun({ [LOOK]: new Refusal('offline') })).model.state.get()).toMatchObject({ kind: 'refused' })
  })

  it('keeps what was typed when it was refused', async () => {
    const { model } = await begun({ [OPEN]: new Refusal('break-glass/switched-off') })
    model.choose('knee')
    model.type(REASON)
    await model.submit()
    expect(model.state.get()).toMatchObject({
      reason: REASON,
      refusal: { code: 'break-glass/switched-off' },
      sending: false,
    })
  })
})
