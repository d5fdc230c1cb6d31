// Getting ready while waiting: a calm card that shows one step at a time. Everything in it can be left out.
import type { PlanView } from '#contract/plan'
import { words as findingWords } from '#text/findings'
import { words } from '#text/prepare'
import { useStore } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure/disclosure.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { Placing } from '../../ui/placing/placing.tsx'
import { sceneFor } from '../../ui/placing/scene-for.ts'
import type { Surroundings } from '../equipment/surroundings.ts'
import { AdviceStep } from './advice-step.tsx'
import { ChangeStep } from './change-step.tsx'
import { CheckStep } from './check-step.tsx'
import { FindingList } from './finding-list.tsx'
import { PlaceStep } from './place-step.tsx'
import { planText } from './plan-text.ts'
import type { PrepareModel } from './prepare-model.ts'
import { QuestionStep } from './question-step.tsx'
import { outcomeOf } from './result.ts'
import { StepHead } from './step-head.tsx'
import './answers.scss'
import './prepare-card.scss'

export interface PrepareCardProps {
  prepare: PrepareModel
  plan: PlanView
  here: Surroundings
  local: LocalMedia
  /** Where another device finds the same waiting area; null: behind a personal link, which opens here alone. */
  address: string | null
  useSound: (() => void) | null
  phoneMe: (() => void) | null
}

export function PrepareCard(props: PrepareCardProps) {
  const { prepare, plan } = props
  const { step, remembered } = useStore(prepare.state)
  const key = step.at === 'question' ? step.question : step.at
  return (
    <section class="prepare stack" aria-label={words.title} key={key}>
      {step.at === 'question' && <QuestionStep prepare={prepare} step={step} />}
      {step.at === 'advice' && <AdviceStep prepare={prepare} phoneMe={props.phoneMe} />}
      {step.at === 'change' && <ChangeStep prepare={prepare} device={step.device} address={props.address} />}
      {step.at === 'place' && <PlaceStep prepare={prepare} plan={plan} local={props.local} />}
      {step.at === 'check' && (
        <CheckStep
          check={prepare.check}
          caption={words.parts.check}
          judge={prepare.readiness}
          here={props.here}
          useSound={props.useSound}
          phoneMe={props.phoneMe}
          after={<Remember prepare={prepare} remembered={remembered} />}
          onDone={{ words: words.checkDone, press: prepare.next }}
        />
      )}
      {step.at === 'ready' && <Ready {...props} />}
    </section>
  )
}

/** Only what worked is worth remembering. */
function Remember({ prepare, remembered }: { prepare: PrepareModel; remembered: boolean | null }) {
  const findings = useStore(prepare.check.findings)
  const { means, overall } = prepare.readiness(findings)
  if (remembered === null || means !== 'video' || overall === 'unknown') return null
  return (
    <Checkbox id="prepare-remember" checked={remembered} hint={words.rememberHint} onChange={prepare.remember}>
      {words.remember}
    </Checkbox>
  )
}

/** All done: small, with what was found and the drawing to look at again. */
function Ready({ prepare, plan, here }: PrepareCardProps) {
  const { purpose, advice, agreed } = useStore(prepare.state)
  const findings = useStore(prepare.check.findings)
  const readiness = prepare.readiness(findings)
  const outcome = outcomeOf(readiness)
  const used = advice.devices.find(({ device }) => device === agreed?.device) ?? advice.devices[0] ?? null
  const scene = sceneFor(purpose, used?.device ?? null, used?.placing ?? null)
  return (
    <>
      <div class="prepare-ready">
        {outcome === 'well' && <TickCircleIcon size={32} />}
        <StepHead focus>{outcome === 'well' ? words.result.well : words.allDone}</StepHead>
      </div>
      <p>{words.readyText}</p>
      {outcome !== 'well' && outcome !== 'partly' && readiness.next && (
        <p class="check-next">{findingWords.steps[readiness.next]}</p>
      )}
      <div>
        <Disclosure summary={words.checkSteps}>
          <FindingList items={readiness.items} findings={findings} here={here} running={false} />
          <Button kind="secondary" size="small" onPress={prepare.checkAgain}>
            {words.checkAgain}
          </Button>
        </Disclosure>
        <Disclosure summary={words.showPlace}>
          <Placing scene={scene} label={words.drawings[scene]} />
          <p>{planText(plan, 'position')}</p>
          <p>{planText(plan, 'safety')}</p>
        </Disclosure>
      </div>
    </>
  )
}
