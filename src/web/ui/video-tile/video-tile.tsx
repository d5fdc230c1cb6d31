// One person's picture. Shows a track as it is; who may see it is not decided here.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './video-tile.scss'

export interface VideoTileProps {
  track: MediaStreamTrack | null
  /** What the picture is, for those who cannot see it. */
  label: string
  /** One's own face is shown as in a mirror; the back camera is not. */
  mirrored?: boolean
  /** Stands in the place of a picture that is not there. */
  children?: ComponentChildren
}

export function VideoTile({ track, label, mirrored, children }: VideoTileProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = track ? new MediaStream([track]) : null
    // Not playing is shown by the still picture; a browser that wants a press first gets one with the next button.
    if (track) video.play().catch(() => {})
    return () => {
      video.srcObject = null
    }
  }, [track])
  return (
    <div class="video-tile">
      <video
        ref={element}
        class={mirrored ? 'video-tile-mirrored' : undefined}
        aria-label={label}
        hidden={!track}
        playsInline
        muted
        autoPlay
      />
      {!track && <div class="video-tile-empty">{children}</div>}
    </div>
  )
}
