// Opening a camera or a microphone: what is asked of the browser, and what its refusals mean. Never throws.
import type { DeviceState } from './local.ts'

export type Kind = 'camera' | 'microphone'

export interface Wish {
  /** A device the person chose; null for the browser's own choice. */
  readonly cameraId: string | null
  readonly microphoneId: string | null
  /** Which way the camera should look, on devices that have both; null for the browser's own choice. */
  readonly facing: 'front' | 'back' | null
  readonly voiceProcessing: boolean
}

export type Opened = { readonly track: MediaStreamTrack } | { readonly failed: DeviceState }
export type OpenedBoth = { readonly camera: Opened; readonly microphone: Opened }

function cameraConstraints(wish: Wish): MediaTrackConstraints {
  return {
    // 720 lines is the guide's least, and opens faster than 1080; the sender scales what the line cannot carry.
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(wish.cameraId
      ? { deviceId: { exact: wish.cameraId } }
      : { facingMode: { ideal: wish.facing === 'back' ? 'environment' : 'user' } }),
  }
}

function microphoneConstraints(wish: Wish): MediaTrackConstraints {
  return {
    echoCancellation: wish.voiceProcessing,
    noiseSuppression: wish.voiceProcessing,
    autoGainControl: wish.voiceProcessing,
    ...(wish.microphoneId ? { deviceId: { exact: wish.microphoneId } } : {}),
  }
}

/** One question for both; when that fails each alone, so that one refused or absent device never costs the other. */
export async function openBoth(wish: Wish): Promise<OpenedBoth> {
  if (!canAsk()) return { camera: { failed: 'unsupported' }, microphone: { failed: 'unsupported' } }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: cameraConstraints(wish),
      audio: microphoneConstraints(wish),
    })
    return { camera: trackOf(stream.getVideoTracks()), microphone: trackOf(stream.getAudioTracks()) }
  } catch {
    const microphone = await openOne('microphone', wish)
    return { camera: await openOne('camera', wish), microphone }
  }
}

export async function openOne(kind: Kind, wish: Wish): Promise<Opened> {
  if (!canAsk()) return { failed: 'unsupported' }
  const ask = (free: Wish) =>
    navigator.mediaDevices.getUserMedia(
      kind === 'camera' ? { video: cameraConstraints(free) } : { audio: microphoneConstraints(free) },
    )
  try {
    return trackOf((await ask(wish)).getTracks())
  } catch (error) {
    const chosen = kind === 'camera' ? wish.cameraId : wish.microphoneId
    // The chosen device is gone (an unplugged headset): any other is better than none.
    if (chosen && meaningOf(error) === 'none') return openOne(kind, { ...wish, cameraId: null, microphoneId: null })
    return { failed: meaningOf(error) }
  }
}

const canAsk = () => typeof navigator.mediaDevices?.getUserMedia === 'function'

function trackOf([track]: readonly MediaStreamTrack[]): Opened {
  return track ? { track } : { failed: 'none' }
}

/** What a browser's error means to a person. */
export function meaningOf(error: unknown): DeviceState {
  switch ((error as { name?: string } | null)?.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'TypeError':
      return 'unsupported'
    default:
      // NotReadableError, AbortError and what older browsers call them: somebody else has it.
      return 'busy'
  }
}
