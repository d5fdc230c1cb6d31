// How a message reaches pages: alone, without the rest of its thread. Messages of one moment are read together.
import type { ServerMessage } from '#contract/realtime'
import type { Deps } from '../deps.ts'
import { areaChannel, consultationChannel, lockedPages, visitChannel } from '../platform/channels.ts'
import { faultFacts } from '../platform/log.ts'
import { messageForPatient, messageForStaff } from '../platform/said-names.ts'
import * as store from './store.ts'

const AGAIN_AFTER_FAULT_MS = 1000

export function openMessagePush({ db, events, hub, log }: Pick<Deps, 'db' | 'events' | 'hub' | 'log'>): void {
  let waiting = new Map<string, string>()
  let busy = false

  const tell = async () => {
    if (busy || waiting.size === 0) return
    busy = true
    const areas = waiting
    waiting = new Map()
    try {
      for (const { visitId, ...row } of await store.messagesByIds(db, [...areas.keys()])) {
        const message = { ...row, at: row.at.getTime() }
        const forStaff: ServerMessage = { type: 'message', visitId, message: messageForStaff(message) }
        hub.send(visitChannel(visitId), { type: 'message', visitId, message: messageForPatient(message) })
        // Nobody is shown on a page that is locked; it opens again when it is unlocked.
        hub.send(consultationChannel(visitId), forStaff, lockedPages)
        hub.send(areaChannel(areas.get(row.id) ?? ''), forStaff, lockedPages)
      }
    } catch (error) {
      log.error('messages not told', faultFacts(error))
      for (const [id, areaId] of areas) waiting.set(id, areaId)
      setTimeout(() => void tell(), AGAIN_AFTER_FAULT_MS).unref()
      busy = false
      return
    }
    busy = false
    await tell()
  }

  events.on((event) => {
    if (event.kind !== 'message') return
    waiting.set(event.messageId, event.areaId)
    void tell()
  })
}
