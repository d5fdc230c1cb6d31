// Getting ready behind a personal link, joined to the browser. Fetched once somebody has opened the link before its time.
import type { InvitationView, OwnPreparation } from '#contract/appointment'
import { measureConnection } from '../checks/connection.ts'
import { serverNow } from '../checks/connection-net.ts'
import { runEquipmentCheck } from '../checks/equipment-run.ts'
import { browserWorld } from '../checks/equipment-world.ts'
import { later } from '../kit/later.ts'
import { playChime } from '../media/chime.ts'
import { createLocalMedia } from '../media/devices.ts'
import { watchLevel } from '../media/level.ts'
import type { LocalMedia } from '../media/local.ts'
import { call } from '../net/api.ts'
import { thisDevice } from './door/this-device.ts'
import { createEquipment } from './equipment/equipment-model.ts'
import { type FormsPart, invitedForms } from './forms-part.ts'
import { lastWorkedShelf } from './last-worked.ts'
import type { PhotosModel } from './photos/photos-model.ts'
import { openInvitedPhotos } from './photos-part.ts'
import { createPractice } from './practice/practice-model.ts'
import { createPreparation, goesOn, type PreparationModel } from './preparation/preparation-model.ts'
import { PreparationScreen } from './preparation/preparation-screen.tsx'
import { type CheckWorld, createCheck } from './prepare/check-model.ts'
import { localWorld } from './prepare/local-world.ts'
import { createPrepare } from './prepare/prepare-model.ts'
import { surroundings } from './surroundings.ts'

export interface PreparationPart {
  readonly model: PreparationModel
  readonly forms: FormsPart
  readonly photos: PhotosModel
  readonly here: ReturnType<typeof surroundings>
  /** Asks for no camera: what the place looks like is seen in the check. */
  readonly local: LocalMedia
  readonly PreparationScreen: typeof PreparationScreen
  readonly goesOn: typeof goesOn
}

export function openPreparation(secret: string, view: InvitationView): PreparationPart {
  const here = thisDevice(navigator)
  const checkWorld = (local: LocalMedia, heard: boolean | null): Omit<CheckWorld, 'report'> => {
    const world = browserWorld(local, serverNow)
    return {
      ...localWorld(local, here !== 'computer'),
      run: (parts) => runEquipmentCheck(world, parts),
      measure: measureConnection(),
      heard: () => heard,
      now: Date.now,
      later,
    }
  }
  const idle = createLocalMedia()
  const model = createPreparation({
    view,
    save: (change) => call<OwnPreparation>('PUT', '/api/open/invitation/preparation', { secret, ...change }),
    openPrepare: (whose, placed) =>
      createPrepare(whose, {
        ...checkWorld(idle, null),
        here,
        lastWorked: lastWorkedShelf(() => localStorage, navigator, Date.now),
        placed,
      }),
    openPractice: (report) =>
      createPractice({
        openLocal: createLocalMedia,
        openEquipment(local, done) {
          const ring = () => playChime(local.state.get().speakerId)
          return createEquipment({ local, listen: watchLevel, ring, later }, { soundOnly: false }, done)
        },
        openCheck: (local, heard) => createCheck({ ...checkWorld(local, heard), report }, null),
      }),
    async addToCalendar() {
      const { text } = await call<{ text: string }>('POST', '/api/open/invitation/calendar', { secret })
      handOver(text)
    },
    now: Date.now,
    later,
  })
  return {
    model,
    forms: invitedForms(secret),
    photos: openInvitedPhotos(secret),
    here: surroundings(),
    local: idle,
    PreparationScreen,
    goesOn,
  }
}

/** As a file that the device opens with its calendar. */
function handOver(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'appointment.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
