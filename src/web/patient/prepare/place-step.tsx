// Where to put the device: the drawing for what has to be seen, and in words where, what to wear, what to have, how to
// stay safe.
import { useState } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import type { DeviceKind, Purpose } from '#domain/plan'
import { words } from '#text/prepare'
import { lazily } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Placing } from '../../ui/placing/placing.tsx'
import { sceneFor } from '../../ui/placing/scene-for.ts'
import { planText, safetyText } from './plan-text.ts'
import type { PrepareModel } from './prepare-model.ts'
import { StepHead } from './step-head.tsx'

export interface PlaceStepProps {
  prepare: PrepareModel
  plan: PlanView
  local: LocalMedia
}

/** With its program of 5 MB: fetched only when the person asks for it. */
const helpPart = lazily(() => import('./placing-help.tsx'))

export function PlaceStep({ prepare, plan, local }: PlaceStepProps) {
  const hasCamera = useStore(local.state).video !== null
  const [helped, setHelped] = useState(false)
  const help = usePart(helpPart, helped)
  const { purpose, advice, agreed, answers } = useStore(prepare.state)
  const device = agreed?.device ?? null
  const used = advice.devices.find((one) => one.device === device) ?? advice.devices[0] ?? null
  const scene = sceneFor(purpose, used?.device ?? null, used?.placing ?? null)
  const parts = [
    { title: words.placeWear, text: planText(plan, 'wear') },
    { title: words.placeHave, text: planText(plan, 'have') },
    { title: words.placeSafety, text: safetyText(plan, answers.alone === true) },
  ].filter(({ text }) => text !== '')
  const reason = planText(plan, 'reason')
  return (
    <>
      <StepHead focus caption={words.parts.place}>
        {words.placeTitle(device)}
      </StepHead>
      <Placing scene={scene} label={words.drawings[scene]} />
      {reason && <p>{reason}</p>}
      <p class="prepare-position">{position(plan, device, purpose)}</p>
      {purpose.coach.length > 0 && hasCamera && (
        <div class="prepare-part">
          {helped && help ? (
            <help.PlacingHelp local={local} parts={purpose.coach} onInFrame={() => prepare.inFrame(purpose.coach)} />
          ) : (
            <Button kind="secondary" busy={helped && words.moment} onPress={() => setHelped(true)}>
              {words.placeHelp}
            </Button>
          )}
        </div>
      )}
      {parts.map(({ title, text }) => (
        <div class="prepare-part" key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
      <Button size="large" onPress={prepare.next}>
        {words.next}
      </Button>
    </>
  )
}

/** An organisation's own words stand as they are; the built-in ones give way to the device that was agreed. */
function position(plan: PlanView, device: DeviceKind | null, { coach, views: [view] }: Purpose): string {
  if (device === 'smartphone' && view === 'whole-body' && plan.wording.position === null)
    return words.placePhone(coach.includes('feet'))
  return planText(plan, 'position')
}
