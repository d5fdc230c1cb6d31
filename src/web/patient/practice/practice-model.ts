// Trying everything out on any day, without a visit: camera, voice and bell as at an arrival, then the whole check.
// Remembers nothing, and sends nothing about the person.
import type { CheckWelcome } from '#contract/area'
import type { EquipmentFindings } from '#domain/equipment'
import { judgeEquipment, type Readiness } from '#domain/equipment-verdict'
import { createStore, type Readable } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import type { EquipmentModel, EquipmentResult } from '../equipment/equipment-model.ts'
import type { CheckModel } from '../prepare/check-model.ts'

export type PracticeStep =
  | { readonly at: 'start' }
  | { readonly at: 'equipment'; readonly equipment: EquipmentModel }
  | { readonly at: 'check'; readonly check: CheckModel }

export interface PracticeModel {
  readonly step: Readable<PracticeStep>
  /** Whose page this is; null while it is not known, and where the server does not answer: nothing waits for it. */
  readonly welcome: Readable<CheckWelcome | null>
  /** From the first question of the browser; also once more. */
  begin(): void
  readiness(findings: EquipmentFindings | null): Readiness
  close(): void
}

export interface PracticeWorld {
  /** Unset: the page around it says whose it is. */
  welcome?(): Promise<CheckWelcome>
  openLocal(): LocalMedia
  openEquipment(local: LocalMedia, done: (result: EquipmentResult) => void): EquipmentModel
  openCheck(local: LocalMedia, heard: boolean | null): CheckModel
}

export function createPractice(world: PracticeWorld): PracticeModel {
  const step = createStore<PracticeStep>({ at: 'start' })
  const welcome = createStore<CheckWelcome | null>(null)
  let local: LocalMedia | null = null
  let stopWatching = () => {}

  world.welcome?.().then(
    (found) => welcome.set(found),
    () => {},
  )

  function leave(): void {
    stopWatching()
    const now = step.get()
    if (now.at === 'equipment') now.equipment.close()
    if (now.at === 'check') now.check.giveWay()
    local?.close()
    local = null
  }

  function begin(): void {
    leave()
    const opened = world.openLocal()
    local = opened
    step.set({ at: 'equipment', equipment: world.openEquipment(opened, ({ heard }) => look(opened, heard)) })
  }

  function look(opened: LocalMedia, heard: boolean | null): void {
    const now = step.get()
    if (now.at === 'equipment') now.equipment.close()
    const check = world.openCheck(opened, heard)
    step.set({ at: 'check', check })
    check.begin()
    // The camera's light goes out as soon as it has been looked at.
    stopWatching = check.step.subscribe(({ at }) => {
      if (at !== 'done' && at !== 'before-connection') return
      local?.close()
      local = null
    })
  }

  return {
    step,
    welcome,
    begin,
    // Nobody knows yet what the visit will be for: a talk, face to face, is what every visit has.
    readiness: (findings) => judgeEquipment(findings, { role: 'patient', participants: 2, view: 'face' }),
    close: leave,
  }
}
