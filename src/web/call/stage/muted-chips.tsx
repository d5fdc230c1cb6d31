// Who cannot be heard because they are muted: the other person, or oneself. Nobody talks into a muted microphone for long.
import { words } from '#text/call'
import { MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'

export function MutedChips({ they, you }: { they: string | null; you: string | null }) {
  return (
    // Always there, so that what comes into it is said.
    <div class="call-said" role="status">
      {they !== null && (
        <p class="call-chip">
          <MicrophoneOffIcon size={20} />
          <span>{words.stage.theyAreMuted(they)}</span>
        </p>
      )}
      {you !== null && (
        <p class="call-chip">
          <MicrophoneOffIcon size={20} />
          <span>{you}</span>
        </p>
      )}
    </div>
  )
}
