// Something does not work: what to do about it on this device, try again, and the ways on without it.
import type { ComponentChildren } from 'preact'
import { words } from '#text/equipment'
import { words as steps } from '#text/equipment-steps'
import { Button } from '../../ui/button/button.tsx'
import { CameraOffIcon, MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import { Title } from '../../ui/title/title.tsx'
import { CopyLink } from '../copy-link.tsx'
import type { EquipmentModel, EquipmentStep } from './equipment-model.ts'
import type { Surroundings } from './surroundings.ts'
import './trouble.scss'

export interface TroubleStepProps {
  check: EquipmentModel
  step: Extract<EquipmentStep, { at: 'trouble' }>
  here: Surroundings
  /** How to reach the clinic when nothing helps. */
  support: ComponentChildren
}

export function TroubleStep({ check, step, here, support }: TroubleStepProps) {
  const { device, why } = step
  // Sound only would be an empty promise where there is no microphone either.
  const nothing = device === 'both' && (why === 'none' || why === 'unsupported')
  return (
    <>
      <div class="trouble-sign">
        {device === 'microphone' ? <MicrophoneOffIcon size={48} /> : <CameraOffIcon size={48} />}
      </div>
      <Title tab={words.tab}>{words.trouble[device][why]}</Title>
      <section class="equipment-try">
        <h2>{words.stepsTitle}</h2>
        <ol>
          {steps.steps(device, why, here.kind, here.secure).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {why === 'unsupported' && <CopyLink address={here.address} />}
      </section>
      <div class="equipment-answers">
        <Button size="large" onPress={check.ask}>
          {words.tryAgain}
        </Button>
        {device === 'microphone' || nothing ? (
          <Button kind="secondary" onPress={check.next}>
            {nothing ? words.withoutBoth : words.withoutSound}
          </Button>
        ) : (
          <Button kind="secondary" onPress={check.chooseSoundOnly}>
            {words.soundOnly}
          </Button>
        )}
      </div>
      {support}
    </>
  )
}
