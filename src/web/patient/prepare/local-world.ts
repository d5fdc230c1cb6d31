// What the check may read and open of one's own camera and microphone, for a page that has opened them already: nothing here
// makes the browser ask a second time.
import type { DeviceState, LocalMedia } from '../../media/local.ts'
import type { CheckWorld } from './check-model.ts'
import { mayCost, type NetworkFacts } from './metered.ts'

const TO_MEND: readonly DeviceState[] = ['refused', 'none', 'busy', 'lost', 'unsupported']
/** Theirs to switch on, or never asked for. */
const LEFT_ALONE: readonly DeviceState[] = ['off', 'not-asked']

export function localWorld(local: LocalMedia, carried: boolean): Pick<CheckWorld, 'parts' | 'reopen' | 'mayCost'> {
  return {
    parts() {
      const { camera, microphone } = local.state.get()
      return { camera: !LEFT_ALONE.includes(camera), microphone: !LEFT_ALONE.includes(microphone), sound: true }
    },
    reopen() {
      const { camera, microphone } = local.state.get()
      const wanted = { camera: TO_MEND.includes(camera), microphone: TO_MEND.includes(microphone) }
      if (wanted.camera || wanted.microphone) void local.request(wanted)
    },
    mayCost: () => mayCost((navigator as { connection?: NetworkFacts }).connection ?? {}, carried),
  }
}
