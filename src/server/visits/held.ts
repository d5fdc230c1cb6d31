// What the practitioner who holds a visit keeps beside the picture: the ticks of the checklist, how the patient is reached,
// where they are and who is with them. It belongs to the consultation and is deleted with the patient's details.
import { isDeepStrictEqual } from 'node:util'
import type { CompanionsAnswerBody, ContactBody, TickBody } from '#contract/consultation'
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
  /** The patient's. An answer to a list that has changed since, or after the end, changes nothing. */
  answerCompanions(visitId: string, body: CompanionsAnswerBody): Promise<void>
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
        // What the patient said was of the list that they read.
        const isSame = isDeepStrictEqual(companions, details.companions)
        const companionsAnswer = isSame ? details.companionsAnswer : null
        await held.updateDetails(tx, visitId, { ...reached, presentAddress: address, companions, companionsAnswer })
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      })
    },
    async answerCompanions(visitId, { companions, answer }) {
      await db.transaction(async (tx) => {
        const row = await lockVisit(tx, visitId)
        const details = await held.detailsOf(tx, visitId)
        const isOpen = row.status === 'being-seen' || row.status === 'on-hold'
        if (!isOpen || !details || !isDeepStrictEqual(companions, details.companions)) return
        await held.updateDetails(tx, visitId, { companionsAnswer: answer })
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      })
    },
  }
}
