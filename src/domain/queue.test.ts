import { describe, expect, test } from 'vitest'
import { honestDelay, isOverdue, placesInQueue, urgencyOf, withChange } from './queue.ts'

const MINUTE = 60_000

describe('places', () => {
  test('[Q1] the earlier arrival comes first, whatever the order of reading', () => {
    const places = placesInQueue(
      [
        { visitId: 'c', arrivalNumber: 30, awaySince: null },
        { visitId: 'a', arrivalNumber: 10, awaySince: null },
        { visitId: 'b', arrivalNumber: 20, awaySince: null },
      ],
      0,
    )
    expect(Object.fromEntries(places)).toEqual({ a: 1, b: 2, c: 3 })
  })

  test('[Q1] nobody waits: there is no place', () => expect(placesInQueue([], 0).size).toBe(0))

  test('[Q1] the list that was read is left in its order', () => {
    const read = [
      { visitId: 'b', arrivalNumber: 2, awaySince: null },
      { visitId: 'a', arrivalNumber: 1, awaySince: null },
    ]
    placesInQueue(read, 0)
    expect(read.map((visit) => visit.visitId)).toEqual(['b', 'a'])
  })
})

describe('[Q15] whoever is away', () => {
  const HERE = { awaySince: null }
  const queue = (away: number) => [
    { visitId: 'a', arrivalNumber: 10, awaySince: 0 },
    { visitId: 'b', arrivalNumber: 20, awaySince: away },
    { visitId: 'c', arrivalNumber: 30, ...HERE },
    { visitId: 'd', arrivalNumber: 40, ...HERE },
  ]

  test.each([
    ['counts for less than two minutes', 2 * MINUTE - 1, 0, { a: 1, b: 2, c: 3, d: 4 }],
    ['then counts for nobody behind', 2 * MINUTE, 0, { a: 1, b: 1, c: 1, d: 2 }],
    ['is passed over alone', 2 * MINUTE, 1, { a: 1, b: 1, c: 2, d: 3 }],
  ])('%s', (_, now, away, places) => expect(Object.fromEntries(placesInQueue(queue(away), now))).toEqual(places))
})

describe('[Q16] a delay', () => {
  const said = { kind: 'said', minutes: 20, at: 10 * MINUTE } as const

  test.each([
    ['said counts from when it was said', said, 0, 30 * MINUTE, false],
    ['said is over after that', said, 0, 30 * MINUTE + 1, true],
    ['said counts from an arrival that was later', said, 15 * MINUTE, 35 * MINUTE, false],
    ['measured counts from the arrival', { kind: 'measured', minutes: 5 } as const, 0, 5 * MINUTE + 1, true],
    ['measured is not over before', { kind: 'measured', minutes: 5 } as const, 0, 5 * MINUTE, false],
    ['nobody knows of is never over', { kind: 'unknown' } as const, 0, 600 * MINUTE, false],
  ])('%s', (_, delay, arrivedAt, now, over) => expect(isOverdue(delay, arrivedAt, now)).toBe(over))
})

describe('[Q9] a queue after a change', () => {
  const of = (text: string, arrivalNumber: number, id = text.slice(0, 1)) => ({ id, arrivalNumber, text })
  const before = [of('a', 10), of('b', 20), of('c', 30)]

  test.each([
    ['one who came stands last', [of('d', 40)], [], 'a b c d'],
    ['one who came back stands where they stood', [of('d', 15)], [], 'a d b c'],
    ['one who changed stands there changed', [of('b!', 20)], [], 'a b! c'],
    ['one who is gone is gone', [], ['b'], 'a c'],
    ['one who is gone already is no loss', [], ['x'], 'a b c'],
    ['all at once', [of('c!', 30), of('d', 40)], ['a'], 'b c! d'],
  ])('%s', (_, visits, gone, after) => {
    expect(
      withChange(before, { visits, gone })
        .map(({ text }) => text)
        .join(' '),
    ).toBe(after)
    expect(before).toHaveLength(3)
  })
})

describe('[Q2] what may honestly be said of the delay', () => {
  test.each([
    ['nothing is known', null, [], { kind: 'unknown' }],
    ['two waits say nothing', null, [10, 20], { kind: 'unknown' }],
    ['three do: the median', null, [40, 10, 20], { kind: 'measured', minutes: 20 }],
    ['one that waited very long does not frighten everybody', null, [5, 5, 500], { kind: 'measured', minutes: 5 }],
    [
      'of an even number the upper middle, never less than is likely',
      null,
      [1, 2, 8, 9],
      { kind: 'measured', minutes: 8 },
    ],
    ['rounded to whole minutes', null, [7.5, 7.5, 7.5], { kind: 'measured', minutes: 8 }],
    ['never less than one', null, [0, 0.1, 0.2], { kind: 'measured', minutes: 1 }],
    [
      'what the clinic said goes before what was measured',
      { minutes: 25, at: 5 },
      [1, 2, 3],
      { kind: 'said', minutes: 25, at: 5 },
    ],
    ['what the clinic said needs no measurement', { minutes: 1, at: 5 }, [], { kind: 'said', minutes: 1, at: 5 }],
    ['a notice of no delay is no notice', { minutes: 0, at: 0 }, [4, 5, 6], { kind: 'measured', minutes: 5 }],
  ] as const)('%s', (_, late, waits, delay) => expect(honestDelay(late, waits)).toEqual(delay))
})

describe('[Q3] how pressing a wait is', () => {
  test.each([
    [0, 'new'],
    [MINUTE - 1, 'new'],
    [MINUTE, 'waiting'],
    [30 * MINUTE - 1, 'waiting'],
    [30 * MINUTE, 'long'],
    [30 * MINUTE + 1, 'long'],
    // A screen whose clock is behind the server's.
    [-5000, 'new'],
  ] as const)('after %i ms: %s', (waited, urgency) => expect(urgencyOf(1_000_000, 1_000_000 + waited)).toBe(urgency))
})
