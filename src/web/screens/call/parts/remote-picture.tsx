// The other person's picture, without their sound: a silent video may always play. Says its shape so that the stage can
// fit it; the last frame stays when nothing new comes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface RemotePictureProps {
  stream: MediaStream | null
  label: string
  fit: 'contain' | 'cover'
  /** `hidden`: kept ready, not seen. `old`: the last frame behind words. */
  seen: 'clear' | 'old' | 'hidden'
}

export function RemotePicture({ stream, label, fit, seen }: RemotePictureProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [shape, setShape] = useState(16 / 9)

  useLayoutEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = stream
    // A browser may pause it in the background; the next track starts it again.
    if (stream) element.play().catch(() => {})
    return () => {
      element.srcObject = null
    }
  }, [stream])

  const measure = () => {
    const element = video.current
    if (element && element.videoWidth > 0) setShape(element.videoWidth / element.videoHeight)
  }

  return (
    <video
      ref={video}
      class={`stage-picture stage-picture-${fit} stage-picture-${seen}`}
      style={{ '--shape': String(shape) }}
      aria-label={label}
      muted
      autoplay
      playsInline
      onLoadedMetadata={measure}
      onResize={measure}
    />
  )
}
