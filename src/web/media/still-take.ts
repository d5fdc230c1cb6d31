// Takes one sharp picture with a running camera. What it gives was drawn anew, point by point, so that it carries nothing
// that cameras write beside a picture: no place, no time, no name of the device.

/** Not in every browser, and not in TypeScript's own words. */
interface PhotoTaker {
  takePhoto(): Promise<Blob>
}
declare const ImageCapture: (new (track: MediaStreamTrack) => PhotoTaker) | undefined

/** A camera that has not answered by then will not. */
const LONGEST_PHOTO_MS = 8000
/** First the finest, then what fits: a smaller picture shows more than a coarse one of the same weight. */
const SIZES = [1, 0.8, 0.6, 0.45, 0.3]
const FINENESS = [0.92, 0.8]
/** The longest side of what is sent: more than any screen shows, and within what phones can draw. */
const LONGEST_SIDE = 4096

/** Null: this camera gave none. */
export async function takeStill(track: MediaStreamTrack, mostBytes: number): Promise<Blob | null> {
  const picture = (await photo(track)) ?? (await frameAtBest(track))
  if (!picture) return null
  try {
    return await redraw(picture, mostBytes)
  } finally {
    picture.close()
  }
}

/** The camera's own photograph, which is finer than its film. */
async function photo(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  if (typeof ImageCapture === 'undefined') return null
  try {
    const taken = await within(LONGEST_PHOTO_MS, new ImageCapture(track).takePhoto())
    return taken && (await createImageBitmap(taken))
  } catch {
    return null
  }
}

/** One frame of the film, at the most lines the camera has; afterwards it films on as before. */
async function frameAtBest(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  const asked = track.getConstraints()
  const able = track.getCapabilities?.()
  const before = track.getSettings().height ?? 0
  const raised = (able?.height?.max ?? 0) > before
  try {
    if (raised) {
      const finest = { width: { ideal: able?.width?.max ?? 4096 }, height: { ideal: able?.height?.max ?? 4096 } }
      await track.applyConstraints({ ...asked, ...finest }).catch(() => {})
    }
    return await within(LONGEST_PHOTO_MS, frameOf(track, raised ? before : 0))
  } catch {
    return null
  } finally {
    if (raised) await track.applyConstraints(asked).catch(() => {})
  }
}

/** The next frame; one of more than `linesBefore` if it comes within a few frames. */
async function frameOf(track: MediaStreamTrack, linesBefore: number): Promise<ImageBitmap> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  try {
    await video.play()
    for (let frames = 0; frames < 20 && video.videoHeight <= linesBefore; frames++) await nextFrame(video)
    await nextFrame(video)
    return await createImageBitmap(video)
  } finally {
    video.srcObject = null
  }
}

function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve())
    else setTimeout(resolve, 50)
  })
}

async function redraw(picture: ImageBitmap, mostBytes: number): Promise<Blob | null> {
  const whole = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  for (const size of SIZES) {
    canvas.width = Math.round(picture.width * whole * size)
    canvas.height = Math.round(picture.height * whole * size)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const fineness of FINENESS) {
      const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', fineness))
      if (jpeg && jpeg.size <= mostBytes) return jpeg
    }
  }
  return null
}

function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))])
}
