// What the practitioner who holds a visit keeps beside the picture: the ticks of the checklist, how the patient is reached,
// where they are and who is with them. It belongs to the consultation and is deleted with the patient's details.
import type { ContactBody, TickBody } from '#contract/consultation'
import { isChecklistId } from '#domain/checklist'
import { nextContact } from '#domain/contact'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { publish } from '../platform/events.ts'
import * as held from './held-store.ts'
import { lockVisit, openConsultation } from './store.ts'

export interface Held {
  /** Ticks an item or takes its tick away. Throws `request/not-found` for an item that no checklist has. */
  tick(visitId: string, personId: string, item: string, body: TickBody): Promise<void>
  /** Throws `arrival/phone-not-valid`. */
  reach(visitId: string, personId: string, body: ContactBody): Promise<void>
}

export function openHeld({ db, now }: Deps): Held {
  return {
    async tick(visitId, personId, item, { done, value }) {
      if (!isChecklistId(item)) throw new Problem('request/not-found')
      await db.transaction(async (tx) => {
        const row = await lockVisit(tx, visitId)
        const consultation = await openConsultation(tx, visitId)
        if (row.practitionerId !== personId || !consultation) throw new Problem('visit/not-held-by-you')
        if (done) await held.putTick(tx, { consultationId: consultation.id, item, value: value.trim(), at: now() })
        else await held.deleteTick(tx, consultation.id, item)
        await publish(tx, { kind: 'consultation', visitId })
      })
    },
    async reach(visitId, personId, body) {
      await db.transaction(async (tx) => {
        const row = await lockVisit(tx, visitId)
        const details = await held.detailsOf(tx, visitId)
        if (row.practitionerId !== personId || !details) throw new Problem('visit/not-held-by-you')
        const { address, ...reached } = nextContact({ ...details, address: details.presentAddress }, body, now())
        const companions = body.companions.map(({ name, onCamera }) => ({ name: name.trim(), onCamera }))
        await held.updateDetails(tx, visitId, { ...reached, presentAddress: address, companions })
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      })
    },
  }
}
