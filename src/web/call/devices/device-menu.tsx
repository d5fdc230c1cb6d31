// Camera, microphone and speaker during the call: which one, which way round, without the noise filter, and opened again.
import type { ComponentChildren } from 'preact'
import { words } from '#text/call-devices'
import { useStore } from '../../kit/store.ts'
import type { DeviceChoice, LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { FlipCameraIcon } from '../../ui/icon/equipment.tsx'
import { RefreshIcon } from '../../ui/icon/signs.tsx'
import { SelectField } from '../../ui/select-field/select-field.tsx'
import type { OwnDevices } from './own-devices.ts'
import './device-menu.scss'
import { deviceOptions } from '../../ui/select-field/device-options.ts'

export interface DeviceMenuProps {
  open: boolean
  onClose: () => void
  local: LocalMedia
  own: OwnDevices
  selfShown: boolean
  onSelfShown: (shown: boolean) => void
  /** More buttons, where the screen is too small for them. */
  children?: ComponentChildren
}

export function DeviceMenu(props: DeviceMenuProps) {
  const { local, own } = props
  const state = useStore(local.state)
  return (
    <Dialog
      open={props.open}
      title={words.title}
      onClose={props.onClose}
      actions={
        <Button kind="secondary" onPress={props.onClose}>
          {words.close}
        </Button>
      }
    >
      <Choice
        id="call-camera"
        label={words.camera}
        choices={state.cameras}
        chosen={state.cameraId}
        choose={(id) => void local.chooseCamera(id)}
      />
      {own.flip && (
        <Button kind="secondary" icon={<FlipCameraIcon />} onPress={own.flip}>
          {words.flip}
        </Button>
      )}
      <Choice
        id="call-microphone"
        label={words.microphone}
        choices={state.microphones}
        chosen={state.microphoneId}
        choose={(id) => void local.chooseMicrophone(id)}
      />
      <Choice
        id="call-speaker"
        label={words.speaker}
        choices={state.speakers}
        chosen={state.speakerId}
        choose={(id) => void local.chooseSpeaker(id)}
      />
      <Switch id="call-self" label={words.selfView} on={props.selfShown} change={props.onSelfShown} />
      <Switch
        id="call-voice"
        label={words.voiceOff}
        hint={words.voiceOffHint}
        on={!state.voiceProcessing}
        change={(off) => void local.setVoiceProcessing(!off)}
      />
      {props.children && <div class="device-menu-more">{props.children}</div>}
      {own.restart && (
        <div class="device-menu-restart">
          <Button kind="secondary" icon={<RefreshIcon />} onPress={own.restart}>
            {words.restart}
          </Button>
          <p class="soft small">{words.restartHint}</p>
        </div>
      )}
    </Dialog>
  )
}

interface ChoiceProps {
  id: string
  label: string
  choices: readonly DeviceChoice[]
  chosen: string | null
  choose: (id: string) => void
}

/** One device is no choice. */
function Choice({ id, label, choices, chosen, choose }: ChoiceProps) {
  if (choices.length < 2) return null
  const options = deviceOptions(label, choices)
  return <SelectField id={id} label={label} value={chosen ?? ''} options={options} onChange={choose} />
}

interface SwitchProps {
  id: string
  label: string
  hint?: string
  on: boolean
  change: (on: boolean) => void
}

function Switch({ id, label, hint, on, change }: SwitchProps) {
  return (
    <div class="device-menu-switch">
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  )
}
