import { describe, expect, it } from 'vitest'
import { someVisit } from '../../../../test/staff/fake-connection.ts'
import { queueLine } from './queue-line.ts'
import { differsFrom, restingOrder } from './resting-order.ts'

const here = { areaId: 'area', name: 'Area 1', timeZone: 'Europe/London', limitedView: false, mayJoin: true }
const lines = (...counts: number[]) => counts.map((count) => queueLine(someVisit(count), 'me', 600_000, here))
const names = (drawn: ReturnType<typeof lines>) =>
  drawn.map((line) => line.visit.firstName + (line.state.kind === 'gone' ? ' gone' : ''))

describe('lines under a resting pointer', () => {
  it('[D14] keep their places; newcomers go to the end, who has left stays without an action', () => {
    const drawn = restingOrder(lines(1, 2, 3), lines(4, 3, 1), true)
    expect(names(drawn)).toEqual(['First1', 'First2 gone', 'First3', 'First4'])
    expect(drawn[1]?.action).toBeNull()
    expect(differsFrom(drawn, lines(4, 3, 1))).toBe(true)
  })

  it('[D14] say the newest all the same', () => {
    const lee = { id: 'lee', name: 'Dr Lee' }
    const seen = queueLine(someVisit(1, { status: 'being-seen', practitioner: lee }), 'me', 600_000, here)
    const drawn = restingOrder(lines(1, 2), [...lines(2), seen], true)
    expect(drawn[0]).toMatchObject({ state: { kind: 'with', name: 'Dr Lee' }, action: null })
  })

  it('[D12] once the pointer is gone nobody who has left is drawn', () => {
    const resting = restingOrder(lines(1, 2, 3), lines(3, 1), true)
    const settled = restingOrder(resting, lines(3, 1), false)
    expect(names(settled)).toEqual(['First3', 'First1'])
    expect(differsFrom(settled, lines(3, 1))).toBe(false)
  })
})
