// The meeting of two pages: tickets, who hears whose signals, and what happens when a page reloads or comes back.
// Media never passes here and signals are relayed unread.
import type { CallTicket } from '#contract/call'
import type { AnswerValues } from '#contract/realtime'
import type { SeenState } from '#contract/visit'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import { callChannel, consultationChannel, pageChannel, unheardChannel, visitChannel } from '../platform/channels.ts'
import type { Page } from '../platform/hub.ts'
import type { Joined } from './service.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

export interface Calls {
  prepare(visitId: string, page: Page): Promise<AnswerValues['call.prepare']>
  release(callId: string, page: Page): void
  /**
   * The call to join with: the prepared one when both pages are in it, else a new one. That is offered to both at once,
   * so that they find each other while the join is stored.
   */
  callToJoin(visitId: string, pageId: string, prepared: string | null): string
  /** The join was refused: a call that was made for it is over before anything flowed. */
  withdraw(callId: string): void
  /** After the join is stored: both sides let picture and sound through. `before`: the page that held it until now. */
  live(visitId: string, staff: Staff, pageId: string, callId: string, joined: Joined): CallTicket
  attach(
    visitId: string,
    callId: string | null,
    claim: boolean,
    page: Page,
    staff: Staff,
  ): Promise<AnswerValues['call.attach']>
  /**
   * The patient's page (re)opened during a consultation: the same call if it has that, or if no page of theirs ever had;
   * else a new one for both.
   */
  rejoin(visitId: string, callId: string | null, state: SeenState, page: Page): Promise<string | null>
}

const seenBy = (staff: Staff, saidAs: string | null, status: SeenState['status'], since: number): SeenState => ({
  status,
  practitionerName: saidAs ?? staff.name,
  practitionerTitle: staff.title,
  since,
})

export function openCalls({ db, hub, ice, now, newId }: Deps, snapshots: Snapshots): Calls {
  const ticket = (callId: string, side: 'practitioner' | 'patient'): CallTicket => ({
    callId,
    engine: 'peer',
    polite: side === 'patient',
    // A name for each side: a relay limits what each name may hold.
    iceServers: ice.servers(`${callId}-${side}`, now()),
    iceTransportPolicy: ice.policy,
  })

  const isThere = (visitId: string) => !hub.isEmpty(visitChannel(visitId))
  const isUnheard = (callId: string) => !hub.isEmpty(unheardChannel(callId))

  const offerToPatient = (visitId: string, callId: string) => {
    if (isThere(visitId)) hub.dissolve(unheardChannel(callId))
    hub.gather(visitChannel(visitId), callChannel(callId))
    hub.send(visitChannel(visitId), { type: 'call.offered', ticket: ticket(callId, 'patient') })
  }

  const goLive = (visitId: string, callId: string, state: SeenState) =>
    hub.send(visitChannel(visitId), { type: 'call.live', callId, state })

  return {
    async prepare(visitId, page) {
      const callId = newId()
      page.enter(callChannel(callId))
      offerToPatient(visitId, callId)
      return { ticket: ticket(callId, 'practitioner'), patientThere: isThere(visitId) }
    },
    release(callId, page) {
      if (!page.isIn(callChannel(callId))) return
      page.relay(callChannel(callId), { type: 'call.released', callId })
      hub.dissolve(callChannel(callId))
    },
    callToJoin(visitId, pageId, prepared) {
      const both =
        prepared !== null &&
        hub.meet(pageChannel(pageId), callChannel(prepared)) &&
        hub.meet(visitChannel(visitId), callChannel(prepared))
      if (both) return prepared
      const callId = newId()
      for (const channel of [callChannel(callId), unheardChannel(callId)]) hub.gather(pageChannel(pageId), channel)
      hub.send(pageChannel(pageId), { type: 'call.offered', ticket: ticket(callId, 'practitioner') })
      offerToPatient(visitId, callId)
      return callId
    },
    withdraw(callId) {
      hub.send(callChannel(callId), { type: 'call.released', callId })
      for (const channel of [callChannel(callId), unheardChannel(callId)]) hub.dissolve(channel)
    },
    live(visitId, staff, pageId, callId, { before, saidAs }) {
      if (before !== null && before !== pageId) hub.send(pageChannel(before), { type: 'taken-over' })
      hub.dissolve(consultationChannel(visitId))
      hub.gather(pageChannel(pageId), consultationChannel(visitId))
      hub.gather(pageChannel(pageId), callChannel(callId))
      // A page that was offered it and is gone took its half along: whoever comes for it gets another, by `rejoin`.
      if (isUnheard(callId)) offerToPatient(visitId, callId)
      goLive(visitId, callId, seenBy(staff, saidAs, 'being-seen', now().getTime()))
      return ticket(callId, 'practitioner')
    },
    async attach(visitId, callId, claim, page, staff) {
      const consultation = await store.openConsultation(db, visitId)
      if (!consultation || consultation.practitionerId !== staff.personId) throw new Problem('visit/not-held-by-you')
      if (!page.pageId) throw new Problem('request/invalid')
      const view = await snapshots.consultation(visitId, staff.personId)
      const holder = claim || consultation.pageId === page.pageId
      if (!holder) return { view, ticket: ticket(consultation.callId, 'practitioner'), holder }
      const kept = callId !== null && callId === consultation.callId && consultation.pageId === page.pageId
      const next = kept ? callId : newId()
      if (!kept) await store.setConsultationCall(db, consultation.id, { pageId: page.pageId, callId: next })
      if (consultation.pageId !== page.pageId) {
        // Not before it is stored: whoever hears it may take the consultation back at once.
        hub.send(pageChannel(consultation.pageId), { type: 'taken-over' })
        hub.dissolve(consultationChannel(visitId))
      }
      page.enter(consultationChannel(visitId))
      page.enter(callChannel(next))
      if (!kept) {
        offerToPatient(visitId, next)
        const status = view.status === 'on-hold' ? 'on-hold' : 'being-seen'
        goLive(visitId, next, seenBy(staff, consultation.saidAs, status, view.startedAt))
      }
      return { view, ticket: ticket(next, 'practitioner'), holder }
    },
    async rejoin(visitId, callId, state, page) {
      const consultation = await store.openConsultation(db, visitId)
      if (!consultation) return null
      const current = consultation.callId
      if (callId === current) page.enter(callChannel(current))
      else if (isUnheard(current)) {
        offerToPatient(visitId, current)
        goLive(visitId, current, state)
      }
      // It has that call, or was offered it: just now, or by a join while it opened.
      if (page.isIn(callChannel(current))) return current
      const next = newId()
      await store.setConsultationCall(db, consultation.id, { callId: next })
      hub.gather(consultationChannel(visitId), callChannel(next))
      page.enter(callChannel(next))
      page.send({ type: 'call.offered', ticket: ticket(next, 'patient') })
      hub.send(consultationChannel(visitId), { type: 'call.offered', ticket: ticket(next, 'practitioner') })
      page.send({ type: 'call.live', callId: next, state })
      return next
    },
  }
}
