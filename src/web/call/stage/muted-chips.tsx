// Who cannot be heard because they are muted: the other person, or oneself. Nobody talks into a muted microphone for long.
import { words } from '#text/call'
import { MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'

export function MutedChips({ they, you }: { they: string | null; you: string | null }) {
  return (
    <>
      {they !== null && (
        <p class="call-chip" role="status">
          <MicrophoneOffIcon size={20} />
          <span>{words.stage.theyAreMuted(they)}</span>
        </p>
      )}
      {you !== null && (
        <p class="call-chip" role="status">
          <MicrophoneOffIcon size={20} />
          <span>{you}</span>
        </p>
      )}
    </>
  )
}
