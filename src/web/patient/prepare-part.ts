// Getting ready while waiting, with all that it needs of the browser: loaded once the waiting screen is shown. It joins the
// models to the browser; it decides nothing.
import { measureConnection } from '../checks/connection.ts'
import { serverNow } from '../checks/connection-net.ts'
import { runEquipmentCheck } from '../checks/equipment-run.ts'
import { browserWorld } from '../checks/equipment-world.ts'
import { later } from '../kit/later.ts'
import { thisDevice } from './door/this-device.ts'
import { entryFindings } from './equipment/entry-findings.ts'
import type { EquipmentResult } from './equipment/equipment-model.ts'
import type { LastWorkedShelf } from './last-worked.ts'
import { measuring } from './measuring.ts'
import { localWorld } from './prepare/local-world.ts'
import { createPrepare, type PrepareModel } from './prepare/prepare-model.ts'
import type { PatientVisitModel } from './visit-model.ts'

export { PrepareCard } from './prepare/prepare-card.tsx'

export interface Before {
  readonly lastWorked: LastWorkedShelf
  /** What they proved at the door; null: not on this page. */
  readonly entry: EquipmentResult | null
}

export function openPrepare(visit: PatientVisitModel, { lastWorked, entry }: Before): PrepareModel {
  const here = thisDevice(navigator)
  const { local } = visit
  if (entry && visit.view.get().equipment === null) visit.keepEquipment(entryFindings(entry, local.state.get()))
  const world = browserWorld(local, serverNow)
  return createPrepare(visit, {
    ...localWorld(local, here !== 'computer'),
    here,
    lastWorked,
    run(parts) {
      const run = runEquipmentCheck(world, parts)
      measuring.set(true)
      void run.finished.finally(() => measuring.set(false))
      return run
    },
    measure: measureConnection(),
    heard: () => entry?.heard ?? null,
    now: () => visit.serverNow(),
    later,
  })
}
