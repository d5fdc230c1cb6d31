import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeClock } from '../../../test/staff/fake-connection.ts'
import { createStore } from '../kit/store.ts'
import { createActivity } from './activity.ts'
import type { Session } from './session-model.ts'
import type { TabWord } from './tabs.ts'

const MINUTE = 60_000
const me = { idleMinutes: 15 } as Me

function setUp() {
  const clock = fakeClock()
  const session = createStore<Session>({ kind: 'signed-in', me })
  const log: string[] = []
  let hear = (_: TabWord) => {}
  const activity = createActivity({
    clock,
    session,
    tabs: { tell: (word) => log.push(`tabs ${word}`), hear: (listener) => (hear = listener) },
    tell: () => log.push('tell'),
    lock() {
      log.push('lock')
      session.set({ kind: 'locked', me, who: null })
    },
  })
  return { clock, session, log, activity, otherTab: () => hear('active') }
}

describe('[LK1] whether somebody is here', () => {
  it('nobody for the organisation’s time: the page locks, once', () => {
    const { clock, log } = setUp()
    clock.pass(15 * MINUTE - 1)
    expect(log).toEqual([])
    clock.pass(MINUTE)
    expect(log).toEqual(['lock'])
  })

  it('each movement begins the time anew', () => {
    const { clock, log, activity } = setUp()
    for (let minute = 0; minute < 60; minute += 10) {
      clock.pass(10 * MINUTE)
      activity.noticed()
    }
    expect(log).not.toContain('lock')
    clock.pass(15 * MINUTE)
    expect(log.at(-1)).toBe('lock')
  })

  it('somebody in another tab of this browser counts here, too', () => {
    const { clock, log, otherTab } = setUp()
    clock.pass(14 * MINUTE)
    otherTab()
    clock.pass(14 * MINUTE)
    expect(log).not.toContain('lock')
  })

  it('a movement that wakes a machine after the time locks in place of going on', () => {
    const { clock, log, session, activity } = setUp()
    let asleep = 0
    const now = clock.now
    Object.assign(clock, { now: () => now() + asleep })
    asleep = 20 * MINUTE
    activity.noticed()
    expect(log).toEqual(['lock'])
    expect(session.get().kind).toBe('locked')
  })

  it('whoever unlocks is here', () => {
    const { clock, log, session } = setUp()
    clock.pass(20 * MINUTE)
    session.set({ kind: 'signed-in', me })
    clock.pass(14 * MINUTE)
    expect(log).toEqual(['lock'])
  })
})

it('[LV2] a clock that is set back lets nobody’s page stay open for longer', () => {
  const { clock, log, activity } = setUp()
  let set = 0
  const now = clock.now
  Object.assign(clock, { now: () => now() + set })
  activity.noticed()
  set = -60 * MINUTE
  clock.pass(15 * MINUTE + 10_000)
  expect(log.at(-1)).toBe('lock')
})

it('[LK5] the server hears it at most every half minute, and hears the last of it', () => {
  const { clock, log, activity } = setUp()
  const tells = () => log.filter((word) => word === 'tell').length
  clock.pass(10 * MINUTE)
  expect(tells()).toBe(0)
  for (let second = 0; second < 20; second++) {
    activity.noticed()
    clock.pass(1000)
  }
  expect(tells()).toBe(1)
  clock.pass(30_000)
  expect(tells()).toBe(2)
  clock.pass(10 * MINUTE)
  expect(tells()).toBe(2)
})
