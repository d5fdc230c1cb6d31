// The three proofs: I see myself, you hear me, I hear you.
import { useState } from 'preact/hooks'
import { words } from '#text/equipment'
import { lazily } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import { Button } from '../../ui/button/button.tsx'
import { BellIcon, FlipCameraIcon } from '../../ui/icon/equipment.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { Meter } from '../../ui/meter/meter.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Title } from '../../ui/title/title.tsx'
import { VideoTile } from '../../ui/video-tile/video-tile.tsx'
import { DeviceField } from './device-field.tsx'
import type { EquipmentModel, EquipmentStep } from './equipment-model.ts'
import { InSilence } from './in-silence.tsx'

interface StepProps {
  check: EquipmentModel
}

export function PictureStep({ check }: StepProps) {
  const local = useStore(check.local.state)
  return (
    <>
      <Title tab={words.tab}>{words.pictureTitle}</Title>
      <div class="equipment-picture">
        <VideoTile track={local.video} label={words.self} mirrored={local.facing !== 'back'}>
          <Spinner words={words.asking} />
        </VideoTile>
        {local.canFlip && (
          <div class="equipment-flip">
            <Button
              kind="secondary"
              size="small"
              icon={<FlipCameraIcon size={20} />}
              onPress={() => void check.local.flipCamera()}
            >
              {words.flip}
            </Button>
          </div>
        )}
      </div>
      <p>{words.pictureText}</p>
      <div class="equipment-answers">
        <Button size="large" onPress={check.next}>
          {words.pictureYes}
        </Button>
        <Button kind="secondary" onPress={check.seeNothing}>
          {words.pictureNo}
        </Button>
      </div>
      <Face camera={local.video} />
      {!local.canFlip && (
        <DeviceField
          id="camera"
          label={words.whichCamera}
          devices={local.cameras}
          value={local.cameraId}
          choose={(id) => void check.local.chooseCamera(id)}
        />
      )}
    </>
  )
}

/** With the program that looks for a face: fetched when it is asked. */
const facePart = lazily(() => import('./face-words.tsx'))

function Face({ camera }: { camera: MediaStreamTrack | null }) {
  const [asked, setAsked] = useState(false)
  const face = usePart(facePart, asked)
  return (
    <>
      {!asked && (
        <div class="equipment-answers">
          <Button kind="quiet" onPress={() => setAsked(true)}>
            {words.pictureTell}
          </Button>
          <Button kind="quiet" onPress={() => setAsked(true)}>
            {words.pictureUnseen}
          </Button>
        </div>
      )}
      {/* Always there, so that a screen reader says the answer when it comes. */}
      <div role="status">{asked && (face ? <face.FaceWords camera={camera} /> : words.moment)}</div>
    </>
  )
}

export function VoiceStep({ check, step }: StepProps & { step: Extract<EquipmentStep, { at: 'voice' }> }) {
  const local = useStore(check.local.state)
  return (
    <>
      <Title tab={words.tab}>{words.voiceTitle}</Title>
      <p>{words.voiceText}</p>
      <div class="equipment-voice">
        <Meter label={words.voiceMeter} level={step.level} />
        <p class={step.heard ? 'equipment-heard equipment-heard-yes' : 'equipment-heard'} role="status">
          {step.heard ? (
            <>
              <TickCircleIcon /> {words.voiceHeard}
            </>
          ) : step.quiet ? (
            words.voiceQuiet
          ) : (
            words.voiceWaiting
          )}
        </p>
      </div>
      <Button size="large" kind={step.heard ? 'primary' : 'secondary'} onPress={check.next}>
        {step.heard ? words.voiceGo : words.voiceSkip}
      </Button>
      <InSilence check={check} />
      <DeviceField
        id="microphone"
        label={words.whichMicrophone}
        devices={local.microphones}
        value={local.microphoneId}
        choose={(id) => void check.local.chooseMicrophone(id)}
      />
    </>
  )
}

export function BellStep({ check, rings }: StepProps & { rings: number }) {
  const rung = rings > 0
  return (
    <>
      <Title tab={words.tab}>{words.bellTitle}</Title>
      <div key={rings} class={rung ? 'equipment-bell equipment-bell-rung' : 'equipment-bell'}>
        <BellIcon size={48} />
      </div>
      {/* The same one before and after, so that the question is said. */}
      <p role="status">{rung ? <strong>{words.bellAsk}</strong> : words.bellText}</p>
      {rung ? (
        <div class="equipment-answers">
          <Button size="large" onPress={() => check.heardBell(true)}>
            {words.bellYes}
          </Button>
          <Button kind="secondary" onPress={() => check.heardBell(false)}>
            {words.bellNo}
          </Button>
          <Button kind="quiet" onPress={check.ring}>
            {words.bellAgain}
          </Button>
        </div>
      ) : (
        <Button size="large" icon={<BellIcon />} onPress={check.ring}>
          {words.bellPlay}
        </Button>
      )}
      <InSilence check={check} />
    </>
  )
}
