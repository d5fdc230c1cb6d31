// What can be asked of the patient's camera at this moment: only what it can do, else the words for a person to do it. Pure.
import type { CameraRequestKind } from '#contract/consultation'
import type { CameraFinding } from '#domain/equipment'
import type { CameraAbility } from '../media/local.ts'

export interface CameraRequestOffers {
  /** Done by the camera when the patient allows it. */
  readonly camera: readonly CameraRequestKind[]
  /** Done by the patient, with a drawing of what is meant. */
  readonly person: readonly CameraRequestKind[]
}

export interface AskSurroundings {
  /** What their page says of the running camera; null until it does. */
  readonly able: CameraAbility | null
  /** What the check found, for as long as their page says nothing. */
  readonly found: CameraFinding | null
  /** Their picture comes, or would come. */
  readonly picture: boolean
  readonly mayTakeStills: boolean
}

/** Done by the person, with whatever camera they have. */
export const BY_PERSON: readonly CameraRequestKind[] = [
  'turn-sideways',
  'move-back',
  'move-nearer',
  'tilt-back',
  'tilt-forward',
  'more-light',
]

export function cameraRequestOffers({ able, found, picture, mayTakeStills }: AskSurroundings): CameraRequestOffers {
  if (!picture) return { camera: [], person: BY_PERSON }
  const camera: CameraRequestKind[] = []
  const flip = able?.flip ?? found?.canFlip ?? false
  // Until it is known which side films, both may be asked for: the page of who has it answers at once.
  if (flip && able?.facing !== 'back') camera.push('back-camera')
  if (flip && able?.facing !== 'front' && able) camera.push('front-camera')
  if (able?.zoomIn ?? found?.zoom) camera.push('zoom-in')
  if (able?.zoomOut) camera.push('zoom-out')
  if (able ? able.light === 'off' : found?.torch) camera.push('torch-on')
  if (able?.light === 'on') camera.push('torch-off')
  if (mayTakeStills) camera.push('still')
  return { camera, person: BY_PERSON }
}

/** Whether a camera can do what is asked of it, as its own page knows. */
export function canDo(kind: CameraRequestKind, able: CameraAbility | null, mayTakeStills: boolean): boolean {
  if (BY_PERSON.includes(kind)) return true
  if (!able) return false
  switch (kind) {
    case 'back-camera':
    case 'front-camera':
      return able.flip
    case 'zoom-in':
      return able.zoomIn
    case 'zoom-out':
      return able.zoomOut
    case 'torch-on':
    case 'torch-off':
      return able.light !== null
    default:
      return mayTakeStills
  }
}

/** The words that help where a camera cannot. */
export function insteadOf(kind: CameraRequestKind): CameraRequestKind | null {
  switch (kind) {
    case 'zoom-in':
    case 'still':
      return 'move-nearer'
    case 'zoom-out':
      return 'move-back'
    case 'torch-on':
      return 'more-light'
    default:
      return null
  }
}
