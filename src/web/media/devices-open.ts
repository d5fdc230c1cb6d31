// Asks the browser for one device or two and says in one word what came of it. Never throws; knows nothing of what the
// person wants, nor of the page's state.
import { canCall } from './can-call.ts'
import type { DeviceState } from './local.ts'

export type Kind = 'camera' | 'microphone'

export interface MediaRequest {
  readonly camera: CameraOptions | null
  readonly microphone: MicrophoneOptions | null
}
export interface CameraOptions {
  /** A chosen camera, or one on this side of the phone; null leaves it to the browser. */
  readonly id: string | null
  readonly facing: 'user' | 'environment' | null
  /** Some browsers give the zoom only to who asks for it, and ask the person once more. */
  readonly zoom?: true
}
export interface MicrophoneOptions {
  readonly id: string | null
  readonly voiceProcessing: boolean
}

export type Failure = Extract<DeviceState, 'refused' | 'none' | 'busy' | 'unsupported'>
/** A device that was not asked for is left out. */
export type Opened = { readonly [kind in Kind]?: MediaStreamTrack | Failure }

/**
 * Opens what is asked. One question for both where possible; when that fails each is asked alone, so that a refused or
 * absent camera never costs the microphone.
 */
export async function openDevices(ask: MediaRequest): Promise<Opened> {
  const media = globalThis.navigator?.mediaDevices as MediaDevices | undefined
  // Without calls a camera is of no use: better known now than once somebody has joined.
  if (!media?.getUserMedia || !canCall()) return forEach(ask, () => 'unsupported')
  if (ask.camera && ask.microphone) {
    const both = await attempt(media, ask)
    if (both instanceof MediaStream) return tracksOf(both, ask)
    // Whoever pressed "block" for both is not asked twice more.
    if (both === 'refused' && (await isDenied('camera')) && (await isDenied('microphone')))
      return { camera: 'refused', microphone: 'refused' }
  }
  // Sound first: it is what a visit cannot do without.
  const microphone = ask.microphone && (await openOne(media, { camera: null, microphone: ask.microphone }))
  const camera = ask.camera && (await openOne(media, { camera: ask.camera, microphone: null }))
  return { ...microphone, ...camera }
}

async function openOne(media: MediaDevices, ask: MediaRequest): Promise<Opened> {
  const got = await attempt(media, ask)
  if (got instanceof MediaStream) return tracksOf(got, ask)
  // A chosen device that is not there any more: any other is better than none.
  const chosen = ask.camera?.id ?? ask.camera?.facing ?? ask.microphone?.id
  if (got !== 'none' || !chosen) return forEach(ask, () => got)
  const any = await attempt(media, {
    camera: ask.camera && { id: null, facing: null },
    microphone: ask.microphone && { ...ask.microphone, id: null },
  })
  return any instanceof MediaStream ? tracksOf(any, ask) : forEach(ask, () => any)
}

async function attempt(media: MediaDevices, ask: MediaRequest): Promise<MediaStream | Failure> {
  try {
    return await media.getUserMedia({
      audio: ask.microphone ? microphoneConstraints(ask.microphone) : false,
      video: ask.camera ? cameraConstraints(ask.camera) : false,
    })
  } catch (error) {
    return failureOf(error)
  }
}

/** 720 lines are "at least" what the guide asks, open quickly and suit old machines; more is taken where it is easy. */
function cameraConstraints({ id, facing, zoom }: CameraOptions): MediaTrackConstraints {
  return {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(id ? { deviceId: { exact: id } } : {}),
    ...(facing ? { facingMode: { exact: facing } } : {}),
    ...(id || facing ? {} : { facingMode: { ideal: 'user' } }),
    ...(zoom ? { zoom: true } : {}),
  }
}

function microphoneConstraints({ id, voiceProcessing }: MicrophoneOptions): MediaTrackConstraints {
  return {
    echoCancellation: voiceProcessing,
    noiseSuppression: voiceProcessing,
    autoGainControl: voiceProcessing,
    ...(id ? { deviceId: { exact: id } } : {}),
  }
}

/** What a browser's error means. `AbortError` is what some give when the hardware does not start. */
export function failureOf(error: unknown): Failure {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'TypeError':
    case 'NotSupportedError':
      return 'unsupported'
    default:
      return 'busy'
  }
}

async function isDenied(kind: Kind): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: kind as PermissionName })
    return state === 'denied'
  } catch {
    return false
  }
}

function tracksOf(stream: MediaStream, ask: MediaRequest): Opened {
  const [camera] = stream.getVideoTracks()
  const [microphone] = stream.getAudioTracks()
  return {
    ...(ask.camera ? { camera: camera ?? 'none' } : {}),
    ...(ask.microphone ? { microphone: microphone ?? 'none' } : {}),
  }
}

function forEach(ask: MediaRequest, say: () => Failure): Opened {
  return { ...(ask.camera ? { camera: say() } : {}), ...(ask.microphone ? { microphone: say() } : {}) }
}

/** With fewer processors the larger picture costs more than it shows. */
const PROCESSORS_FOR_1080 = 8
/** Below this, movement is lost: the guide's purposes need it more than lines. */
const LEAST_FPS = 24

/** Raises a camera to 1080 lines, the guide's ideal, where both it and the machine do so with ease. */
export async function raiseCamera(track: MediaStreamTrack): Promise<void> {
  const able = track.getCapabilities?.()
  if ((navigator.hardwareConcurrency ?? 0) < PROCESSORS_FOR_1080) return
  if ((able?.height?.max ?? 0) < 1080 || (able?.frameRate?.max ?? 0) < LEAST_FPS) return
  const size = (width: number, height: number) =>
    track.applyConstraints({ width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: 30 } })
  try {
    await size(1920, 1080)
    if ((track.getSettings().frameRate ?? 0) < LEAST_FPS) await size(1280, 720)
  } catch {
    // What it already gives is enough.
  }
}
