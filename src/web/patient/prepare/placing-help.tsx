// The framing coach while somebody gets ready: their own picture, what to do in one sentence, and that all is in sight.
import type { BodyPart } from '#domain/plan'
import { words } from '#text/coach'
import { Arrow } from '../../coach/arrow.tsx'
import { canPose } from '../../coach/pose.ts'
import { useCoach } from '../../coach/use-coach.ts'
import { useStore } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { VideoTile } from '../../ui/video-tile/video-tile.tsx'
import './placing-help.scss'

export interface PlacingHelpProps {
  local: LocalMedia
  parts: readonly BodyPart[]
  onInFrame: () => void
}

export function PlacingHelp(props: PlacingHelpProps) {
  return canPose() ? <Looking {...props} /> : <p role="status">{words.unable}</p>
}

function Looking({ local, parts, onInFrame }: PlacingHelpProps) {
  const { video, facing } = useStore(local.state)
  const { state, turnOff, again } = useCoach(parts, video, onInFrame)
  if (state.kind === 'unable') return <p role="status">{words.unable}</p>
  return (
    <section class="placing-help" aria-label={words.title}>
      <VideoTile track={video} label={words.self} mirrored={facing !== 'back'}>
        <span>{words.noPicture}</span>
      </VideoTile>
      <div class="placing-help-words" role="status">
        {state.kind === 'saying' ? (
          <p>
            <Arrow kind={state.instruction.kind} />
            <strong>{words.say(state.instruction)}</strong>
          </p>
        ) : state.kind === 'done' ? (
          <>
            <p class="placing-help-done">
              <TickCircleIcon size={32} />
              <strong>{words.done}</strong>
            </p>
            <p>{words.inFrame}</p>
          </>
        ) : (
          state.kind === 'looking' && <p>{words.looking}…</p>
        )}
      </div>
      <p class="soft small">{words.about}</p>
      {(turnOff ?? again) && (
        <Button kind="quiet" onPress={turnOff ?? again}>
          {turnOff ? words.off : words.again}
        </Button>
      )}
    </section>
  )
}
