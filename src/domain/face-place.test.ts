import { expect, it } from 'vitest'
import { faceAnswer } from './face-place.ts'
import { POINTS, type Point, type PointName, type Seen } from './framing.ts'

/** A face whose nose is here, so wide from ear to ear. */
function face(x: number, y: number, width = 0.2, more: Partial<Seen> = {}): Seen {
  const at: Partial<Record<PointName, Point>> = {
    nose: { x, y, score: 0.9 },
    'left-eye': { x: x + width / 4, y, score: 0.9 },
    'right-eye': { x: x - width / 4, y, score: 0.9 },
    'left-ear': { x: x + width / 2, y, score: 0.9 },
    'right-ear': { x: x - width / 2, y, score: 0.9 },
  }
  const nowhere: Point = { x: 0, y: 0, score: 0 }
  const points = Object.fromEntries(POINTS.map((name) => [name, at[name] ?? nowhere])) as Seen['points']
  return { points, brightness: 0.5, ...more }
}

it.each([
  ['in the middle', face(0.5, 0.4), 'middle'],
  // The camera looks at them.
  ['at the left of the picture', face(0.2, 0.4), 'right'],
  ['at the right of the picture', face(0.8, 0.4), 'left'],
  ['at the top', face(0.5, 0.1), 'high'],
  ['at the bottom', face(0.5, 0.8), 'low'],
  ['as wide as the picture', face(0.5, 0.5, 0.7), 'near'],
  ['tiny', face(0.5, 0.4, 0.03), 'far'],
] as const)('[P73] a face %s', (_, seen, where) => {
  expect(faceAnswer(seen).face).toBe(where)
})

it('[P73] nobody there is told as that', () => {
  const seen = face(0.5, 0.4)
  const points = Object.fromEntries(POINTS.map((name) => [name, { x: 0.5, y: 0.5, score: 0.1 }]))
  expect(faceAnswer({ ...seen, points: points as Seen['points'] }).face).toBe('none')
})

it.each([
  [{ brightness: 0.1 }, 'dark'],
  [{ sides: { left: 0.5, right: 0.52 } }, 'even'],
  // The left of the picture is the person's right.
  [{ sides: { left: 0.7, right: 0.4 } }, 'right'],
  [{ sides: { left: 0.4, right: 0.7 } }, 'left'],
  [{}, 'even'],
] as const)('[P73] light as in %o comes from: %s', (more, from) => {
  expect(faceAnswer(face(0.5, 0.4, 0.2, more)).light).toBe(from)
})
