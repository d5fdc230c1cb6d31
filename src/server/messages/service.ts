// Text between a patient and the clinic. A message is stored once however often it is sent: its sender made its id.
import type { MessageThread, MessageView } from '#contract/shapes'
import { messageText } from '#domain/message'
import { Problem } from '#domain/problem'
import { newestOf } from '#domain/thread'
import type { Deps } from '../deps.ts'
import { aliasOf } from '../platform/aliases.ts'
import type { Staff } from '../platform/caller.ts'
import { publish } from '../platform/events.ts'
import { messageView } from '../platform/message-views.ts'
import { messageForPatient, messageForStaff, type StoredMessage } from '../platform/said-names.ts'
import * as store from './store.ts'

interface Typed {
  readonly id: string
  readonly text: string
}

export interface MessageService {
  fromPatient(visitId: string, typed: Typed): Promise<MessageView>
  toPatient(visitId: string, staff: Staff, typed: Typed): Promise<MessageView>
  /** What stands before a message of the visit, for its patient. */
  earlierForPatient(visitId: string, messageId: string): Promise<MessageThread>
  /** For staff, while the visit is open. */
  earlierForStaff(visitId: string, messageId: string): Promise<MessageThread>
  /** One message to each person who waits in the area; says how many. */
  toArea(areaId: string, staff: Staff, typed: Typed): Promise<number>
}

export function openMessageService({ db, now, newId }: Deps): MessageService {
  const send = async (visitId: string, from: MessageView['from'], staff: Staff | null, typed: Typed) => {
    const text = messageText(typed.text)
    return db.transaction(async (tx) => {
      const visit = await store.visitForMessage(tx, visitId)
      if (!visit) throw new Problem('visit/not-found')
      if (visit.status === 'ended') throw new Problem('visit/already-ended')
      const authorName = staff?.name ?? visit.firstName ?? ''
      const saidAs = staff && (await aliasOf(tx, staff.personId, visit.areaId))
      const row = { id: typed.id, visitId, from, authorName, saidAs, text, at: now() }
      await store.insertMessages(tx, [row])
      await publish(tx, { kind: 'message', messageId: typed.id, areaId: visit.areaId })
      const stored = await store.messageById(tx, typed.id)
      // An id that somebody else's message already has is no message of this sender's.
      if (!stored || stored.visitId !== visitId || stored.from !== from) throw new Problem('request/invalid')
      return messageView(stored)
    })
  }

  const earlier = async (visitId: string, messageId: string, shown: (message: StoredMessage) => MessageView) => {
    const rows = await store.messagesBefore(db, visitId, messageId)
    return newestOf(rows.map((row) => shown({ ...messageView(row), saidAs: row.saidAs })))
  }

  return {
    earlierForPatient: (visitId, messageId) => earlier(visitId, messageId, messageForPatient),
    async earlierForStaff(visitId, messageId) {
      const visit = await store.visitForMessage(db, visitId)
      if (!visit) throw new Problem('visit/not-found')
      if (visit.status === 'ended') throw new Problem('visit/already-ended')
      return earlier(visitId, messageId, messageForStaff)
    },
    fromPatient: (visitId, typed) => send(visitId, 'patient', null, typed),
    toPatient: (visitId, staff, typed) => send(visitId, 'clinic', staff, typed),
    async toArea(areaId, staff, typed) {
      const text = messageText(typed.text)
      return db.transaction(async (tx) => {
        const visitIds = await store.waitingVisits(tx, areaId)
        const at = now()
        const saidAs = await aliasOf(tx, staff.personId, areaId)
        const rows = visitIds.map((visitId, index) => ({
          id: index === 0 ? typed.id : newId(),
          visitId,
          from: 'clinic' as const,
          authorName: staff.name,
          saidAs,
          text,
          at,
        }))
        // The first row has the sender's id: sending again, at the same time or after a lost reply, stores nothing new.
        if ((await store.insertMessages(tx, rows.slice(0, 1))) === 0) {
          const stored = await store.messageById(tx, typed.id)
          const again = stored?.from === 'clinic' && stored.authorName === staff.name && stored.text === text
          if (stored && !again) throw new Problem('request/invalid')
          return visitIds.length
        }
        await store.insertMessages(tx, rows.slice(1))
        for (const { id } of rows) await publish(tx, { kind: 'message', messageId: id, areaId })
        return visitIds.length
      })
    },
  }
}
