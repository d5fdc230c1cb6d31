import { describe, expect, it } from 'vitest'
import { someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { type LinePlace, queueLine, queueLines, summaryOf, toneOf } from './queue-line.ts'

const MINUTE = 60_000
const me = { id: 'me', name: 'Dr Khan' }
const here: LinePlace = { areaId: 'area', name: 'Area 1', timeZone: 'Europe/London', limitedView: false, mayJoin: true }
const anywhere = () => true
const lee = { id: 'lee', name: 'Dr Lee' }

describe('lines of the queue', () => {
  it('[D58] on hold has a colour that nothing else has', () => {
    const held = { kind: 'on-hold', name: 'Dr Lee', mine: false } as const
    const others = [
      ...(['new', 'waiting', 'long'] as const).map((urgency) => ({ kind: 'waiting', urgency }) as const),
      { kind: 'away', minutes: 3 } as const,
      { kind: 'with', name: 'Dr Lee', mine: true } as const,
      { kind: 'gone' } as const,
    ]
    expect(others.map(toneOf)).not.toContain(toneOf(held))
  })

  it('[RO2] whoever may not join has no button, and sees all the same', () => {
    const line = queueLine(someVisit(0), 'me', MINUTE, { ...here, mayJoin: false })
    expect(line).toMatchObject({ action: null, state: { kind: 'waiting' } })
  })

  it('[D10] those who wait come first, by arrival; those with a practitioner follow', () => {
    const area = someArea(1, [
      someVisit(1, { status: 'being-seen', practitioner: lee }),
      someVisit(4),
      someVisit(2, { awaySince: 0 }),
      someVisit(3, { status: 'on-hold', practitioner: lee }),
    ])
    expect(queueLines([area], 'me', 5 * MINUTE, anywhere).map((line) => line.visit.firstName)).toEqual([
      'First2',
      'First4',
      'First1',
      'First3',
    ])
  })

  it('[D11] a wait is new in its first minute and long from 30 minutes', () => {
    const visit = someVisit(0)
    const at = (ms: number) => queueLine(visit, 'me', ms, here)
    expect(at(MINUTE - 1).state).toEqual({ kind: 'waiting', urgency: 'new' })
    expect(at(MINUTE).state).toEqual({ kind: 'waiting', urgency: 'waiting' })
    expect(at(30 * MINUTE - 1)).toMatchObject({ state: { urgency: 'waiting' }, long: false, waited: 29 })
    expect(at(30 * MINUTE)).toMatchObject({ state: { urgency: 'long' }, long: true, waited: 30 })
  })

  it('[D11] a clock of this machine that is behind shows no negative wait', () => {
    expect(queueLine(someVisit(10), 'me', 0, here).waited).toBe(0)
  })

  it('[D12] somebody away is shown as away, for how long, and can still be joined', () => {
    const line = queueLine(someVisit(0, { awaySince: 3 * MINUTE }), 'me', 10 * MINUTE, here)
    expect(line).toMatchObject({ state: { kind: 'away', minutes: 7 }, waited: 10, action: 'join' })
  })

  it('[D13] being seen names the practitioner and offers nothing to others', () => {
    const line = queueLine(someVisit(1, { status: 'being-seen', practitioner: lee }), 'me', MINUTE, here)
    expect(line).toMatchObject({ state: { kind: 'with', name: 'Dr Lee', mine: false }, action: null })
  })

  it('[D13] whoever holds the visit can return to the call', () => {
    const seen = queueLine(someVisit(1, { status: 'being-seen', practitioner: me }), 'me', MINUTE, here)
    const held = queueLine(someVisit(1, { status: 'on-hold', practitioner: me }), 'me', MINUTE, here)
    expect(seen).toMatchObject({ state: { kind: 'with', mine: true }, action: 'return' })
    expect(held).toMatchObject({ state: { kind: 'on-hold', mine: true }, action: 'return' })
  })

  it('[D34] of several areas they are one queue by arrival, and each says where', () => {
    const areas = [someArea(1, [someVisit(2), someVisit(4)]), someArea(2, [someVisit(1), someVisit(3)])]
    const lines = queueLines(areas, 'me', 5 * MINUTE, anywhere)
    expect(lines.map((line) => [line.visit.firstName, line.place.name])).toEqual([
      ['First1', 'Area 2'],
      ['First2', 'Area 1'],
      ['First3', 'Area 2'],
      ['First4', 'Area 1'],
    ])
  })

  it('[D37] each area gives what this person is there', () => {
    const areas = [someArea(1, [someVisit(1)]), { ...someArea(2, [someVisit(2)]), limitedView: true }]
    const lines = queueLines(areas, 'me', 5 * MINUTE, (areaId) => areaId === areas[0]?.areaId)
    expect(lines.map(({ action, place }) => [action, place.limitedView])).toEqual([
      ['join', false],
      [null, true],
    ])
  })

  it('[D40] who is about to join is said of colleagues, for as long as it holds', () => {
    const taken = (id: string) => someVisit(1, { takenBy: { id, name: 'Dr Lee', until: 2 * MINUTE } })
    expect(queueLine(taken('lee'), 'me', MINUTE, here).takenBy).toBe('Dr Lee')
    expect(queueLine(taken('lee'), 'me', 2 * MINUTE, here).takenBy).toBeNull()
    expect(queueLine(taken('me'), 'me', MINUTE, here).takenBy).toBeNull()
  })

  it('the summary counts who waits, who is away, and the longest wait', () => {
    const area = someArea(1, [
      someVisit(0),
      someVisit(5, { awaySince: 6 * MINUTE }),
      someVisit(1, { status: 'being-seen', practitioner: lee }),
    ])
    expect(summaryOf(area, 31 * MINUTE)).toEqual({ waiting: 2, away: 1, beingSeen: 1, longest: 31, long: true })
    expect(summaryOf(someArea(2, []), 0)).toEqual({ waiting: 0, away: 0, beingSeen: 0, longest: null, long: false })
  })
})
