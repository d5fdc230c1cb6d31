// Something does not work: what to do about it on this device, try again, and the ways on without it.
import type { ComponentChildren } from 'preact'
import { words } from '#text/equipment'
import { words as steps } from '#text/equipment-steps'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { CameraOffIcon, FlipCameraIcon, MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import { Title } from '../../ui/title/title.tsx'
import { CopyLink } from '../copy-link.tsx'
import { BlockedDrawing } from './blocked-drawing.tsx'
import { type EquipmentModel, type EquipmentStep, hasOtherCamera } from './equipment-model.ts'
import { InSilence } from './in-silence.tsx'
import type { Surroundings } from './surroundings.ts'
import './trouble.scss'

export interface TroubleStepProps {
  check: EquipmentModel
  step: Extract<EquipmentStep, { at: 'trouble' }>
  here: Surroundings
  /** How to reach the clinic when nothing helps. */
  support: ComponentChildren
}

/** Trouble that another camera may not have. */
const OF_ONE_CAMERA: readonly string[] = ['busy', 'lost', 'none']

export function TroubleStep({ check, step, here, support }: TroubleStepProps) {
  const { device, why } = step
  // Sound only would be an empty promise where there is no microphone either.
  const nothing = device === 'both' && (why === 'none' || why === 'unsupported')
  // A camera that is blocked is blocked for all of them.
  const other = hasOtherCamera(useStore(check.local.state)) && device !== 'microphone' && OF_ONE_CAMERA.includes(why)
  return (
    <>
      <div class="trouble-sign">
        {device === 'microphone' ? <MicrophoneOffIcon size={48} /> : <CameraOffIcon size={48} />}
      </div>
      <Title tab={words.tab}>{words.trouble[device][why]}</Title>
      <section class="equipment-try">
        <h2>{words.stepsTitle}</h2>
        {why === 'refused' && <BlockedDrawing kind={here.kind} site={here.site} />}
        <ol>
          {steps.steps(device, why, here.kind, here.secure).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {other && <li>{steps.otherCamera}</li>}
        </ol>
        {why === 'unsupported' && <CopyLink address={here.address} />}
      </section>
      <div class="equipment-answers">
        <Button size="large" onPress={check.ask}>
          {words.tryAgain}
        </Button>
        {other && (
          <Button kind="secondary" icon={<FlipCameraIcon size={20} />} onPress={check.otherCamera}>
            {steps.takeOtherCamera}
          </Button>
        )}
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
      {device === 'microphone' && <InSilence check={check} />}
      {support}
    </>
  )
}
