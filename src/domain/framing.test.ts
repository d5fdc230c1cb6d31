import { describe, expect, test } from 'vitest'
import {
  type Coaching,
  coach,
  framingOf,
  type Instruction,
  NO_COACHING,
  POINTS,
  type Point,
  type Seen,
} from './framing.ts'
import type { BodyPart } from './plan.ts'

const WHOLE: readonly BodyPart[] = ['head', 'shoulders', 'hips', 'knees', 'feet']
const UPPER: readonly BodyPart[] = ['head', 'shoulders', 'hands']

/** A person who stands upright: where each point is, as shares of their own height and from their middle. */
const BODY: Record<string, readonly [x: number, y: number]> = {
  nose: [0, 0.06],
  eye: [0.02, 0.04],
  ear: [0.04, 0.05],
  shoulder: [0.11, 0.18],
  elbow: [0.14, 0.35],
  wrist: [0.15, 0.48],
  hip: [0.08, 0.52],
  knee: [0.08, 0.74],
  ankle: [0.08, 0.95],
}

/** Somebody whose head begins at `top` and who is `tall` pictures high; what falls outside is guessed with a low score. */
function person({ top = 0.06, tall = 0.86, middle = 0.5, brightness = 0.6, wide = 1 } = {}): Seen {
  const points = POINTS.map((name): [string, Point] => {
    const side = name.startsWith('left') ? 1 : name.startsWith('right') ? -1 : 0
    const [across, down] = BODY[name.replace(/^(left|right)-/, '')] ?? [0, 0]
    const x = middle + side * across * tall * wide
    const y = top + down * tall
    const inside = x > 0 && x < 1 && y > 0 && y < 1
    return [name, { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)), score: inside ? 0.7 : 0.08 }]
  })
  return { points: Object.fromEntries(points) as Seen['points'], brightness }
}
const nobody: Seen = {
  points: Object.fromEntries(POINTS.map((name) => [name, { x: 0.5, y: 0.3, score: 0.06 }])) as Seen['points'],
  brightness: 0.6,
}

describe('[FC1] what one picture asks for', () => {
  test.each<[string, Seen, readonly BodyPart[], Instruction]>([
    ['all of a person, with room above and below', person(), WHOLE, { kind: 'good' }],
    ['too near: head to hips', person({ tall: 1.6 }), WHOLE, { kind: 'step-back', part: 'feet' }],
    ['feet on the edge count as cut off', person({ tall: 0.97 }), WHOLE, { kind: 'step-back', part: 'feet' }],
    ['empty wall above the head, no feet', person({ top: 0.45 }), WHOLE, { kind: 'tilt-down', part: 'feet' }],
    ['no head, floor below the feet', person({ top: -0.35, tall: 0.95 }), WHOLE, { kind: 'tilt-up', part: 'head' }],
    ['no head, no room below', person({ top: -0.3, tall: 1.25 }), WHOLE, { kind: 'step-back', part: 'head' }],
    ['half out on the left of the picture', person({ middle: 0.03 }), WHOLE, { kind: 'move-left' }],
    ['half out on the right', person({ middle: 0.97 }), WHOLE, { kind: 'move-right' }],
    ['nobody', nobody, WHOLE, { kind: 'come-in' }],
    ['night', person({ brightness: 0.1 }), WHOLE, { kind: 'more-light' }],
    ['far away at the end of a room', person({ top: 0.4, tall: 0.3 }), WHOLE, { kind: 'come-nearer' }],
    ['seated at a table, hands in sight', person({ tall: 1.6 }), UPPER, { kind: 'good' }],
    ['seated, hands below the table', person({ tall: 2.4 }), UPPER, { kind: 'show-hands' }],
    ['head and chest only', person({ tall: 2.4 }), ['head', 'shoulders'], { kind: 'good' }],
  ])('[FC1] %s', (_, seen, wanted, instruction) => {
    expect(framingOf(seen, wanted)).toEqual(instruction)
  })

  test('[FC2] what was well in sight is lost only when it is clearly lost', () => {
    const dim = person({ brightness: 0.14 })
    expect(framingOf(dim, WHOLE).kind).toBe('more-light')
    expect(framingOf(dim, WHOLE, true).kind).toBe('good')
    const points = Object.fromEntries(
      Object.entries(person().points).map(([name, at]) => [name, { ...at, score: 0.27 }]),
    )
    const unsure: Seen = { points: points as Seen['points'], brightness: 0.6 }
    expect(framingOf(unsure, WHOLE).kind).toBe('come-in')
    expect(framingOf(unsure, WHOLE, true).kind).toBe('good')
  })
})

describe('[FC3] one instruction at a time', () => {
  const watch = (steps: readonly (readonly [ms: number, seen: Seen])[]): Coaching => {
    let coaching = NO_COACHING
    let at = 0
    for (const [ms, seen] of steps)
      for (const end = at + ms; at < end; at += 300) coaching = coach(coaching, seen, WHOLE, at)
    return coaching
  }
  const near = person({ tall: 1.6 })
  const low = person({ top: 0.45 })

  test('[FC3] nothing is said of what has not stood for a second', () => {
    expect(watch([[900, near]]).said).toBeNull()
    expect(watch([[1800, near]]).said).toEqual({ kind: 'step-back', part: 'feet' })
  })

  test('[FC3] a look that differs does not change what is said', () => {
    const coaching = watch([
      [1800, near],
      [300, low],
      [300, near],
      [300, nobody],
    ])
    expect(coaching.said).toEqual({ kind: 'step-back', part: 'feet' })
  })

  test('[FC4] it is over once everything was in sight for two seconds, and not before', () => {
    expect(watch([[1800, person()]]).done).toBe(false)
    const over = watch([[2700, person()]])
    expect(over).toMatchObject({ done: true, said: { kind: 'good' } })
    expect(coach(over, near, WHOLE, 9000)).toBe(over)
  })

  test('[FC4] a passing glimpse is not enough', () => {
    const coaching = watch([
      [1500, person()],
      [1500, near],
      [1500, person()],
    ])
    expect(coaching.done).toBe(false)
  })
})
