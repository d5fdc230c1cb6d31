// This person's own picture, mirrored as in a looking-glass, or words for why there is none.
import { useEffect, useRef } from 'preact/hooks'
import { words as texts } from '#text/staff'
import { CameraOffIcon } from '../../ui/icon/equipment.tsx'
import './mirror.scss'

const words = texts.equipment

export interface MirrorProps {
  video: MediaStreamTrack | null
  without: string
  /** The picture stands still: drawing it would keep something else from being shown. */
  still?: boolean
}

export function Mirror({ video, without, still = false }: MirrorProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (element.current) element.current.srcObject = video ? new MediaStream([video]) : null
  }, [video])
  useEffect(() => {
    if (still) element.current?.pause()
    else if (element.current?.paused) void element.current.play().catch(() => undefined)
  }, [still])
  return (
    <div class="mirror">
      {video ? (
        <video ref={element} autoPlay playsInline muted aria-label={words.selfView} />
      ) : (
        <p>
          <CameraOffIcon size={32} />
          <span>{without}</span>
        </p>
      )}
    </div>
  )
}
