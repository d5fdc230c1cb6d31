// The framing coach on the patient's screen: one large sentence that can be read from across the room, its arrow, and the
// way to turn it off. It draws what the model says and looks at nothing itself.
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Instruction } from '#domain/framing'
import type { BodyPart } from '#domain/plan'
import { words } from '#text/coach'
import { later } from '../kit/later.ts'
import { useStore } from '../kit/store.ts'
import { drawn } from '../ui/icon/line.tsx'
import { CrossIcon, TickCircleIcon } from '../ui/icon/signs.tsx'
import { createCoach } from './coach-model.ts'
import { canPose, openPoser } from './pose.ts'
import './coach-part.scss'

export interface CoachPartProps {
  /** What has to be in sight. */
  parts: readonly BodyPart[]
  camera: MediaStreamTrack | null
  /** Something more important is on the screen. */
  quiet: boolean
}

export function CoachPart(props: CoachPartProps) {
  return canPose() ? <Coach {...props} /> : null
}

function Coach({ parts, camera, quiet }: CoachPartProps) {
  const track = useRef(camera)
  track.current = camera
  const coach = useMemo(
    () =>
      createCoach({
        openPoser: () => openPoser(() => track.current),
        later,
        clock: () => performance.now(),
      }),
    [],
  )
  useEffect(() => () => coach.close(), [coach])
  useEffect(() => coach.want(parts), [coach, parts])
  const state = useStore(coach.state)
  const { turnOff, again } = useStore(coach.actions)
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

const Down = drawn(<path d="M12 3v18M5 14l7 7 7-7" />)
const Up = drawn(<path d="M12 21V3M5 10l7-7 7 7" />)
const Left = drawn(<path d="M21 12H3M10 5l-7 7 7 7" />)
const Right = drawn(<path d="M3 12h18M14 5l7 7-7 7" />)
const Away = drawn(<path d="M12 15V4M7 8.5l5-5 5 5M4 21h16M7 18h10" />)
const Nearer = drawn(<path d="M12 3v12M7 10.5l5 5 5-5M3 21h18" />)

/** A person who looks at their screen sees themselves as in a mirror: their left is on its left. */
const ARROWS: { readonly [kind in Instruction['kind']]?: typeof Down } = {
  'step-back': Away,
  'come-nearer': Nearer,
  'come-in': Nearer,
  'move-left': Left,
  'move-right': Right,
  'tilt-down': Down,
  'tilt-up': Up,
  good: TickCircleIcon,
}

function Arrow({ kind }: { kind: Instruction['kind'] }) {
  const Drawing = ARROWS[kind]
  return Drawing ? <Drawing size={48} /> : null
}
