// What this person can do with their own microphone and camera at this moment. Pure: from the state of the devices to
// a state per button and an action, null where pressing would do nothing.
import type { DeviceState, LocalState } from '../../media/local.ts'

/** `mend`: it stopped or was refused, and pressing tries again. `absent`: there is none, and nothing to press. */
export type DeviceButton = 'on' | 'off' | 'asking' | 'mend' | 'absent'

export interface DeviceChanges {
  setMuted(muted: boolean): Promise<void>
  setCameraOn(on: boolean): Promise<void>
  request(wanted: { camera: boolean; microphone: boolean }): Promise<void>
  flipCamera(): Promise<void>
  restart(): Promise<void>
}

export interface OwnDevices {
  readonly sound: { readonly state: DeviceButton; readonly press: (() => void) | null }
  readonly picture: { readonly state: DeviceButton; readonly press: (() => void) | null }
  readonly flip: (() => void) | null
  /** Opens everything again; null only where there is nothing to open. */
  readonly restart: (() => void) | null
  /** True when a camera or microphone that worked has stopped: restarting is then offered large. */
  readonly lost: boolean
}

export function ownDevices(state: LocalState, change: DeviceChanges): OwnDevices {
  const sound = buttonOf(state.microphone)
  const picture = buttonOf(state.camera)
  const mend = (device: DeviceState, wanted: { camera: boolean; microphone: boolean }) =>
    device === 'lost' ? () => void change.restart() : () => void change.request(wanted)
  const press = (
    button: DeviceButton,
    device: DeviceState,
    wanted: { camera: boolean; microphone: boolean },
    turn: (on: boolean) => Promise<void>,
  ) => {
    if (button === 'on') return () => void turn(false)
    if (button === 'off') return () => void turn(true)
    return button === 'mend' ? mend(device, wanted) : null
  }
  const soundWanted = { camera: false, microphone: true }
  const pictureWanted = { camera: true, microphone: false }
  return {
    sound: {
      state: sound,
      press: press(sound, state.microphone, soundWanted, (on) => change.setMuted(!on)),
    },
    picture: {
      state: picture,
      press: press(picture, state.camera, pictureWanted, (on) => change.setCameraOn(on)),
    },
    flip: state.canFlip && picture === 'on' ? () => void change.flipCamera() : null,
    restart: sound === 'absent' && picture === 'absent' ? null : () => void change.restart(),
    lost: state.camera === 'lost' || state.microphone === 'lost',
  }
}

function buttonOf(device: DeviceState): DeviceButton {
  switch (device) {
    case 'on':
    case 'off':
    case 'asking':
      return device
    case 'none':
    case 'unsupported':
      return 'absent'
    case 'not-asked':
    case 'refused':
    case 'busy':
    case 'lost':
      return 'mend'
  }
}
