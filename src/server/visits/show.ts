// Sends to a channel some of whose pages may be locked.
import type { ServerMessage } from '#contract/realtime'
import type { ConsultationView } from '#contract/visit'
import { consultationChannel, lockedPages } from '../platform/channels.ts'
import type { Hub } from '../platform/hub.ts'

/** Nobody is shown on a page that is locked: it hears `locked` in the place of `heard`. */
export function showUnlocked(hub: Hub, channel: string, heard: ServerMessage, locked: () => ServerMessage): void {
  hub.send(channel, heard, lockedPages)
  if (hub.meet(lockedPages, channel)) hub.sendBoth(lockedPages, channel, locked())
}

/** To whoever holds the visit: the consultation as it is now. */
export function showConsultation(hub: Hub, view: ConsultationView): void {
  const { visitId, status, medium, called, revision } = view
  showUnlocked(hub, consultationChannel(visitId), { type: 'consultation', view }, () => ({
    type: 'consultation-status',
    visitId,
    status,
    medium,
    ...(called ? { called } : {}),
    revision,
  }))
}
