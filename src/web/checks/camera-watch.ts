// Watches a running camera for a moment: how large its pictures really are, how often they come, how bright they are. No
// picture leaves this file; what is seen leaves as figures.
import { type CameraAble, type CameraSeen, type FrameLook, NO_ABILITY } from './camera.ts'
import { lookAt } from './frame-look.ts'

/** Long enough to count 15 pictures a second to within one. */
const WATCH_MS = 1500
const LOOK_EVERY_MS = 150
/** The whole picture made small: larger than any grain, smaller than a face. */
const SMALL = { width: 64, height: 48 }
/** A piece as it came, for the grain. */
const CROP = 64

/** A camera that was just opened changes its size once more: counting begins again when it does. */
interface Counting {
  readonly size: string
  readonly sinceMs: number
  readonly sinceFrames: FrameCounts
}

/** Ends after a moment of pictures, or with what was seen when the signal ends it. Never rejects. */
export async function watchCamera(track: MediaStreamTrack, signal: AbortSignal): Promise<CameraSeen> {
  const video = hiddenVideo(track)
  const frames = countFrames(video)
  const eye = createEye(video)
  const begun = performance.now()
  let looks: FrameLook[] = []
  let counting: Counting | null = null
  let fps: number | null = null
  let enough = () => {}
  const look = () => {
    const now = performance.now()
    const size = `${video.videoWidth}x${video.videoHeight}`
    const count = frames.counts()
    if (video.videoWidth === 0 || Math.max(...count) === 0) return
    if (counting?.size !== size) {
      counting = { size, sinceMs: now, sinceFrames: count }
      looks = []
      return
    }
    const seen = eye()
    if (seen) looks.push(seen)
    const elapsed = now - counting.sinceMs
    const more = Math.max(...count.map((each, i) => each - (counting?.sinceFrames[i] ?? 0)))
    fps = Math.round((more / elapsed) * 10_000) / 10
    if (elapsed >= WATCH_MS) enough()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  await new Promise<void>((resolve) => {
    enough = resolve
    signal.addEventListener('abort', () => resolve())
    if (signal.aborted) resolve()
  })
  clearInterval(timer)
  frames.stop()
  const lines = Math.min(video.videoWidth, video.videoHeight)
  video.srcObject = null
  video.remove()
  return {
    lines: lines > 0 ? lines : null,
    fps,
    looks,
    watchedMs: performance.now() - (sinceOf(counting) ?? begun),
    muted: track.muted,
    able: abilityOf(track),
  }
}

/** TypeScript does not see that the timer has set it. */
const sinceOf = (counting: Counting | null) => counting?.sinceMs

/** Some browsers decode nothing for a video that is not in the page. */
function hiddenVideo(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.setAttribute('aria-hidden', 'true')
  Object.assign(video.style, {
    position: 'fixed',
    bottom: '0',
    right: '0',
    width: '2px',
    height: '2px',
    opacity: '0.01',
    pointerEvents: 'none',
  })
  video.srcObject = new MediaStream([track])
  document.body.append(video)
  video.play().catch(() => undefined)
  return video
}

/** Decoded, presented: not every browser counts both, nor both right. */
type FrameCounts = readonly [number, number]

interface FrameCounter {
  counts(): FrameCounts
  stop(): void
}

function countFrames(video: HTMLVideoElement): FrameCounter {
  let presented = 0
  let request = 0
  const next = (_now: number, frame: VideoFrameCallbackMetadata) => {
    presented = frame.presentedFrames
    request = video.requestVideoFrameCallback(next)
  }
  const canTell = 'requestVideoFrameCallback' in video
  if (canTell) request = video.requestVideoFrameCallback(next)
  return {
    counts: () => [video.getVideoPlaybackQuality?.().totalVideoFrames ?? 0, presented],
    stop() {
      if (canTell) video.cancelVideoFrameCallback(request)
    },
  }
}

/** Looks at the present picture; null where the browser lets nobody look. */
function createEye(video: HTMLVideoElement): () => FrameLook | null {
  const canvas = document.createElement('canvas')
  canvas.width = SMALL.width + CROP
  canvas.height = Math.max(SMALL.height, CROP)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    if (!context) return null
    try {
      const { videoWidth, videoHeight } = video
      context.drawImage(video, 0, 0, SMALL.width, SMALL.height)
      const left = Math.max(0, (videoWidth - CROP) / 2)
      const top = Math.max(0, (videoHeight - CROP) / 2)
      context.drawImage(video, Math.floor(left), Math.floor(top), CROP, CROP, SMALL.width, 0, CROP, CROP)
      return lookAt(
        context.getImageData(0, 0, SMALL.width, SMALL.height),
        context.getImageData(SMALL.width, 0, CROP, CROP),
      )
    } catch {
      return null
    }
  }
}

/** What the camera offers beside its picture. Not in TypeScript's list yet. */
type WithAbilities = MediaTrackCapabilities & { zoom?: unknown; pan?: unknown; tilt?: unknown; torch?: unknown }

function abilityOf(track: MediaStreamTrack): CameraAble {
  try {
    const able: WithAbilities = track.getCapabilities?.() ?? {}
    return {
      zoom: isRange(able.zoom),
      panTilt: isRange(able.pan) || isRange(able.tilt),
      // Some say [true], as the first specification did.
      torch: able.torch === true || (Array.isArray(able.torch) && able.torch.includes(true)),
    }
  } catch {
    return NO_ABILITY
  }
}

/** A range with one value in it offers nothing. */
function isRange(range: unknown): boolean {
  if (typeof range !== 'object' || range === null) return false
  const { min, max } = range as { min?: unknown; max?: unknown }
  return typeof min === 'number' && typeof max === 'number' && max > min
}
