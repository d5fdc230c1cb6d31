import { describe, expect, it } from 'vitest'
import { NOTHING_FOUND } from '#domain/equipment'
import { someFindings } from '../../../test/made-up-findings.ts'
import { fakeAsk } from '../../../test/staff/fake-connection.ts'
import type { EquipmentProgress, EquipmentRun } from '../checks/equipment-run.ts'
import { createStore } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'
import { checkAge, createOwnEquipment } from './own-equipment.ts'

function fakeRun() {
  const state = createStore<EquipmentProgress>({
    findings: NOTHING_FOUND,
    stage: 'camera',
    progress: 0.2,
    waiting: null,
    sound: null,
  })
  let finish: (findings: typeof NOTHING_FOUND) => void = () => {}
  const calls: string[] = []
  const run: EquipmentRun = {
    state,
    finished: new Promise((resolve) => {
      finish = resolve
    }),
    skip: () => calls.push('skip'),
    sayHeard: (heard) => calls.push(`heard ${heard}`),
    stop: () => {
      calls.push('stop')
      finish(state.get().findings)
    },
  }
  return { run, state, calls, finish: (findings: typeof NOTHING_FOUND) => finish(findings) }
}

function setUp(before = null as ReturnType<typeof someFindings> | null) {
  const server = fakeAsk()
  const fake = fakeRun()
  const own = createOwnEquipment({
    me: { equipment: before },
    apiCall: server.apiCall,
    openRun: () => fake.run,
    mostMB: 12,
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { server, fake, own, settle }
}

describe('one’s own equipment', () => {
  it('[PD10] a check tells what it finds as it goes, and what it found is saved', async () => {
    const { own, fake, server, settle } = setUp()
    own.start()
    expect(own.check.get()).toMatchObject({ kind: 'running', progress: { stage: 'camera' } })
    fake.state.update((now) => ({ ...now, stage: 'connection', progress: 0.7 }))
    expect(own.check.get()).toMatchObject({ progress: { stage: 'connection', progress: 0.7 } })
    const found = someFindings(5)
    fake.finish(found)
    await settle()
    expect(own.check.get().kind).toBe('idle')
    expect(own.found.get()).toEqual(found)
    expect(server.asked).toEqual([{ method: 'PUT', url: '/api/staff/equipment', body: found }])
    expect(own.saving.get().kind).toBe('done')
  })

  it('[PD10] what could not be saved stays and is sent again', async () => {
    const { own, fake, server, settle } = setUp()
    server.replies['PUT /api/staff/equipment'] = new Refusal('offline')
    own.start()
    fake.finish(someFindings(5))
    await settle()
    expect(own.saving.get()).toMatchObject({ kind: 'refused' })
    expect(own.found.get()?.at).toBe(5)
    server.replies = {}
    await own.save()
    expect(own.saving.get().kind).toBe('done')
    expect(server.asked).toHaveLength(2)
  })

  it('[PD10] a check that is stopped leaves what was found before', async () => {
    const { own, fake, server, settle } = setUp(someFindings(1))
    own.start()
    own.stop()
    await settle()
    expect(fake.calls).toEqual(['stop'])
    expect(own.found.get()?.at).toBe(1)
    expect(server.asked).toEqual([])
  })

  it('the answer to “did you hear it?” after the end is saved too', async () => {
    const { own, fake, server, settle } = setUp()
    own.start()
    fake.finish(someFindings(5))
    await settle()
    own.sayHeard(false)
    await settle()
    expect(own.found.get()?.speaker?.heard).toBe(false)
    expect(server.asked.at(-1)).toMatchObject({ body: { speaker: { heard: false } } })
  })

  it('[PD11] asks for a check when there was none within 24 hours', () => {
    const day = 24 * 60 * 60_000
    expect(checkAge(null, day)).toBe('never')
    expect(checkAge(someFindings(0), day - 1)).toBe('fresh')
    expect(checkAge(someFindings(0), day)).toBe('old')
  })
})
