// Shown when one's own camera or microphone has stopped by itself: one button brings it back. Placed where it cannot be
// missed.
import { words } from '#text/call'
import { RefreshIcon, WarningIcon } from '../../ui/icon/signs.tsx'

export function LostDevices({ restart }: { restart: () => void }) {
  return (
    <div class="call-line">
      <WarningIcon />
      <p class="call-line-words">
        <strong>{words.lostDevices.title}</strong>
        {words.lostDevices.text}
      </p>
      <button type="button" class="call-plain-button" onClick={restart}>
        <RefreshIcon size={20} />
        <span>{words.lostDevices.restart}</span>
      </button>
    </div>
  )
}
