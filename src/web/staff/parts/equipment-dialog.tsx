// This practitioner's own equipment, before any patient: choosing devices, and the check. Seen and heard by nobody else.
import { useEffect, useState } from 'preact/hooks'
import { words as texts } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import type { LevelWatch } from '../../media/level.ts'
import type { DeviceChoice, DeviceState, LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { CameraIcon, MicrophoneIcon } from '../../ui/icon/equipment.tsx'
import { RefreshIcon } from '../../ui/icon/signs.tsx'
import { Meter } from '../../ui/meter/meter.tsx'
import { SelectField } from '../../ui/select-field/select-field.tsx'
import { type DeviceTone, toneOf } from '../device-tone.ts'
import type { SignedIn } from '../signed-in.ts'
import { Mirror } from './mirror.tsx'
import { OwnCheck } from './own-check.tsx'
import './equipment-dialog.scss'
import { deviceOptions } from '../../ui/select-field/device-options.ts'

const words = texts.equipment

export function EquipmentDialog({ signedIn, onClose }: { signedIn: SignedIn; onClose: () => void }) {
  const { local } = signedIn
  const state = useStore(local.state)
  const now = useStore(signedIn.staff.now)
  // A check that nobody watches ends; what was found before stays.
  useEffect(() => () => signedIn.own.stop(), [signedIn])
  const untried = state.camera === 'not-asked' && state.microphone === 'not-asked'
  return (
    <Dialog open wide title={words.title} onClose={onClose}>
      <div class="equipment">
        <div class="stack-s">
          <Mirror video={state.video} without={words.noPicture} />
          <DeviceLine icon={<CameraIcon size={20} />} name={words.camera} device={state.camera} />
          <DeviceLine icon={<MicrophoneIcon size={20} />} name={words.microphone} device={state.microphone} />
          {state.microphone === 'on' && state.audio && <Level signedIn={signedIn} track={state.audio} />}
          {untried ? (
            <>
              <p class="soft small">{words.startHint}</p>
              <Button
                kind="secondary"
                size="small"
                onPress={() => void local.request({ camera: true, microphone: true })}
              >
                {words.start}
              </Button>
            </>
          ) : (
            <Choices local={local} />
          )}
        </div>
        <OwnCheck own={signedIn.own} now={now} />
      </div>
    </Dialog>
  )
}

function Choices({ local }: { local: LocalMedia }) {
  const state = useStore(local.state)
  return (
    <>
      <Choice
        id="own-camera"
        label={words.camera}
        choices={state.cameras}
        chosen={state.cameraId}
        onChoose={local.chooseCamera}
      />
      <Choice
        id="own-microphone"
        label={words.microphone}
        choices={state.microphones}
        chosen={state.microphoneId}
        onChoose={local.chooseMicrophone}
      />
      <Choice
        id="own-speaker"
        label={words.speaker}
        choices={state.speakers}
        chosen={state.speakerId}
        onChoose={local.chooseSpeaker}
      />
      <div class="equipment-buttons">
        <Turn device={state.camera} name={words.camera} onTurn={local.setCameraOn} />
        <Turn device={state.microphone} name={words.microphone} onTurn={local.setMicrophoneOn} />
        <Button
          kind="quiet"
          size="small"
          icon={<RefreshIcon size={20} />}
          onPress={() => void restart(local, state.camera, state.microphone)}
        >
          {words.restart}
        </Button>
      </div>
      <p class="soft small">{words.keptOn}</p>
    </>
  )
}

function Level({ signedIn, track }: { signedIn: SignedIn; track: MediaStreamTrack }) {
  const [watch, setWatch] = useState<LevelWatch | null>(null)
  useEffect(() => {
    const opened = signedIn.watchLevel(track)
    setWatch(opened)
    return opened.close
  }, [signedIn, track])
  return (
    <div>
      {watch && <Meter label={words.level} level={watch.level} />}
      <p class="soft small">{words.say}</p>
    </div>
  )
}

/** What never ran cannot run again: it is asked for. */
function restart(local: LocalMedia, camera: DeviceState, microphone: DeviceState): Promise<void> {
  const ran = (device: DeviceState) => device === 'on' || device === 'off' || device === 'lost'
  return ran(camera) || ran(microphone) ? local.restart() : local.request({ camera: true, microphone: true })
}

const DOTS: Record<DeviceTone, string> = { good: 'dot-good', quiet: 'dot-quiet', mend: 'dot-mend' }

function DeviceLine({ icon, name, device }: { icon: preact.ComponentChild; name: string; device: DeviceState }) {
  return (
    <p class={`device-line ${DOTS[toneOf(device)]}`} role="status">
      {icon}
      <span>
        {name}: <strong>{words.states[device]}</strong>
      </span>
    </p>
  )
}

function Turn({ device, name, onTurn }: { device: DeviceState; name: string; onTurn: (on: boolean) => Promise<void> }) {
  if (device !== 'on' && device !== 'off') return null
  const on = device === 'on'
  return (
    <Button kind="secondary" size="small" onPress={() => void onTurn(!on)}>
      {on ? words.turnOff(name) : words.turnOn(name)}
    </Button>
  )
}

function Choice(props: {
  id: string
  label: string
  choices: readonly DeviceChoice[]
  chosen: string | null
  onChoose: (id: string) => Promise<void>
}) {
  if (props.choices.length === 0) return null
  const options = deviceOptions(props.label, props.choices)
  return (
    <SelectField
      id={props.id}
      label={props.label}
      value={props.chosen ?? options[0]?.value ?? ''}
      options={options}
      onChange={(id) => void props.onChoose(id)}
    />
  )
}
