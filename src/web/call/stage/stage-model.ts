// What the large picture shows at this moment, as one union. Pure: from the engine's state and what is known of the
// other person to a face of the stage; words and drawing are the view's.
import type { EngineState } from '../../media/engine.ts'
import { oneRemote } from './one-remote.ts'

/** Knowledge that does not come from the engine. */
export interface Surroundings {
  readonly status: 'being-seen' | 'on-hold'
  /** The other person's own word on their camera; null when this side is not told. */
  readonly theirPicture: 'works' | 'off' | 'none' | null
}

export type StageFace =
  /** No path yet, or no picture yet although one is to come. */
  | { readonly kind: 'connecting' }
  /** They are heard already; the first frame is on its way. */
  | { readonly kind: 'picture-coming' }
  | { readonly kind: 'showing' }
  | { readonly kind: 'frozen'; readonly stoppedAt: number | null }
  | { readonly kind: 'paused-for-sound' }
  | { readonly kind: 'camera-off' }
  | { readonly kind: 'sound-only' }
  /** The path was lost; the last picture, if any, stays with its age. */
  | { readonly kind: 'reconnecting'; readonly stoppedAt: number | null }
  | { readonly kind: 'on-hold' }
  /** This browser cannot make the call. */
  | { readonly kind: 'impossible' }

export function stageFace(engine: EngineState | null, around: Surroundings): StageFace {
  if (around.status === 'on-hold') return { kind: 'on-hold' }
  if (engine?.link === 'impossible') return { kind: 'impossible' }
  if (!engine || engine.link === 'preparing' || engine.link === 'closed') return { kind: 'connecting' }
  const remote = oneRemote(engine)
  const stoppedAt = remote?.lastFrameAt ?? null
  if (engine.link === 'reconnecting') return { kind: 'reconnecting', stoppedAt }
  switch (remote?.picture ?? 'none') {
    case 'showing':
      return { kind: 'showing' }
    case 'frozen':
      return { kind: 'frozen', stoppedAt }
    case 'paused-for-sound':
      return { kind: 'paused-for-sound' }
    case 'off':
      return { kind: around.theirPicture === 'none' ? 'sound-only' : 'camera-off' }
    case 'none':
      if (around.theirPicture === 'off') return { kind: 'camera-off' }
      if (around.theirPicture === 'none') return { kind: 'sound-only' }
      return { kind: (remote?.sound ?? 'none') === 'none' ? 'connecting' : 'picture-coming' }
  }
}

/**
 * How the picture stands behind the words. While the first frame is awaited it already lies over them, so that it shows
 * in the instant it comes and not a look at the engine later.
 */
export function pictureSeen(face: StageFace): 'clear' | 'old' | 'hidden' {
  switch (face.kind) {
    case 'connecting':
    case 'picture-coming':
    case 'showing':
    case 'frozen':
      return 'clear'
    case 'paused-for-sound':
    case 'reconnecting':
      return 'old'
    default:
      return 'hidden'
  }
}

export type Connection = 'good' | 'fair' | 'poor' | 'checking' | 'lost'

export function connectionOf(engine: EngineState | null): Connection {
  if (!engine || engine.link === 'preparing') return 'checking'
  if (engine.link === 'reconnecting' || engine.link === 'closed' || engine.link === 'impossible') return 'lost'
  return engine.quality === 'unknown' ? 'checking' : engine.quality
}

/** Whole seconds since `stoppedAt` (same clock as `now`), at least 1. */
export function stoppedFor(stoppedAt: number, now: number): number {
  return Math.max(1, Math.floor((now - stoppedAt) / 1000))
}
