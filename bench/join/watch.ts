// Runs inside every measured page, the product's and the floor's alike: notes when the first frame that came over the
// network was presented, and hands out clock readings that compare across pages of one machine.

export function watchFirstFrame(): void {
  const seen = { firstFrameAt: 0 }
  Object.assign(window, { seen })
  const wait = (video: HTMLVideoElement) => {
    video.requestVideoFrameCallback((now, frame) => {
      // Only frames from another machine say when they were received.
      if (frame.receiveTime === undefined) wait(video)
      else seen.firstFrameAt ||= performance.timeOrigin + now
    })
  }
  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')
  if (!source) return
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...source,
    set(stream: MediaStream | null) {
      source.set?.call(this, stream)
      if (stream && this instanceof HTMLVideoElement) wait(this)
    },
  })
}

/** Runs in a page: notes the clock when the next press on anything arrives. */
export function noteNextClick(): void {
  addEventListener('click', () => Object.assign(window, { clickedAt: performance.timeOrigin + performance.now() }), {
    capture: true,
    once: true,
  })
}

export const readFirstFrame = () => (window as unknown as { seen: { firstFrameAt: number } }).seen.firstFrameAt
export const readClick = () => (window as unknown as { clickedAt: number }).clickedAt
