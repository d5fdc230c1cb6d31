import { describe, expect, it } from 'vitest'
import { fakeClock, someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { createStore } from '../../kit/store.ts'
import { createArrivalAlert, REPEAT_MS } from './arrival-alert.ts'

function setUp(preferences = { sound: true, notification: true, title: true }) {
  const clock = fakeClock()
  const heard = { chimes: 0, notified: [] as string[], cleared: 0 }
  const alert = createArrivalAlert(
    clock,
    {
      chime: () => heard.chimes++,
      notify: (areaName) => heard.notified.push(areaName),
      clearNotifications: () => heard.cleared++,
    },
    createStore(preferences),
  )
  return { clock, heard, alert }
}

const empty = [someArea(1, [])]
const one = [someArea(1, [someVisit(1)])]

describe('announcing newcomers', () => {
  it('[D17] those already there when the page opens are not news', () => {
    const { alert, heard, clock } = setUp()
    alert.hear(one)
    clock.pass(5 * REPEAT_MS)
    expect(heard).toEqual({ chimes: 0, notified: [], cleared: 0 })
    expect(alert.unseen.get().get(one[0]?.areaId ?? '')).toBe(0)
  })

  it('[D17] the sound repeats until somebody is at the page', () => {
    const { alert, heard, clock } = setUp()
    alert.hear(empty)
    alert.hear(one)
    expect(heard.chimes).toBe(1)
    clock.pass(2 * REPEAT_MS)
    expect(heard.chimes).toBe(3)
    alert.noticed()
    clock.pass(5 * REPEAT_MS)
    expect(heard.chimes).toBe(3)
  })

  it('[D17] the sound ends when the newcomer no longer waits', () => {
    const { alert, heard, clock } = setUp()
    alert.hear(empty)
    alert.hear(one)
    alert.hear(empty)
    clock.pass(5 * REPEAT_MS)
    expect(heard.chimes).toBe(1)
    expect([...alert.unseen.get().values()]).toEqual([0])
  })

  it('[D17] a second newcomer sounds at once and does not double the repeating', () => {
    const { alert, heard, clock } = setUp()
    alert.hear(empty)
    alert.hear(one)
    alert.hear([someArea(1, [someVisit(1), someVisit(2)])])
    expect(heard.chimes).toBe(2)
    clock.pass(REPEAT_MS)
    expect(heard.chimes).toBe(3)
  })

  it('[D17] somebody sent back to waiting is not a newcomer', () => {
    const { alert, heard } = setUp()
    const lee = { id: 'lee', name: 'Dr Lee' }
    alert.hear([someArea(1, [someVisit(1, { status: 'being-seen', practitioner: lee })])])
    alert.hear(one)
    expect(heard.chimes).toBe(0)
  })

  it('[D18] in a call nothing sounds, and the count goes on', () => {
    const { alert, heard, clock } = setUp()
    alert.hear(empty)
    alert.setInCall(true)
    alert.hear(one)
    clock.pass(3 * REPEAT_MS)
    expect(heard.chimes).toBe(0)
    expect([...alert.unseen.get().values()]).toEqual([1])
    alert.setInCall(false)
    clock.pass(REPEAT_MS)
    expect(heard.chimes).toBe(1)
  })

  it('[D19] sound and notification can each be switched off', () => {
    const quiet = setUp({ sound: false, notification: true, title: true })
    quiet.alert.hear(empty)
    quiet.alert.hear(one)
    quiet.clock.pass(REPEAT_MS)
    expect(quiet.heard).toMatchObject({ chimes: 0, notified: ['Area 1'] })
    const bare = setUp({ sound: true, notification: false, title: true })
    bare.alert.hear(empty)
    bare.alert.hear(one)
    expect(bare.heard).toMatchObject({ chimes: 1, notified: [] })
  })

  it('[D20] a notification is told the area and nothing else', () => {
    const { alert, heard } = setUp()
    alert.hear(empty)
    alert.hear([someArea(1, [someVisit(1), someVisit(2)])])
    expect(heard.notified).toEqual(['Area 1'])
  })

  it('[D41] an area that wants no sound or no notification gets none, and its newcomers are counted all the same', () => {
    const quiet = { sound: false, desktop: false }
    const [first, second] = [{ ...someArea(1, []), alerts: quiet }, someArea(2, [])]
    const { alert, heard, clock } = setUp()
    alert.hear([first, second])
    alert.hear([{ ...first, visits: [someVisit(1)] }, second])
    clock.pass(3 * REPEAT_MS)
    expect(heard).toMatchObject({ chimes: 0, notified: [] })
    expect(alert.unseen.get().get(first.areaId)).toBe(1)
    alert.hear([
      { ...first, visits: [someVisit(1)] },
      { ...second, visits: [someVisit(2)] },
    ])
    expect(heard).toMatchObject({ chimes: 1, notified: ['Area 2'] })
    // Only the quiet one's newcomer is left.
    alert.hear([{ ...first, visits: [someVisit(1)] }, second])
    clock.pass(3 * REPEAT_MS)
    expect(heard.chimes).toBe(1)
  })

  it('[D41] what a person has switched off no area switches on', () => {
    const { alert, heard } = setUp({ sound: false, notification: false, title: true })
    alert.hear(empty)
    alert.hear(one)
    expect(heard).toMatchObject({ chimes: 0, notified: [] })
  })

  it('[D3] newcomers are counted by area until that area is looked at', () => {
    const { alert } = setUp()
    const [first, second] = [someArea(1, []), someArea(2, [])]
    alert.hear([first, second])
    alert.hear([someArea(1, [someVisit(1)]), someArea(2, [someVisit(2), someVisit(3)])])
    alert.seen(first.areaId)
    expect(Object.fromEntries(alert.unseen.get())).toEqual({ [first.areaId]: 0, [second.areaId]: 2 })
  })
})
