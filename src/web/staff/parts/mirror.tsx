// This person's own picture, mirrored as in a looking-glass, or words for why there is none.
import { useEffect, useRef } from 'preact/hooks'
import { words as texts } from '../../text/staff.ts'
import { CameraOffIcon } from '../../ui/icon/equipment.tsx'
import './mirror.scss'

const words = texts.equipment

export function Mirror({ video, without }: { video: MediaStreamTrack | null; without: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (element.current) element.current.srcObject = video ? new MediaStream([video]) : null
  }, [video])
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
