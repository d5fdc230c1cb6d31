// What a camera's pictures say about it: covered, frozen, too dark, lit from behind. Decides from figures alone; camera-watch
// takes them from the running camera.
import type { CameraFinding } from '#domain/equipment'
import type { LocalState } from '../media/local.ts'
import { troubleOf } from './trouble.ts'

/** One picture in figures. All but `print` are 0 (black) to 1 (white), as the screen shows it. */
export interface FrameLook {
  readonly brightness: number
  /** Standard deviation over the picture. */
  readonly spread: number
  /** Three quarters of the middle, where the face is, are darker than this. */
  readonly middle: number
  /** Mean of the top and the sides. */
  readonly edges: number
  /** The same picture has the same print, one grain of difference another. */
  readonly print: number
}

export interface CameraSeen {
  /** min(width, height) of the last picture that came. */
  readonly lines: number | null
  readonly fps: number | null
  /** Spread over the time of watching. */
  readonly looks: readonly FrameLook[]
  /** Since its first picture; without one, since the beginning. */
  readonly watchedMs: number
  /** The browser says that the camera gives nothing. */
  readonly muted: boolean
  readonly able: CameraAble
}

export interface CameraAble {
  readonly zoom: boolean
  readonly panTilt: boolean
  readonly torch: boolean
}

export const NO_ABILITY: CameraAble = { zoom: false, panTilt: false, torch: false }

/**
 * Below this a face can hardly be made out. Ordinary rooms give 0.3 to 0.6, a room lit by its screen alone under 0.15;
 * own figures, taken over the whole picture so that nobody's skin decides.
 */
export const DARK_BELOW = 0.2
/** A finger or a shutter leaves nothing to tell apart; an empty wall still has its shadows. */
const UNIFORM_BELOW = 0.025
/** Nothing at all to tell apart, at any brightness: a slide over the lens, a driver's grey picture. */
const BLANK_BELOW = 0.006
/** Blacker than any lens in a lit room. */
const BLACK_BELOW = 0.02
/**
 * Light from behind: the middle is in the dark although the edges are well lit. The upper quarter of the middle counts,
 * because a dark face in good light still has lit places and a silhouette has none.
 */
export const SILHOUETTE_BELOW = 0.2
export const BRIGHT_EDGES_FROM = 0.45
/** In the dark a camera takes its time: five pictures a second are slow, and not frozen. */
const FROZEN_AFTER_MS = 1000

export function cameraFinding(local: Pick<LocalState, 'camera' | 'canFlip'>, seen: CameraSeen | null): CameraFinding {
  const trouble = troubleOf(local.camera)
  if (trouble !== null || seen === null)
    return {
      state: trouble ?? 'works',
      lines: null,
      fps: null,
      brightness: null,
      light: null,
      ...NO_ABILITY,
      canFlip: local.canFlip,
    }
  const brightness = medianOf(seen.looks.map((look) => look.brightness))
  const state = isCovered(seen) ? 'covered' : isFrozen(seen) ? 'frozen' : 'works'
  return {
    state,
    lines: seen.lines,
    fps: seen.fps,
    brightness: brightness === null ? null : Math.round(brightness * 1000) / 1000,
    light: state === 'covered' ? null : lightOf(seen),
    ...seen.able,
    canFlip: local.canFlip,
  }
}

function isCovered({ looks }: CameraSeen): boolean {
  const last = looks.at(-1)
  if (!last) return false
  const uniform = last.spread < UNIFORM_BELOW && last.brightness < DARK_BELOW
  return uniform || last.spread < BLANK_BELOW || last.brightness < BLACK_BELOW
}

/** No new picture, or ever the same: a real camera's grain is never twice the same. */
function isFrozen({ looks, muted, watchedMs }: CameraSeen): boolean {
  return muted || (watchedMs >= FROZEN_AFTER_MS && looks.every(({ print }) => print === looks[0]?.print))
}

function lightOf({ looks }: CameraSeen): CameraFinding['light'] {
  if (looks.length === 0) return null
  const middle = medianOf(looks.map((look) => look.middle)) ?? 0
  const edges = medianOf(looks.map((look) => look.edges)) ?? 0
  if (middle < SILHOUETTE_BELOW && edges >= BRIGHT_EDGES_FROM) return 'behind'
  return (medianOf(looks.map((look) => look.brightness)) ?? 0) < DARK_BELOW ? 'dark' : 'good'
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
