// What to say to somebody who places themselves before a camera: from the points of a body that a model found to one
// instruction that does not flicker. Pure, and never a measurement of anybody: it only asks whether parts are in sight.
import type { BodyPart } from './plan.ts'

/** In the order in which MoveNet gives them. */
export const POINTS = [
  'nose',
  'left-eye',
  'right-eye',
  'left-ear',
  'right-ear',
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
  'left-ankle',
  'right-ankle',
] as const
export type PointName = (typeof POINTS)[number]

/** `x` and `y` from 0 to 1, from the left and the top of the picture as the camera sees it; `score` how sure the model is. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly score: number
}

export interface Seen {
  readonly points: Readonly<Record<PointName, Point>>
  /** Mean brightness of the picture, 0 to 1. */
  readonly brightness: number
  /** The same of each half, as the camera sees it. */
  readonly sides?: { readonly left: number; readonly right: number }
}

export type Instruction =
  | { readonly kind: 'more-light' }
  /** Nobody is seen. */
  | { readonly kind: 'come-in' }
  /** `part`: what is to come into sight. */
  | { readonly kind: 'step-back'; readonly part: BodyPart }
  | { readonly kind: 'come-nearer' }
  /** As the person sees it who looks at the camera. */
  | { readonly kind: 'move-left' }
  | { readonly kind: 'move-right' }
  | { readonly kind: 'tilt-down'; readonly part: BodyPart }
  | { readonly kind: 'tilt-up'; readonly part: BodyPart }
  | { readonly kind: 'show-hands' }
  | { readonly kind: 'good' }

const PARTS: Record<BodyPart, readonly PointName[]> = {
  head: ['nose', 'left-eye', 'right-eye', 'left-ear', 'right-ear'],
  shoulders: ['left-shoulder', 'right-shoulder'],
  hands: ['left-wrist', 'right-wrist'],
  hips: ['left-hip', 'right-hip'],
  knees: ['left-knee', 'right-knee'],
  feet: ['left-ankle', 'right-ankle'],
}
/** From the top down; hands are wherever they are. */
const UPRIGHT = ['head', 'shoulders', 'hips', 'knees', 'feet'] as const satisfies readonly BodyPart[]

/** Below this a model guesses. Somebody who was well in sight must be lost more clearly than they were found. */
const SURE = 0.3
const STILL_SURE = 0.22
/** So dark that neither the model nor a practitioner sees much. */
const DARK = 0.16
const STILL_DARK = 0.12
/** A point this near to an edge belongs to a part that is cut off. Feet reach below ankles, heads above eyes. */
const EDGE = 0.03
const FOOT_ROOM = 0.05
const HEAD_ROOM = 0.04
/** So much empty picture on one side means that the camera points there. */
const EMPTY = 0.22
/** A body smaller than this is too far away to be looked at. */
const SMALL = 0.4
const OFF_CENTRE = 0.2

/** What one picture asks for. `wasGood`: the last instruction was that all is well, which takes more to undo. */
export function framingOf(seen: Seen, wanted: readonly BodyPart[], wasGood = false): Instruction {
  if (seen.brightness < (wasGood ? STILL_DARK : DARK)) return { kind: 'more-light' }
  const sure = wasGood ? STILL_SURE : SURE
  const found = POINTS.map((name) => seen.points[name]).filter(({ score }) => score >= sure)
  if (found.length < 4) return { kind: 'come-in' }
  const missing = wanted.filter((part) => !inSight(seen, part, sure))
  const { left, right, top, bottom } = around(found)
  const middle = (left + right) / 2
  if (missing.length > 0) {
    if (left <= EDGE && right < 1 - EMPTY) return { kind: 'move-left' }
    if (right >= 1 - EDGE && left > EMPTY) return { kind: 'move-right' }
    const low = lowest(missing)
    const high = highest(missing)
    const legsMissing = low !== null && !missing.includes('head')
    if (legsMissing) return top > EMPTY ? { kind: 'tilt-down', part: low } : { kind: 'step-back', part: low }
    if (high === 'head') return bottom < 1 - EMPTY ? { kind: 'tilt-up', part: high } : { kind: 'step-back', part: high }
    if (missing.every((part) => part === 'hands')) return { kind: 'show-hands' }
    return { kind: 'step-back', part: low ?? 'shoulders' }
  }
  if (!wasGood && wanted.includes('feet') && bottom - top < SMALL) return { kind: 'come-nearer' }
  if (!wasGood && middle < 0.5 - OFF_CENTRE && left < EMPTY) return { kind: 'move-left' }
  if (!wasGood && middle > 0.5 + OFF_CENTRE && right > 1 - EMPTY) return { kind: 'move-right' }
  return { kind: 'good' }
}

/** Hands and legs need one of two: the other may be behind. */
function inSight(seen: Seen, part: BodyPart, sure: number): boolean {
  const points = PARTS[part].map((name) => seen.points[name]).filter(({ score }) => score >= sure)
  const least = part === 'shoulders' || part === 'hands' ? 2 : 1
  const room = part === 'feet' ? FOOT_ROOM : EDGE
  const inside = points.filter(
    ({ x, y }) => x > EDGE && x < 1 - EDGE && y > (part === 'head' ? HEAD_ROOM : EDGE) && y < 1 - room,
  )
  return inside.length >= least
}

function around(points: readonly Point[]): { left: number; right: number; top: number; bottom: number } {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

const lowest = (missing: readonly BodyPart[]): BodyPart | null =>
  UPRIGHT.slice(2).findLast((part) => missing.includes(part)) ?? null
const highest = (missing: readonly BodyPart[]): BodyPart | null =>
  UPRIGHT.find((part) => missing.includes(part)) ?? null

/** A change is said only when it has stood for a while: nobody can follow a voice that changes its mind. */
const STANDS_MS = 1200
/** And this long it must be good to be over. */
const GOOD_FOR_MS = 2000

export interface Coaching {
  /** What is said now; null until something has stood long enough. */
  readonly said: Instruction | null
  readonly next: { readonly instruction: Instruction; readonly since: number } | null
  /** All that was wanted was in sight for long enough: there is nothing more to say. */
  readonly done: boolean
}

export const NO_COACHING: Coaching = { said: null, next: null, done: false }

/** After one more picture, looked at `at` (ms on a clock that never steps back). */
export function coach(before: Coaching, seen: Seen, wanted: readonly BodyPart[], at: number): Coaching {
  if (before.done) return before
  const now = framingOf(seen, wanted, before.next?.instruction.kind === 'good')
  const next = before.next && same(before.next.instruction, now) ? before.next : { instruction: now, since: at }
  const stood = at - next.since
  const said = stood >= STANDS_MS && !(before.said && same(before.said, now)) ? now : before.said
  return { said, next, done: now.kind === 'good' && stood >= GOOD_FOR_MS }
}

function same(one: Instruction, other: Instruction): boolean {
  return one.kind === other.kind && ('part' in one ? one.part : null) === ('part' in other ? other.part : null)
}
