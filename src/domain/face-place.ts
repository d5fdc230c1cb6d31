// Where somebody's face is in their own picture and where the light comes from, for who cannot see the screen. From one look
// of the framing coach's eyes; pure, and no measurement of anybody.
import type { Point, Seen } from './framing.ts'

export type FacePlace = 'none' | 'middle' | 'left' | 'right' | 'high' | 'low' | 'near' | 'far'
export type LightPlace = 'dark' | 'left' | 'right' | 'even'

export interface FaceAnswer {
  /** `left` and `right` as the person means them. */
  readonly face: FacePlace
  readonly light: LightPlace
}

const SURE = 0.3
/** Below this nobody is seen well, as the coach has it. */
const DARK = 0.16
/** One half of the picture is so much brighter than the other. */
const ONE_SIDED = 0.12
/** How far from the middle a face may be, as a share of the picture. */
const ASIDE = 0.18
/** Between a person's ears, or from ear to nose twice over: wider than this they are too near, narrower too far. */
const NEAR = 0.5
const FAR = 0.05
const HIGH = 0.2
const LOW = 0.62

export function faceAnswer({ points, brightness, sides }: Seen): FaceAnswer {
  return { face: faceOf(points), light: lightOf(brightness, sides) }
}

function faceOf(points: Seen['points']): FacePlace {
  const parts = [points.nose, points['left-eye'], points['right-eye'], points['left-ear'], points['right-ear']]
  const found = parts.filter(({ score }) => score >= SURE)
  if (found.length < 2) return 'none'
  const x = mean(found.map((point) => point.x))
  const y = mean(found.map((point) => point.y))
  const width = Math.max(...found.map((point) => point.x)) - Math.min(...found.map((point) => point.x))
  if (width > NEAR) return 'near'
  // The camera looks at them: its left is their right.
  if (x < 0.5 - ASIDE) return 'right'
  if (x > 0.5 + ASIDE) return 'left'
  if (y < HIGH) return 'high'
  if (y > LOW) return 'low'
  return width < FAR && isFrontal(points) ? 'far' : 'middle'
}

/** Both eyes are seen: a face from the side is narrow without being far away. */
const isFrontal = (points: Record<'left-eye' | 'right-eye', Point>) =>
  points['left-eye'].score >= SURE && points['right-eye'].score >= SURE

function lightOf(brightness: number, sides: Seen['sides']): LightPlace {
  if (brightness < DARK) return 'dark'
  const more = sides ? sides.left - sides.right : 0
  if (Math.abs(more) < ONE_SIDED) return 'even'
  return more > 0 ? 'right' : 'left'
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
