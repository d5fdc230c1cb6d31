import { describe, expect, it } from 'vitest'
import type { QueueVisit } from '#contract/visit'
import { someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { countStates, filterLines, NO_FILTER, plansOf, type QueueFilter } from './queue-filter.ts'
import { queueLines } from './queue-line.ts'

const MINUTE = 60_000
const lee = { id: 'lee', name: 'Dr Lee' }
const linesOf = (visits: QueueVisit[], limitedView = false) =>
  queueLines([{ ...someArea(1, visits), limitedView }], 'me', 40 * MINUTE, () => true)

const lines = linesOf([
  someVisit(0, { planId: 'skin' }),
  someVisit(30),
  someVisit(29, { awaySince: 0 }),
  someVisit(1, { status: 'being-seen', practitioner: lee, planId: 'skin' }),
  someVisit(2, { status: 'on-hold', practitioner: lee }),
])
const found = (filter: Partial<QueueFilter>) =>
  filterLines(lines, { ...NO_FILTER, ...filter }).map(({ visit }) => visit.firstName)

describe('[D35] narrowing the queue', () => {
  it('by nothing leaves it as it is', () => {
    expect(filterLines(lines, { ...NO_FILTER, search: '  ' })).toBe(lines)
  })

  it('by state: everybody is in exactly one', () => {
    expect(found({ state: 'waiting' })).toEqual(['First0', 'First30'])
    expect(found({ state: 'away' })).toEqual(['First29'])
    expect(found({ state: 'with' })).toEqual(['First1'])
    expect(found({ state: 'on-hold' })).toEqual(['First2'])
    expect(countStates(lines)).toEqual({ waiting: 2, away: 1, with: 1, 'on-hold': 1 })
  })

  it('by wait: longer than so long, of those who wait', () => {
    expect(found({ longerThan: 10 })).toEqual(['First0', 'First29'])
  })

  it('by what they come for, and all of it together', () => {
    expect(found({ planId: 'skin' })).toEqual(['First0', 'First1'])
    expect(found({ planId: 'skin', state: 'waiting', search: 'last' })).toEqual(['First0'])
  })

  it('[D37] by purpose finds nobody of whom the reader may not know it', () => {
    const limited = linesOf([someVisit(0, { planId: 'skin' })], true)
    expect(filterLines(limited, { ...NO_FILTER, planId: 'skin' })).toEqual([])
    expect(plansOf(limited, null)).toEqual([])
  })

  it('a purpose that is filtered by stays offered when its last one has gone', () => {
    expect(plansOf(lines, 'home')).toEqual(['skin', 'talking', 'home'])
  })
})
