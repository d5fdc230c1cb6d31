// The framing coach on the patient's screen: one large sentence that can be read from across the room, its arrow, and the
// way to turn it off. It draws what the model says and looks at nothing itself.
import type { BodyPart } from '#domain/plan'
import { words } from '#text/coach'
import { CrossIcon, TickCircleIcon } from '../ui/icon/signs.tsx'
import { Arrow } from './arrow.tsx'
import { canPose } from './pose.ts'
import { useCoach } from './use-coach.ts'
import './coach-part.scss'

export interface CoachPartProps {
  /** What has to be in sight. */
  parts: readonly BodyPart[]
  camera: MediaStreamTrack | null
  /** Something more important is on the screen. */
  quiet: boolean
  /** All of it was in sight. */
  onDone: () => void
}

export function CoachPart(props: CoachPartProps) {
  return canPose() ? <Coach {...props} /> : null
}

function Coach({ parts, camera, quiet, onDone }: CoachPartProps) {
  const { state, turnOff, again } = useCoach(parts, camera, onDone)
  if (state.kind === 'unable') return null
  const said = state.kind === 'saying' ? state.instruction : null
  return (
    <section class={said && !quiet ? 'coach coach-saying' : 'coach'} aria-label={words.title}>
      <div role="status">
        {said && !quiet && (
          <p class="coach-words">
            <Arrow kind={said.kind} />
            <span>{words.say(said)}</span>
          </p>
        )}
        {state.kind === 'done' && !quiet && (
          <p class="coach-done">
            <TickCircleIcon />
            <span>{words.done}</span>
          </p>
        )}
      </div>
      {!quiet && (turnOff || again) && (
        <div class="coach-ways">
          {said && <p class="coach-about">{words.about}</p>}
          {state.kind === 'saying' && turnOff && (
            <button type="button" class="call-plain-button" onClick={turnOff}>
              <CrossIcon size={20} />
              <span>{words.off}</span>
            </button>
          )}
          {again && (
            <button type="button" class="call-plain-button" onClick={again}>
              <span>{words.again}</span>
            </button>
          )}
        </div>
      )}
    </section>
  )
}
