// What the state of a device means for a finding.
import type { DeviceTrouble } from '#domain/equipment'
import type { DeviceState } from '../media/local.ts'

/** Null when it runs. One that was never asked for, or whose question nobody answered, is off. */
export function troubleOf(state: DeviceState): DeviceTrouble | null {
  switch (state) {
    case 'on':
      return null
    case 'not-asked':
    case 'asking':
      return 'off'
    default:
      return state
  }
}
