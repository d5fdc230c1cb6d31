// The coach's eyes: small pictures of the own camera go to a thread of this page and come back as points. Nothing is kept
// and nothing leaves the device.
import { POINTS, type Point, type PointName, type Seen } from '#domain/framing'
import type { Poser } from './coach-model.ts'
import { type FromPose, PICTURE_SIDE, type Sides, type ToPose } from './pose-words.ts'

/** A small program that needs the instructions the model needs (WebAssembly SIMD). */
const PROOF = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]

export interface DeviceHints {
  readonly hardwareConcurrency?: number
  /** Gibibytes, where the browser says it. */
  readonly deviceMemory?: number
  readonly connection?: { readonly saveData?: boolean }
}

/** Whether this device can look at itself beside a call, and its owner does not save data (the program takes 5 MB). */
export function canPose(hints: DeviceHints = navigator as DeviceHints): boolean {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') return false
  if (hints.connection?.saveData || (hints.deviceMemory ?? 8) < 2 || (hints.hardwareConcurrency ?? 4) < 4) return false
  return WebAssembly.validate(new Uint8Array(PROOF))
}

/** `camera` gives the track that films now; null while there is none. */
export async function openPoser(camera: () => MediaStreamTrack | null): Promise<Poser> {
  const worker = new Worker(new URL('./pose-worker.ts', import.meta.url), { type: 'module' })
  const next = () =>
    new Promise<FromPose>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromPose>) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message))
    })
  const eyes = openEyes()
  const close = () => {
    worker.terminate()
    eyes.close()
  }
  const first = await next().catch((): FromPose => ({ kind: 'failed', why: '' }))
  if (first.kind !== 'ready') {
    close()
    throw new Error('no points can be found here')
  }
  return {
    async find() {
      const track = camera()
      const picture = track && !document.hidden ? await eyes.look(track) : null
      if (!picture) return null
      const answer = next()
      worker.postMessage(picture, [picture.points])
      const found = await answer
      if (found.kind !== 'found') throw new Error('no points were found')
      return seenIn(found, picture.inside)
    },
    close,
  }
}

interface Eyes {
  /** One small square picture; null while nothing has come from the camera. */
  look(track: MediaStreamTrack): Promise<ToPose | null>
  close(): void
}

function openEyes(): Eyes {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = PICTURE_SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let shown: MediaStreamTrack | null = null
  return {
    async look(track) {
      if (track !== shown) {
        shown = track
        video.srcObject = new MediaStream([track])
        await video.play().catch(() => {})
      }
      const { videoWidth, videoHeight } = video
      if (!context || !videoWidth || !videoHeight) return null
      const scale = PICTURE_SIDE / Math.max(videoWidth, videoHeight)
      const width = Math.round(videoWidth * scale)
      const height = Math.round(videoHeight * scale)
      const inside = { x: (PICTURE_SIDE - width) >> 1, y: (PICTURE_SIDE - height) >> 1, width, height }
      context.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE)
      context.drawImage(video, inside.x, inside.y, width, height)
      return { points: context.getImageData(0, 0, PICTURE_SIDE, PICTURE_SIDE).data.buffer as ArrayBuffer, inside }
    },
    close() {
      video.srcObject = null
    },
  }
}

/** Points of the square as points of the picture in it. */
export function seenIn(
  { values, brightness, sides }: { values: readonly number[]; brightness: number; sides: Sides },
  inside: ToPose['inside'],
): Seen {
  const entries = POINTS.map((name, index): [PointName, Point] => {
    const [y = 0, x = 0, score = 0] = values.slice(index * 3, index * 3 + 3)
    return [
      name,
      {
        x: (x * PICTURE_SIDE - inside.x) / inside.width,
        y: (y * PICTURE_SIDE - inside.y) / inside.height,
        score,
      },
    ]
  })
  return { points: Object.fromEntries(entries) as Seen['points'], brightness, sides }
}
