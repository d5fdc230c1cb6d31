// How a device's state is to be taken: well, at rest, or something for the person to do. Pure.
import type { DeviceState } from '../media/local.ts'

export type DeviceTone = 'good' | 'quiet' | 'mend'

export function toneOf(device: DeviceState): DeviceTone {
  if (device === 'on') return 'good'
  return device === 'off' || device === 'not-asked' ? 'quiet' : 'mend'
}
