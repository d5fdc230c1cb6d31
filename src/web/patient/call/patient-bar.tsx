// The patient's three buttons: sound, picture, leave. They say how things stand, never hide and never move.
import type { JSX } from 'preact'
import { words } from '#text/call'
import { BarButton } from '../../call/bar-button.tsx'
import type { DeviceButton, OwnDevices } from '../../call/devices/own-devices.ts'
import { CameraIcon, CameraOffIcon, HangUpIcon, MicrophoneIcon, MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import './patient-bar.scss'

const SOUND: Record<DeviceButton, { word: string; more: string }> = {
  on: { word: words.bar.soundOn, more: words.bar.soundTurnOff },
  off: { word: words.bar.soundOff, more: words.bar.soundTurnOn },
  asking: { word: words.bar.asking, more: '' },
  mend: { word: words.bar.soundMend, more: '' },
  absent: { word: words.bar.soundAbsent, more: '' },
}
const PICTURE: Record<DeviceButton, { word: string; more: string }> = {
  on: { word: words.bar.pictureOn, more: words.bar.pictureTurnOff },
  off: { word: words.bar.pictureOff, more: words.bar.pictureTurnOn },
  asking: { word: words.bar.asking, more: '' },
  mend: { word: words.bar.pictureMend, more: '' },
  absent: { word: words.bar.pictureAbsent, more: '' },
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
        more={SOUND[sound.state].more}
        tone={TONE[sound.state]}
        press={sound.press}
      />
      <BarButton
        big
        icon={picture.state === 'on' ? <CameraIcon /> : <CameraOffIcon />}
        label={PICTURE[picture.state].word}
        more={PICTURE[picture.state].more}
        tone={TONE[picture.state]}
        press={picture.press}
      />
      <BarButton big icon={<HangUpIcon />} label={words.bar.leave} tone="leave" press={onLeave} />
    </nav>
  )
}
