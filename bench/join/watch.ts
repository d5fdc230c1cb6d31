// Runs inside every measured page, the product's and the floor's alike: notes when the first picture that came over the
// network was presented where a person sees it, and hands out clock readings that compare across pages of one machine.
// The time is the browser's own of handing the picture on to be shown. When the page itself began to draw says less: that
// goes by the screen's 17 ms, and a page that draws for long tells a picture that came only after it had begun.

export function watchFirstFrame(): void {
  const seen = { firstFrameAt: 0 }
  Object.assign(window, { seen })
  const wait = (video: HTMLVideoElement) => {
    video.requestVideoFrameCallback((_, frame) => {
      // Only frames from another machine say when they were received; a black one is not a picture yet.
      if (frame.receiveTime === undefined || !isSeen(video) || isBlack(video)) wait(video)
      else seen.firstFrameAt ||= performance.timeOrigin + frame.presentationTime
    })
  }
  const isSeen = (video: HTMLVideoElement) =>
    video.clientWidth > 100 && video.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 4
  const isBlack = (video: HTMLVideoElement) => {
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(video, 0, 0, 4, 4)
    const { data } = context?.getImageData(0, 0, 4, 4) ?? { data: [] }
    return [...data].every((value, index) => index % 4 === 3 || value < 24)
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
