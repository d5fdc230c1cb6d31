// The check of camera and sound, one step a screen.
import type { ComponentChildren } from 'preact'
import { words } from '#text/equipment'
import { lazily } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import { Button } from '../../ui/button/button.tsx'
import { LockIcon } from '../../ui/icon/signs.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { EquipmentModel } from './equipment-model.ts'
import { PromptDrawing } from './prompt-drawing.tsx'
import { BellStep, PictureStep, VoiceStep } from './proofs.tsx'
import { promptPlace, type Surroundings } from './surroundings.ts'
import './equipment-screen.scss'

const mendingPart = lazily(() => import('./mending-part.ts'))

export interface EquipmentScreenProps {
  check: EquipmentModel
  here: Surroundings
  /** Steps of the journey that came before this check. Null: whoever shows it says themselves how far one is. */
  before?: number | null
  /** How to reach the clinic when nothing helps. */
  support?: ComponentChildren
}

export function EquipmentScreen({ check, here, before = 1, support = null }: EquipmentScreenProps) {
  const step = useStore(check.step)
  const soundOnly = useStore(check.soundOnly)
  const mending = usePart(mendingPart, step.at === 'trouble' || step.at === 'bell-help')
  const early = step.at === 'explain' || step.at === 'asking' || step.at === 'picture' || step.at === 'trouble'
  return (
    <div class="stack">
      {before !== null && <Steps current={before + (early && !soundOnly ? 1 : 2)} total={3} />}
      {/* A new key makes each step a new screen: its heading takes the focus. */}
      <div class="stack" key={step.at}>
        {step.at === 'explain' && <Explain check={check} here={here} soundOnly={soundOnly} />}
        {step.at === 'asking' && <Asking here={here} soundOnly={soundOnly} />}
        {(step.at === 'trouble' || step.at === 'bell-help') && !mending && <Spinner large words={words.moment} />}
        {mending && step.at === 'trouble' && (
          <mending.TroubleStep check={check} step={step} here={here} support={support} />
        )}
        {step.at === 'picture' && <PictureStep check={check} />}
        {step.at === 'voice' && <VoiceStep check={check} step={step} />}
        {step.at === 'bell' && <BellStep check={check} rings={step.rings} />}
        {mending && step.at === 'bell-help' && <mending.BellHelpStep check={check} kind={here.kind} />}
      </div>
    </div>
  )
}

function Explain({ check, here, soundOnly }: EquipmentScreenProps & { soundOnly: boolean }) {
  return (
    <>
      <Title tab={words.tab}>{soundOnly ? words.explainSoundTitle : words.explainTitle}</Title>
      <p>
        {soundOnly ? words.explainSoundText : words.explainText} {words.explainCaption}
      </p>
      <PromptDrawing kind={here.kind} camera={!soundOnly} microphone site={here.site} />
      <p class="equipment-private">
        <LockIcon /> {words.explainNobody}
      </p>
      <Button size="large" onPress={check.ask}>
        {soundOnly ? words.turnOnSound : words.turnOn}
      </Button>
    </>
  )
}

function Asking({ here, soundOnly }: { here: Surroundings; soundOnly: boolean }) {
  return (
    <>
      <Title tab={words.tab}>{words.askingTitle}</Title>
      <p>
        {words.askingWhere[promptPlace(here.kind)]} {words.askingText}
      </p>
      <PromptDrawing kind={here.kind} camera={!soundOnly} microphone site={here.site} asking />
      <Spinner words={words.asking} />
    </>
  )
}
