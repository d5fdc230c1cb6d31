// What can be asked of the patient over the picture, what became of it, and the sharp still that came.
import { useEffect, useState } from 'preact/hooks'
import type { ConsultationView } from '#contract/visit'
import type { CallPlan } from '../../../call/call-plan.ts'
import { layoutOf } from '../../../call/call-plan.ts'
import { cameraRequestOffers } from '../../../call/camera-request-offers.ts'
import { oneRemote } from '../../../call/stage/one-remote.ts'
import { useStore } from '../../../kit/store.ts'
import type { EngineState } from '../../../media/engine.ts'
import type { Beside } from '../practitioner-beside.ts'
import { CameraRequestMenu } from './camera-request-menu.tsx'
import { CameraRequestState } from './camera-request-state.tsx'
import { StillViewer } from './still-viewer.tsx'

export interface CallAsksProps {
  beside: Beside
  view: ConsultationView
  engine: EngineState | null
  plan: CallPlan
}

export function CallCameraRequests({ beside, view, engine, plan }: CallAsksProps) {
  const { asks } = beside
  const asked = useStore(asks.asked)
  const still = useStore(asks.still)
  const { ask } = useStore(asks.actions)
  const [shown, setShown] = useState(false)
  const received = still.kind === 'received' ? still : null
  useEffect(() => setShown(received !== null), [received?.at])
  const name = view.patient.firstName
  const remote = oneRemote(engine)
  const offers = cameraRequestOffers({
    able: remote?.camera ?? null,
    found: view.equipment?.camera ?? null,
    picture: remote?.picture === 'showing' || remote?.picture === 'frozen',
    mayTakeStills: plan.mayTakeStills,
  })
  return (
    <>
      <CameraRequestMenu name={name} offers={offers} ask={ask} stillReady={layoutOf(plan).stillReady} />
      <CameraRequestState
        asked={asked}
        still={still}
        name={name}
        ask={ask}
        putAway={asks.putAway}
        onShow={received && !shown ? () => setShown(true) : null}
      />
      {received && shown && (
        <StillViewer
          picture={received.picture}
          at={received.at}
          name={name}
          onDiscard={() => {
            setShown(false)
            asks.discardStill()
          }}
          onClose={() => setShown(false)}
        />
      )}
    </>
  )
}
