// The patient's three buttons: sound, picture, leave. Each names what a press does,
// with how things stand below; they never hide and never move.
import type { JSX } from 'preact'
import { words } from '#text/call'
import { BarButton } from '../../call/bar-button.tsx'
import type { DeviceButton, OwnDevices } from '../../call/devices/own-devices.ts'
import { CameraIcon, CameraOffIcon, HangUpIcon, MicrophoneIcon, MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import './patient-bar.scss'

const SOUND: Record<DeviceButton, { word: string; state: string }> = {
  on: { word: words.bar.soundTurnOff, state: words.bar.soundOn },
  off: { word: words.bar.soundTurnOn, state: words.bar.soundOff },
  asking: { word: words.bar.asking, state: '' },
  mend: { word: words.bar.soundMend, state: '' },
  absent: { word: words.bar.soundAbsent, state: '' },
}
const PICTURE: Record<DeviceButton, { word: string; state: string }> = {
  on: { word: words.bar.pictureTurnOff, state: words.bar.pictureOn },
  off: { word: words.bar.pictureTurnOn, state: words.bar.pictureOff },
  asking: { word: words.bar.asking, state: '' },
  mend: { word: words.bar.pictureMend, state: '' },
  absent: { word: words.bar.pictureAbsent, state: '' },
}
const TONE = { on: 'plain', off: 'off', asking: 'plain', mend: 'mend', absent: 'plain' } as const

export function PatientBar({ own, onLeave }: { own: OwnDevices; onLeave: () => void }): JSX.Element {
  const { sound, picture } = own
  return (
    <nav class="patient-bar" aria-label={words.bar.label}>
      <BarButton
        big
        icon={sound.state === 'on' ? <MicrophoneIcon /> : <MicrophoneOffIcon />}
        label={SOUND[sound.state].word}
        state={SOUND[sound.state].state}
        tone={TONE[sound.state]}
        press={sound.press}
      />
      <BarButton
        big
        icon={picture.state === 'on' ? <CameraIcon /> : <CameraOffIcon />}
        label={PICTURE[picture.state].word}
        state={PICTURE[picture.state].state}
        tone={TONE[picture.state]}
        press={picture.press}
      />
      <BarButton icon={<HangUpIcon />} label={words.bar.leave} tone="leave" press={onLeave} />
    </nav>
  )
}
