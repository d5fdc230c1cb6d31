// The moment the other person is first seen: what takes a browser long is built after it, not before.

/**
 * Runs `run` once, after a frame that came from the other side was painted; the returned function stops that. What comes
 * before it may be seen is painted black, and such a frame was never received. A browser that does not say when a frame
 * was received, or tells of none, never runs it: whoever waits has an end of their own.
 */
export function afterFrame(player: HTMLVideoElement, run: () => void): () => void {
  if (!player.requestVideoFrameCallback) return () => {}
  let over = false
  let request = 0
  const wait = () => {
    request = player.requestVideoFrameCallback((_, { receiveTime }) => {
      if (receiveTime === undefined) return wait()
      // Called just before the frame is painted.
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (!over) run()
        }),
      )
    })
  }
  wait()
  return () => {
    over = true
    player.cancelVideoFrameCallback(request)
  }
}
