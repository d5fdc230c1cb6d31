// Arriving by a personal link: the visit is made of what the appointment says, within the transaction of whoever asks. The
// time was agreed, so opening hours are not asked.
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { AreaInForce } from '../platform/area-settings.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import type { StoredTalk } from '../platform/said-names.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import { emailOnArrival } from './arrival-emails.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

export interface Invited extends Pick<store.Arrival, 'picture' | 'sound' | 'phoneMe' | 'cannotTalk' | 'usesText'> {
  readonly area: AreaInForce
  readonly details: store.ArrivalDetails
  readonly appointmentAt: Date
  readonly planId: string | null
  /** What was said of devices before the day. */
  readonly talk: StoredTalk | null
  /** What they would like to ask: their first message. Empty: nothing. */
  readonly questions: string
}

export function openInvitedArrivals(deps: Deps, snapshots: Snapshots) {
  return {
    /** `cookie` is the secret that this device keeps. */
    async arriveInvited(tx: Tx, invited: Invited) {
      const { area, details, appointmentAt, planId, talk, questions } = invited
      const { picture, sound, phoneMe, cannotTalk, usesText } = invited
      const [visitId, secret] = [deps.newId(), newSecret()]
      const arrival = { id: visitId, areaId: area.id, tokenHash: fingerprint(secret), arrivedAt: deps.now() }
      await store.insertVisit(tx, { ...arrival, picture, sound, phoneMe, cannotTalk, usesText }, details)
      if (!(await store.isKept(tx, area.id))) throw new Problem('area/not-found')
      await store.updateVisit(tx, visitId, {
        appointmentAt,
        ...(planId ? { planId } : {}),
        ...(talk ? { talk } : {}),
      })
      if (questions) {
        const at = deps.now()
        await store.insertFirstMessage(tx, {
          id: deps.newId(),
          visitId,
          authorName: details.firstName,
          text: questions,
          at,
        })
      }
      setAuditSubject('visit', visitId)
      await publish(tx, { kind: 'visit', visitId, areaId: area.id, places: false })
      await emailOnArrival(tx, deps, area)
      return { visitId, cookie: `${visitId}.${secret}` }
    },
    /** The same device, whose browser lost the way to its visit, or whose reply was lost. */
    async comeAgain(tx: Tx, visitId: string) {
      const row = await store.lockVisit(tx, visitId)
      if (row.status === 'ended') throw new Problem('visit/already-ended')
      const secret = newSecret()
      await store.updateVisit(tx, visitId, { tokenHash: fingerprint(secret) })
      return { visitId, cookie: `${visitId}.${secret}` }
    },
    view: snapshots.patient,
  }
}
