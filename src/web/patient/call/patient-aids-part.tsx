// What comes over the patient's call once the first picture has been seen: the practitioner's question and, where the plan
// wants it, help with one's place. Loaded after the picture, so that nothing here delays it.
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { NOTHING_FOUND } from '#domain/equipment'
import { words as companionsWords } from '#text/companions'
import type { CoachPartProps } from '../../coach/coach-part.tsx'
import { useStore } from '../../kit/store.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { CameraRequestCard } from './camera-request-card.tsx'
import { CompanionsCard } from './companions-card.tsx'
import { createPatientAids } from './patient-aids.ts'

export interface PatientAidsPartProps {
  model: PatientVisitModel
  name: string
  /** The call has strength to spare: the connection is good and the own picture is sent whole. */
  atEase: boolean
  onHold: boolean
}

export function PatientAidsPart({ model, name, atEase, onHold }: PatientAidsPartProps) {
  const aids = useMemo(() => createPatientAids(model), [model])
  useEffect(() => () => aids.close(), [aids])
  const face = useStore(aids.face)
  const { coach } = useStore(aids.plan)
  const own = useStore(model.local.state)
  const { companionsAsked: companions, equipment } = useStore(model.view)
  const Coach = useCoach(coach.length > 0 && own.video !== null && atEase && !onHold)
  return (
    <>
      {Coach && (
        <Coach
          parts={coach}
          camera={own.video}
          quiet={onHold || face !== null || companions !== undefined}
          onDone={() => model.keepEquipment({ ...(equipment ?? NOTHING_FOUND), inFrame: [...coach] })}
        />
      )}
      {/* Always there, so that what comes into it is said. */}
      <p class="visually-hidden" role="status">
        {!onHold && face === null && companions && `${companionsWords.wrote(name)} ${companionsWords.title}`}
      </p>
      {!onHold && <CameraRequestCard face={face} name={name} />}
      {!onHold && face === null && companions && (
        <CompanionsCard
          key={JSON.stringify(companions)}
          companions={companions}
          name={name}
          answer={model.answerCompanions}
        />
      )}
    </>
  )
}

/** Its program is large: it is fetched when it is wanted and the call is at ease, and then stays. */
function useCoach(wanted: boolean): ComponentType<CoachPartProps> | null {
  const [part, setPart] = useState<{ CoachPart: ComponentType<CoachPartProps> } | null>(null)
  useEffect(() => {
    // Without it nothing is missing that anybody waits for.
    if (wanted && !part) import('../../coach/coach-part.tsx').then(setPart, () => {})
  }, [wanted, part])
  return part?.CoachPart ?? null
}
