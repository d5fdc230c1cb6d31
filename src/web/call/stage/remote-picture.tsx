// The other person's picture, without their sound: a silent video may always play. Reports its shape so that the stage can
// fit it; the last frame stays when nothing new comes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { afterFrame } from './after-frame.ts'
import { takePlayer, warmPlayer } from './player.ts'

export interface RemotePictureProps {
  stream: MediaStream | null
  label: string
  fit: 'contain' | 'cover'
  /** `hidden`: kept ready, not seen. `old`: the last frame behind words. */
  seen: 'clear' | 'old' | 'hidden'
  /** Once, after a frame was painted. */
  onFrame?: () => void
}

export function RemotePicture({ stream, label, fit, seen, onFrame }: RemotePictureProps) {
  const place = useRef<HTMLDivElement>(null)
  const [player, setPlayer] = useState<HTMLVideoElement | null>(null)
  const [shape, setShape] = useState(16 / 9)

  useLayoutEffect(() => {
    if (!stream || !place.current) return
    const taken = takePlayer(stream, place.current)
    const measure = () => {
      const { videoWidth, videoHeight } = taken.player
      if (videoWidth > 0) setShape(videoWidth / videoHeight)
    }
    taken.player.addEventListener('loadedmetadata', measure)
    taken.player.addEventListener('resize', measure)
    measure()
    setPlayer(taken.player)
    const stopWaiting = onFrame ? afterFrame(taken.player, onFrame) : () => {}
    return () => {
      stopWaiting()
      taken.player.removeEventListener('loadedmetadata', measure)
      taken.player.removeEventListener('resize', measure)
      setPlayer(null)
      taken.release()
    }
  }, [stream])

  useLayoutEffect(() => {
    if (!player) return
    player.className = `stage-picture stage-picture-${fit} stage-picture-${seen}`
    player.style.setProperty('--shape', String(shape))
    player.setAttribute('aria-label', label)
  }, [player, fit, seen, shape, label])

  return <div ref={place} class="stage-picture-place" />
}

/** Draws nothing: prepares the picture that the next screen shows. */
export function WarmPicture({ stream }: { stream: MediaStream | null }) {
  useLayoutEffect(() => (stream ? warmPlayer(stream) : undefined), [stream])
  return null
}
