// Patients in a call whose practitioner's page is gone: a closed tab, a machine that died. After a few looks the visit is put
// on hold, so that the patient is told and the practitioner finds it in the queue.
import { participantChannel } from '../platform/channels.ts'
import type { Hub } from '../platform/hub.ts'
import { participantId } from './participant-id.ts'
import type { VisitService } from './service.ts'

export const LOOK_EVERY_MS = 5000
/** Four looks are 15 to 20 seconds: a reload, also on a slow line, and a restart of the server take less. */
const MOST_LOOKS = 4

export interface LeftAlone {
  look(): Promise<void>
}

/** `beingSeen` reads the visits that are being seen, each with the practitioner's page that has it. */
export function openLeftAlone(
  hub: Pick<Hub, 'isOpen' | 'isEmpty'>,
  beingSeen: () => Promise<readonly { visitId: string; pageId: string; practitionerId: string }[]>,
  service: Pick<VisitService, 'holdForGone'>,
): LeftAlone {
  /** How often each was found without a practitioner's page, one look after the other. */
  let found = new Map<string, number>()
  return {
    async look() {
      const before = found
      found = new Map()
      for (const { visitId, pageId, practitionerId } of await beingSeen()) {
        const own = participantChannel(participantId(visitId, practitionerId))
        const isBack = () => !hub.isOpen() || !hub.isEmpty(own)
        if (isBack()) continue
        const looks = (before.get(visitId) ?? 0) + 1
        if (looks < MOST_LOOKS) found.set(visitId, looks)
        else await service.holdForGone(visitId, pageId, isBack)
      }
    },
  }
}
