// What may be asked of a camera as one small number, so that telling it five times a second weighs nothing. Bits that are
// not known here are left alone: the far side may be a newer page.
import type { CameraAbility } from './local.ts'

const FRONT = 1
const BACK = 2
const FLIP = 4
const ZOOM_IN = 8
const ZOOM_OUT = 16
const LIGHT = 32
const LIGHT_ON = 64

export function writeAbility({ facing, flip, zoomIn, zoomOut, light }: CameraAbility): number {
  return (
    (facing === 'front' ? FRONT : facing === 'back' ? BACK : 0) |
    (flip ? FLIP : 0) |
    (zoomIn ? ZOOM_IN : 0) |
    (zoomOut ? ZOOM_OUT : 0) |
    (light === null ? 0 : LIGHT) |
    (light === 'on' ? LIGHT_ON : 0)
  )
}

export function readAbility(bits: number): CameraAbility {
  const has = (bit: number) => (bits & bit) !== 0
  return {
    facing: has(BACK) ? 'back' : has(FRONT) ? 'front' : null,
    flip: has(FLIP),
    zoomIn: has(ZOOM_IN),
    zoomOut: has(ZOOM_OUT),
    light: has(LIGHT) ? (has(LIGHT_ON) ? 'on' : 'off') : null,
  }
}

/** The one before where nothing changed, so that nobody draws for nothing. */
export function sameAbility(before: CameraAbility | null, next: CameraAbility | null): CameraAbility | null {
  return before && next && writeAbility(before) === writeAbility(next) ? before : next
}
