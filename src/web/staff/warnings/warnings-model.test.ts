import { describe, expect, it } from 'vitest'
import { words } from '#text/warnings'
import { fakeAsk, fakeClock } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createWarnings, EVERY_MS } from './warnings-model.ts'

describe('what needs attention on the server', () => {
  it('[LV14] is read once a minute, and what was read stays when it cannot be', async () => {
    const clock = fakeClock()
    const server = fakeAsk({ 'GET /api/staff/warnings': { warnings: [{ kind: 'disk', freeMegabytes: 300 }] } })
    const model = createWarnings(server.apiCall, clock, true)
    await model.load()
    expect(model.warnings.get()).toEqual([{ kind: 'disk', freeMegabytes: 300 }])
    server.replies['GET /api/staff/warnings'] = new Refusal('server/busy')
    await model.load()
    expect(model.warnings.get()).toHaveLength(1)
    server.replies['GET /api/staff/warnings'] = { warnings: [] }
    clock.pass(EVERY_MS)
    await expect.poll(() => model.warnings.get()).toEqual([])
  })

  it('[LV14] is asked for by nobody who may not know', async () => {
    const server = fakeAsk({})
    const model = createWarnings(server.apiCall, fakeClock(), false)
    await model.load()
    expect(server.asked).toEqual([])
  })

  it('[LV14] says of each what it is, what comes of it and what to do', () => {
    const ahead = (aheadSeconds: number) => words.say({ kind: 'clock', aheadSeconds }).title
    expect(ahead(-3600)).toContain('60 minutes behind')
    expect(ahead(40 * 24 * 3600)).toContain('960 hours ahead')
    expect(ahead(0)).toContain('was changed')
    expect(words.say({ kind: 'timers', names: ['outbox', 'retention'] }).harm).toContain('outbox and retention')
    expect(words.say({ kind: 'backup', days: null, most: 1 }).title).toBe('There is no backup')
  })
})
