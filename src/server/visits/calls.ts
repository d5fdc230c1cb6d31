// How two pages find each other for a call: tickets, whose signals go to whom, and what happens when a page reloads or comes back.
// Media never passes here and signals are relayed unread.
import type { CallTicket } from '#contract/call'
import type { AnswerValues, ServerMessage } from '#contract/realtime'
import type { SeenState } from '#contract/visit'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import {
  callChannel,
  callsOf,
  consultationChannel,
  pageChannel,
  participantChannel,
  preparedChannel,
  unheardChannel,
  visitChannel,
} from '../platform/channels.ts'
import type { Page } from '../platform/hub.ts'
import { participantId } from './participant-id.ts'
import type { Joined, VisitService } from './service.ts'
import { showConsultation } from './show.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

export interface Calls {
  prepare(visitId: string, page: Page, personId: string): Promise<AnswerValues['call.prepare']>
  /** Whether the patient's page is connected. */
  isThere(visitId: string): boolean
  release(visitId: string, callId: string, page: Page): void
  /** The practitioner's page leaves the consultation. A consultation that it held and that is under way is put on hold. */
  leave(visitId: string, page: Page): Promise<void>
  /** A page's connection has ended: what it prepared is released. Live calls stay, for it may come back. */
  gone(page: Page): void
  /**
   * The call to join with: the prepared one when both pages are in it, else a new one. A new call is offered to both at once,
   * so that they negotiate while the join is stored. Null: the patient asked to be phoned.
   */
  callToJoin(visitId: string, personId: string, pageId: string, prepared: string | null): Promise<string | null>
  /** The join was refused: a call that was made for it ends before any media was sent. */
  withdraw(visitId: string, callId: string): void
  /** After the join is stored: both sides let picture and sound through. `before`: the page that held it until now. */
  live(visitId: string, staff: Staff, pageId: string, joined: Joined): CallTicket | null
  /** From now on the patient is phoned: no call of this visit lasts, neither the one under way nor any that is prepared. */
  stop(visitId: string): void
  /** Both agreed on video: this call, for both sides. */
  begin(visitId: string, callId: string): Promise<void>
  attach(
    visitId: string,
    callId: string | null,
    claim: boolean,
    page: Page,
    staff: Staff,
  ): Promise<AnswerValues['call.attach']>
  /** The page sees how the consultation goes on, without holding it and without a part in its call. */
  watch(visitId: string, page: Page, personId: string): Promise<AnswerValues['consultation.watch']>
  /**
   * The patient's page (re)opened during a consultation: the same call if it has that, or if no page of theirs ever had;
   * else a new one for both.
   */
  rejoin(visitId: string, callId: string | null, state: SeenState, page: Page): Promise<string | null>
}

const seenBy = (
  visitId: string,
  staff: Staff,
  saidAs: string | null,
  status: SeenState['status'],
  since: number,
  calledAt: Date | null,
): SeenState => ({
  status,
  participantId: participantId(visitId, staff.personId),
  practitionerName: saidAs ?? staff.name,
  practitionerTitle: staff.title,
  since,
  ...(calledAt ? { calledAt: calledAt.getTime() } : {}),
})

