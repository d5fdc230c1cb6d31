// What a channel hears where some of its pages may be locked.
import type { ServerMessage } from '#contract/realtime'
import { lockedPages } from '../platform/channels.ts'
import type { Hub } from '../platform/hub.ts'

/** Nobody is shown on a page that is locked: it hears `locked` in the place of `heard`. */
export function showUnlocked(hub: Hub, channel: string, heard: ServerMessage, locked: () => ServerMessage): void {
  hub.send(channel, heard, lockedPages)
  if (hub.meet(lockedPages, channel)) hub.sendBoth(lockedPages, channel, locked())
}
