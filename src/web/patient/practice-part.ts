// The page for trying everything out, joined to the browser. Fetched only at its own address.
import type { CheckWelcome } from '#contract/area'
import { measureConnection } from '../checks/connection.ts'
import { serverNow } from '../checks/connection-net.ts'
import { runEquipmentCheck } from '../checks/equipment-run.ts'
import { browserWorld } from '../checks/equipment-world.ts'
import { later } from '../kit/later.ts'
import { playChime } from '../media/chime.ts'
import { createLocalMedia } from '../media/devices.ts'
import { watchLevel } from '../media/level.ts'
import { call } from '../net/api.ts'
import { thisDevice } from './door/this-device.ts'
import { createEquipment } from './equipment/equipment-model.ts'
import { createPractice } from './practice/practice-model.ts'
import { createCheck } from './prepare/check-model.ts'
import { localWorld } from './prepare/local-world.ts'

export { PracticeScreen } from './practice/practice-screen.tsx'

export const practice = createPractice({
  welcome: () => call<CheckWelcome>('GET', '/api/open/check'),
  openLocal: createLocalMedia,
  openEquipment(local, done) {
    const ring = () => playChime(local.state.get().speakerId)
    return createEquipment({ local, listen: watchLevel, ring, later }, { soundOnly: false }, done)
  },
  openCheck(local, heard) {
    const world = browserWorld(local, serverNow)
    return createCheck(
      {
        ...localWorld(local, thisDevice(navigator) !== 'computer'),
        run: (parts) => runEquipmentCheck(world, parts),
        measure: measureConnection(),
        heard: () => heard,
        // Nothing is kept: what was found is on the screen alone.
        report() {},
        now: Date.now,
        later,
      },
      null,
    )
  },
})
