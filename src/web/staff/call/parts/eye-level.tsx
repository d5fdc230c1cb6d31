// A sign at the top of the picture, near the camera: who looks there meets the other person's eyes.
import { words } from '#text/practitioner-call'
import { drawn } from '../../../ui/icon/line.tsx'
import { CrossIcon } from '../../../ui/icon/signs.tsx'
import './eye-level.scss'

const UpIcon = drawn(<path d="M12 20V5M6 11l6-6 6 6" />)

export function EyeLevel({ name, onHide }: { name: string; onHide: () => void }) {
  return (
    <div class="eye-level call-chip">
      <UpIcon size={20} />
      <span>{words.eyeLevel.text(name)}</span>
      <button type="button" aria-label={words.eyeLevel.hide} onClick={onHide}>
        <CrossIcon size={20} />
      </button>
    </div>
  )
}
