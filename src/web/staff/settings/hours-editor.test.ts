import { describe, expect, it } from 'vitest'
import type { OpeningBlock } from '#domain/area'
import { addSpan, changeSpan, copyMonday, readHours, removeSpan, type TypedHours, typedHours } from './hours-editor.ts'

const weekday = (day: number, ...spans: [string, string][]): TypedHours => ({
  ...typedHours([]),
  always: false,
  days: [1, 2, 3, 4, 5, 6, 0].map((one) => ({
    weekday: one,
    spans: one === day ? spans.map(([from, to]) => ({ from, to })) : [],
  })),
})
const faultsOf = (typed: TypedHours) => {
  const read = readHours(typed)
  return read.ok ? [] : read.faults
}

describe('opening hours as typed', () => {
  it('[D31] several spans a day go there and back', () => {
    const blocks: OpeningBlock[] = [
      { weekday: 1, from: 540, to: 750 },
      { weekday: 1, from: 810, to: 1020 },
      { weekday: 0, from: 600, to: 1440 },
    ]
    const typed = typedHours(blocks)
    expect(typed.days[0]).toEqual({
      weekday: 1,
      spans: [
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '17:00' },
      ],
    })
    expect(readHours(typed)).toEqual({ ok: true, blocks })
  })

  it('[D31] an end of 00:00 is midnight', () => {
    expect(typedHours([{ weekday: 3, from: 0, to: 1440 }]).days[2]?.spans).toEqual([{ from: '00:00', to: '00:00' }])
    expect(readHours(weekday(3, ['20:00', '00:00']))).toMatchObject({
      ok: true,
      blocks: [{ weekday: 3, from: 1200, to: 1440 }],
    })
  })

  it('[D31] always open is chosen, never left by oversight', () => {
    const none = weekday(1)
    expect(faultsOf(none)).toEqual([{ kind: 'no-hours' }])
    expect(readHours({ ...none, always: true })).toEqual({ ok: true, blocks: [] })
  })

  it('[D31] incomplete, backwards and overlapping spans are each named with their day', () => {
    expect(faultsOf(weekday(2, ['09:00', '']))).toEqual([{ kind: 'incomplete', weekday: 2, index: 0 }])
    expect(faultsOf(weekday(2, ['09:61', '10:00']))).toEqual([{ kind: 'incomplete', weekday: 2, index: 0 }])
    expect(faultsOf(weekday(2, ['17:00', '09:00']))).toEqual([{ kind: 'ends-before-it-begins', weekday: 2, index: 0 }])
    expect(faultsOf(weekday(2, ['09:00', '09:00']))).toEqual([{ kind: 'ends-before-it-begins', weekday: 2, index: 0 }])
    expect(faultsOf(weekday(5, ['13:00', '17:00'], ['09:00', '13:01']))).toEqual([
      { kind: 'overlaps', weekday: 5, index: 0 },
    ])
    expect(faultsOf(weekday(5, ['13:00', '17:00'], ['09:00', '13:00']))).toEqual([])
  })

  it('adds the usual day first, then an afternoon after the last end', () => {
    const morning = changeSpan(addSpan(weekday(1), 1), 1, 0, { to: '12:30' })
    expect(addSpan(morning, 1).days[0]?.spans).toEqual([
      { from: '09:00', to: '12:30' },
      { from: '13:30', to: '17:30' },
    ])
    expect(readHours(addSpan(weekday(1, ['08:00', '23:30']), 1)).ok).toBe(false)
    expect(removeSpan(morning, 1, 0).days[0]?.spans).toEqual([])
  })

  it("copies Monday's hours to the working week and leaves the weekend", () => {
    const copied = copyMonday(weekday(1, ['09:00', '17:00']))
    expect(copied.days.map((day) => day.spans.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
  })
})