export function openCalls(
  { db, hub, ice, now, newId }: Deps,
  snapshots: Snapshots,
  service: Pick<VisitService, 'holdForGone'>,
): Calls {
  /** `personId`: the practitioner whose call it is. */
  const ticket = (visitId: string, callId: string, side: 'practitioner' | 'patient', personId: string): CallTicket => {
    const ids = { patient: participantId(visitId, visitId), practitioner: participantId(visitId, personId) }
    return {
      visitId,
      callId,
      engine: 'peer',
      participantId: ids[side],
      remoteId: ids[side === 'patient' ? 'practitioner' : 'patient'],
      polite: side === 'patient',
      // A name for each side: a relay limits what each name may hold.
      iceServers: ice.servers(`${callId}-${side}`, now()),
      iceTransportPolicy: ice.policy,
    }
  }

  const offered = (
    visitId: string,
    callId: string,
    side: 'practitioner' | 'patient',
    personId: string,
    prepared = false,
  ): ServerMessage => ({
    type: 'call.offered',
    ticket: ticket(visitId, callId, side, personId),
    prepared,
  })

  /** Where a practitioner's page of a consultation hears of its calls. */
  const pageOf = (visitId: string, personId: string) => participantChannel(participantId(visitId, personId))

  /** Another page holds the consultation from now on: the one that held it sees no more of it. */
  const giveWay = (visitId: string, personId: string) => {
    hub.part(pageOf(visitId, personId), consultationChannel(visitId))
    hub.dissolve(pageOf(visitId, personId))
  }

  const isThere = (visitId: string) => !hub.isEmpty(visitChannel(visitId))
  const isUnheard = (callId: string) => !hub.isEmpty(unheardChannel(callId))

  const offerToPatient = (visitId: string, callId: string, personId: string, prepared = false) => {
    if (isThere(visitId)) hub.dissolve(unheardChannel(callId))
    hub.gather(visitChannel(visitId), callChannel(visitId, callId))
    hub.send(visitChannel(visitId), offered(visitId, callId, 'patient', personId, prepared))
  }

  const goLive = (visitId: string, callId: string, state: SeenState) => {
    hub.dissolve(preparedChannel(visitId, callId))
    hub.send(visitChannel(visitId), { type: 'call.live', visitId, callId, state })
  }

  const release = (visitId: string, callId: string, page: Page) => {
    const channel = callChannel(visitId, callId)
    if (!page.isIn(channel)) return
    page.relay(channel, { type: 'call.released', visitId, callId })
    for (const each of [channel, preparedChannel(visitId, callId)]) hub.dissolve(each)
  }

  const withdraw = (visitId: string, callId: string) => {
    hub.send(callChannel(visitId, callId), { type: 'call.released', visitId, callId })
    for (const channel of [callChannel(visitId, callId), preparedChannel(visitId, callId), unheardChannel(callId)])
      hub.dissolve(channel)
  }

  return {
    async prepare(visitId, page, personId) {
      const callId = newId()
      page.enter(callChannel(visitId, callId))
      page.enter(preparedChannel(visitId, callId))
      offerToPatient(visitId, callId, personId, true)
      return { ticket: ticket(visitId, callId, 'practitioner', personId), patientThere: isThere(visitId) }
    },
    isThere,
    release,
    async leave(visitId, page) {
      page.exit(consultationChannel(visitId))
      for (const callId of page.channels(callsOf(visitId))) page.exit(callChannel(visitId, callId))
      if (page.caller.kind !== 'staff') return
      const own = pageOf(visitId, page.caller.personId)
      page.exit(own)
      if (page.pageId) await service.holdForGone(visitId, page.pageId, () => !hub.isEmpty(own))
    },
    gone(page) {
      for (const named of page.channels(preparedChannel('', '').slice(0, -1))) {
        const [visitId = '', callId = ''] = named.split(':')
        release(visitId, callId, page)
      }
    },
    async callToJoin(visitId, personId, pageId, prepared) {
      const both =
        prepared !== null &&
        hub.meet(pageChannel(pageId), callChannel(visitId, prepared)) &&
        hub.meet(visitChannel(visitId), callChannel(visitId, prepared))
      if (both) return prepared
      const row = await store.visitById(db, visitId)
      if (row?.visit.phoneMe) return null
      const callId = newId()
      for (const channel of [callChannel(visitId, callId), unheardChannel(callId)])
        hub.gather(pageChannel(pageId), channel)
      hub.send(pageChannel(pageId), offered(visitId, callId, 'practitioner', personId))
      offerToPatient(visitId, callId, personId)
      return callId
    },
    withdraw,
    stop(visitId) {
      for (const callId of hub.channels(callsOf(visitId))) withdraw(visitId, callId)
    },
    async begin(visitId, callId) {
      const held = await store.newestConsultation(db, visitId)
      if (!held) return
      const [own, view] = await Promise.all([
        snapshots.patient(visitId),
        snapshots.consultation(visitId, held.practitionerId),
      ])
      const { state, phoneMe } = own
      if (phoneMe || held.callId !== callId || (state.status !== 'being-seen' && state.status !== 'on-hold')) return
      // First that it is a video call: no page takes one up before it knows that.
      hub.send(visitChannel(visitId), { type: 'visit', view: own })
      showConsultation(hub, view)
      const practitioner = pageOf(visitId, held.practitionerId)
      hub.gather(practitioner, callChannel(visitId, callId))
      offerToPatient(visitId, callId, held.practitionerId)
      hub.send(practitioner, offered(visitId, callId, 'practitioner', held.practitionerId))
      goLive(visitId, callId, state)
    },
    live(visitId, staff, pageId, { before, saidAs, calledAt, callId }) {
      if (before !== null && before !== pageId) hub.send(pageChannel(before), { type: 'taken-over', visitId })
      // Whoever watched another consultation of the visit sees nothing of this one.
      if (before === null) hub.dissolve(consultationChannel(visitId))
      giveWay(visitId, staff.personId)
      for (const channel of [consultationChannel(visitId), pageOf(visitId, staff.personId)])
        hub.gather(pageChannel(pageId), channel)
      if (callId === null) return null
      hub.gather(pageChannel(pageId), callChannel(visitId, callId))
      // A page that was offered it and is gone took its half along: whoever comes for it gets another, by `rejoin`.
      // The same where the call was released while the join was stored.
      if (isUnheard(callId) || !hub.meet(visitChannel(visitId), callChannel(visitId, callId)))
        offerToPatient(visitId, callId, staff.personId)
      goLive(visitId, callId, seenBy(visitId, staff, saidAs, 'being-seen', now().getTime(), calledAt))
      return ticket(visitId, callId, 'practitioner', staff.personId)
    },
    async attach(visitId, callId, claim, page, staff) {
      const { pageId } = page
      if (!pageId) throw new Problem('request/invalid')
      // Read and written under the visit's lock, so that of two pages each sees what the other did. After that nothing waits
      // until all is sent: what pages hear comes in the order in which it was stored.
      const { row, consultation, holder, kept, next } = await db.transaction(async (tx) => {
        const row = await store.lockVisit(tx, visitId)
        const consultation = await store.openConsultation(tx, visitId)
        if (!consultation || consultation.practitionerId !== staff.personId) throw new Problem('visit/not-held-by-you')
        const holder = claim || consultation.pageId === pageId
        const kept = callId === consultation.callId && consultation.pageId === pageId
        const isPhoned = consultation.medium === 'phone'
        const next = kept || !holder || isPhoned ? consultation.callId : newId()
        if (holder && !kept) await store.setConsultationCall(tx, consultation.id, { pageId, callId: next })
        return { row, consultation, holder, kept, next }
      })
      if (holder) {
        if (consultation.pageId !== pageId) {
          hub.send(pageChannel(consultation.pageId), { type: 'taken-over', visitId })
          giveWay(visitId, staff.personId)
        }
        for (const channel of [consultationChannel(visitId), pageOf(visitId, staff.personId)]) page.enter(channel)
        if (next) page.enter(callChannel(visitId, next))
        if (next && !kept) {
          offerToPatient(visitId, next, staff.personId)
          const status = row.status === 'on-hold' ? 'on-hold' : 'being-seen'
          const calledAt = status === 'being-seen' ? row.calledAt : null
          const since = consultation.startedAt.getTime()
          goLive(visitId, next, seenBy(visitId, staff, consultation.saidAs, status, since, calledAt))
        }
      }
      const view = await snapshots.consultation(visitId, staff.personId)
      return { view, ticket: next === null ? null : ticket(visitId, next, 'practitioner', staff.personId), holder }
    },
    async watch(visitId, page, personId) {
      // Under the visit's lock: whoever has it next dissolves the channel after this.
      await db.transaction(async (tx) => {
        await store.lockVisit(tx, visitId)
        const held = await store.openConsultation(tx, visitId)
        if (held?.practitionerId !== personId) throw new Problem('visit/not-held-by-you')
        page.enter(consultationChannel(visitId))
      })
      return { view: await snapshots.consultation(visitId, personId) }
    },
    async rejoin(visitId, callId, state, page) {
      const own = (id: string) => callChannel(visitId, id)
      const found = await db.transaction(async (tx) => {
        await store.lockVisit(tx, visitId)
        const consultation = await store.openConsultation(tx, visitId)
        const current = consultation?.callId ?? null
        if (!consultation || current === null) return null
        const { practitionerId } = consultation
        if (callId === current) page.enter(own(current))
        else if (isUnheard(current)) {
          offerToPatient(visitId, current, practitionerId)
          goLive(visitId, current, state)
        }
        // It has that call, or was offered it: just now, or by a join while it opened.
        if (page.isIn(own(current))) return { current, practitionerId, isNew: false }
        const next = newId()
        await store.setConsultationCall(tx, consultation.id, { callId: next })
        return { current: next, practitionerId, isNew: true }
      })
      if (!found?.isNew) return found?.current ?? null
      const { current: next, practitionerId } = found
      hub.gather(pageOf(visitId, practitionerId), own(next))
      page.enter(own(next))
      page.send(offered(visitId, next, 'patient', practitionerId))
      hub.send(pageOf(visitId, practitionerId), offered(visitId, next, 'practitioner', practitionerId))
      page.send({ type: 'call.live', visitId, callId: next, state })
      return next
    },
  }
}
