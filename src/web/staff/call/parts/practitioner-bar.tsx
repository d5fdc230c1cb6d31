// The practitioner's controls in one bar. Where there is no room for all, the rarer ones stand behind "More".
import { words } from '#text/practitioner-call'
import { BarButton } from '../../../call/bar-button.tsx'
import type { DeviceButton, OwnDevices } from '../../../call/devices/own-devices.ts'
import {
  CameraIcon,
  CameraOffIcon,
  HangUpIcon,
  HoldIcon,
  MicrophoneIcon,
  MicrophoneOffIcon,
  ResumeIcon,
} from '../../../ui/icon/equipment.tsx'
import { ArrowLeftIcon, MoreIcon, RefreshIcon } from '../../../ui/icon/signs.tsx'
import { NoteIcon, SettingsIcon } from '../../../ui/icon/work.tsx'
import { keyOf } from '../../shortcuts/shortcut.ts'
import type { CallActions } from '../practitioner-state.ts'
import './practitioner-bar.scss'

export interface PractitionerBarProps {
  /** Null: nothing of one's own is sent. */
  devices: OwnDevices | null
  actions: CallActions
  onSendBack: () => void
  onEnd: () => void
  onDevices: () => void
  onMore: () => void
  panelOpen: boolean
  onPanel: () => void
  unread: number
  /** Own camera and microphone alone. */
  locked?: boolean
}

const TONE = { on: 'plain', off: 'off', asking: 'plain', mend: 'mend', absent: 'plain' } as const
const isOn = (state: DeviceButton) => state === 'on' || state === 'asking'

export function PractitionerBar(props: PractitionerBarProps) {
  return (
    <nav class="practitioner-bar" aria-label={words.barLabel}>
      {props.devices && <Own {...props.devices} />}
      {!props.locked && <Steps {...props} />}
    </nav>
  )
}

function Own({ sound, picture }: OwnDevices) {
  return (
    <div class="practitioner-bar-own">
      <BarButton
        icon={isOn(sound.state) ? <MicrophoneIcon /> : <MicrophoneOffIcon />}
        label={isOn(sound.state) ? words.bar.mute : words.bar.unmute}
        tone={TONE[sound.state]}
        press={sound.press}
        shortcut={keyOf('sound')}
      />
      <BarButton
        icon={isOn(picture.state) ? <CameraIcon /> : <CameraOffIcon />}
        label={isOn(picture.state) ? words.bar.cameraOff : words.bar.cameraOn}
        tone={TONE[picture.state]}
        press={picture.press}
        shortcut={keyOf('picture')}
      />
    </div>
  )
}

function Steps({ actions, ...props }: PractitionerBarProps) {
  return (
    <>
      <div class="practitioner-bar-rare">
        <HoldButton actions={actions} />
        <BarButton icon={<ArrowLeftIcon />} label={words.bar.sendBack} press={actions.sendBack && props.onSendBack} />
        {props.devices && (
          <>
            <BarButton icon={<RefreshIcon />} label={words.bar.refresh} press={actions.refresh} />
            <BarButton icon={<SettingsIcon />} label={words.bar.devices} press={props.onDevices} />
          </>
        )}
      </div>
      <div class="practitioner-bar-end">
        <BarButton
          icon={<NoteIcon />}
          label={words.bar.panel}
          more={props.unread > 0 ? words.bar.unread(props.unread) : words.bar.panelLong}
          badge={props.unread > 0 ? String(props.unread) : null}
          expanded={props.panelOpen}
          press={props.onPanel}
        />
        <BarButton class="practitioner-bar-more" icon={<MoreIcon />} label={words.bar.more} press={props.onMore} />
        <BarButton
          icon={<HangUpIcon />}
          label={words.bar.end}
          tone="leave"
          press={actions.end && props.onEnd}
          shortcut={keyOf('end')}
        />
      </div>
    </>
  )
}

export function HoldButton({ actions }: { actions: CallActions }) {
  if (actions.resume)
    return (
      <BarButton
        class="bar-hold"
        icon={<ResumeIcon />}
        label={words.bar.resume}
        tone="off"
        press={actions.resume}
        shortcut={keyOf('hold')}
      />
    )
  return (
    <BarButton
      class="bar-hold"
      icon={<HoldIcon />}
      label={words.bar.hold}
      press={actions.hold}
      shortcut={keyOf('hold')}
    />
  )
}
