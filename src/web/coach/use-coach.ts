// The framing coach of a component: it looks at the camera for as long as the component is there.
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { BodyPart } from '#domain/plan'
import { later } from '../kit/later.ts'
import { useStore } from '../kit/store.ts'
import { type CoachActions, type CoachState, createCoach } from './coach-model.ts'
import { openPoser } from './pose.ts'

/** `onDone`: all parts were in sight. */
export function useCoach(
  parts: readonly BodyPart[],
  camera: MediaStreamTrack | null,
  onDone: () => void,
): { state: CoachState } & CoachActions {
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
  const isDone = state.kind === 'done'
  useEffect(() => {
    if (isDone) onDone()
  }, [isDone])
  return { state, ...useStore(coach.actions) }
}
