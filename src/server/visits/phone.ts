// What a patient chooses for themselves, video or a telephone, and the phone consultation that comes of it: the number, who
// asked for video, and how often nobody answered. A consultation is by phone for as long as its patient wants to be phoned.
import type { PatientView, UpdateOwnBody } from '#contract/visit'
import { phoneOf } from '#domain/arrival'
import { type Held, patientChose, practitionerAskedVideo } from '#domain/medium'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import type { Calls } from './calls.ts'
import { detailsOf, updateDetails } from './held-store.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

export interface PhoneConsultations {
  /** What the patient says of themselves. Throws `arrival/phone-not-valid`. */
  choose(visitId: string, change: UpdateOwnBody): Promise<PatientView>
  /** Video again, where the patient wants it too; else they are asked. Throws `visit/not-held-by-you`. */
  askVideo(visitId: string, personId: string): Promise<void>
  /** Nobody answered, after so many times before. */
  noAnswer(visitId: string, personId: string, before: number): Promise<void>
}

type Consultation = NonNullable<Awaited<ReturnType<typeof store.openConsultation>>>

/** What becomes of the call. */
type Turn = { readonly to: 'phone' } | { readonly to: 'video'; readonly callId: string } | null

export function openPhoneConsultations(deps: Deps, snapshots: Snapshots, calls: Calls): PhoneConsultations {
  const { db, now, newId } = deps

  async function hold(tx: Tx, consultation: Consultation, next: Held): Promise<Turn> {
    const { medium, videoAsk } = next
    const { id, visitId } = consultation
    if (medium === consultation.medium) {
      if (videoAsk !== consultation.videoAsk) await store.setConsultationCall(tx, id, { videoAsk })
      return null
    }
    const callId = medium === 'phone' ? null : newId()
    await store.setConsultationCall(tx, id, { medium, videoAsk, callId })
    await store.updateVisit(tx, visitId, { phoneMe: medium === 'phone', calledAt: null })
    setAuditSubject('visit', visitId, medium === 'phone' ? 'visit.by-phone' : 'visit.by-video')
    return callId === null ? { to: 'phone' } : { to: 'video', callId }
  }

  /** Before anybody reads it for a screen: what flows stops with the answer of the database. */
  async function turn(visitId: string, became: Turn): Promise<void> {
    if (became?.to === 'phone') calls.stop(visitId)
    if (became?.to === 'video') await calls.begin(visitId, became.callId)
  }

  async function held(tx: Tx, visitId: string, personId: string): Promise<Consultation> {
    const consultation = await store.openConsultation(tx, visitId)
    if (consultation?.practitionerId !== personId) throw new Problem('visit/not-held-by-you')
    return consultation
  }

  return {
    async choose(visitId, { phoneMe, phone, ...change }) {
      const became = await db.transaction(async (tx): Promise<Turn> => {
        const row = await store.lockVisit(tx, visitId)
        if (row.status === 'ended') throw new Problem('visit/already-ended')
        await store.updateVisit(tx, visitId, change)
        if (phone !== undefined) await setPhone(tx, visitId, phoneOf(phone, 'required'))
        const consultation = row.status === 'waiting' ? null : await store.openConsultation(tx, visitId)
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
        if (phoneMe === undefined) return null
        if (consultation) return hold(tx, consultation, patientChose(consultation, phoneMe))
        await store.updateVisit(tx, visitId, { phoneMe })
        // Paths that were made ready while a confirmation is read.
        return phoneMe ? { to: 'phone' } : null
      })
      await turn(visitId, became)
      return snapshots.patient(visitId)
    },
    async askVideo(visitId, personId) {
      const became = await db.transaction(async (tx) => {
        const row = await store.lockVisit(tx, visitId)
        const consultation = await held(tx, visitId, personId)
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
        return hold(tx, consultation, practitionerAskedVideo(consultation))
      })
      await turn(visitId, became)
    },
    async noAnswer(visitId, personId, before) {
      await db.transaction(async (tx) => {
        const row = await store.lockVisit(tx, visitId)
        const { id, medium, noAnswers } = await held(tx, visitId, personId)
        if (medium !== 'phone' || noAnswers.length !== before) return
        await store.setConsultationCall(tx, id, { noAnswers: [...noAnswers, now().getTime()] })
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      })
    },
  }
}

/** Another number is not confirmed any more. */
export async function setPhone(tx: Tx, visitId: string, phone: string): Promise<void> {
  const details = await detailsOf(tx, visitId)
  if (!details) throw new Problem('visit/not-found')
  if (details.phone !== phone) await updateDetails(tx, visitId, { phone, phoneConfirmedAt: null })
}
