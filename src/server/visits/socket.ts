// The messages that pages send about visits and calls, and the answers.
import type { ServerMessage } from '#contract/realtime'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Caller, Patient, Staff } from '../platform/caller.ts'
import { areaChannel, callChannel, limitedViewChannel, pageChannel, visitChannel } from '../platform/channels.ts'
import { type MessageHandler, onMessage, type Page } from '../platform/hub.ts'
import type { Called } from './called.ts'
import type { Calls } from './calls.ts'
import { participantId } from './participant-id.ts'
import type { PhoneConsultations } from './phone.ts'
import type { Presence } from './presence.ts'
import { queuesSeen } from './serving-store.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'
import { lockedView } from './views.ts'

export function visitTalk(
  { db, hub }: Deps,
  parts: { snapshots: Snapshots; phone: PhoneConsultations; presence: Presence; calls: Calls; called: Called },
): MessageHandler[] {
  const { snapshots, phone, presence, calls, called } = parts
  return [
    onMessage({
      type: 'patient.open',
      action: 'visit.read-own',
      async handle({ visitId: shown, pageId, claim, callId }, page) {
        const { visitId } = page.caller as Patient
        // Another visit began in this browser since: what this page shows is not to be mixed with it.
        if (shown !== visitId) throw new Problem('visit/not-found')
        const row = await store.visitById(db, visitId)
        if (!row) throw new Problem('visit/not-found')
        page.setPageId(pageId)
        const channel = visitChannel(visitId)
        const without = async (holder: boolean) => ({
          view: await snapshots.patient(visitId),
          holder,
          liveCallId: null,
        })
        const { areaId, status, pageId: holds } = row.visit
        if (!claim && holds !== null && holds !== pageId) return without(false)
        // Before it counts as there, so that whoever looks meanwhile finds it.
        page.enter(channel)
        if (status === 'ended') return without(true)
        if (!(await presence.arrived(visitId, areaId, pageId, claim))) {
          page.exit(channel)
          return without(false)
        }
        // Not before it is stored: whoever hears it may take the visit back at once.
        hub.send(channel, { type: 'taken-over', visitId }, pageChannel(pageId))
        hub.dissolve(channel)
        page.enter(channel)
        if (claim && row.visit.calledAt !== null && row.visit.awaySince !== null) await called.tellAnew(visitId)
        const view = await snapshots.patient(visitId)
        const { state, calledBack } = view
        // Called back, they come first: until then their page is offered nothing.
        const seen = !calledBack && (state.status === 'being-seen' || state.status === 'on-hold') ? state : null
        const liveCallId = seen && (await calls.rejoin(visitId, callId ?? null, seen, page))
        // Another may have taken it since.
        return { view, holder: page.isIn(channel), liveCallId }
      },
    }),
    onMessage({
      type: 'patient.equipment',
      action: 'visit.update-own',
      async handle({ picture, sound }, page) {
        await phone.choose((page.caller as Patient).visitId, { picture, sound })
        return null
      },
    }),
    onMessage({
      type: 'staff.open',
      action: 'page.open',
      async handle({ pageId }, page) {
        const { personId, locked } = page.caller as Staff
        page.setPageId(pageId)
        const seen = await queuesSeen(db, personId)
        for (const { areaId, limitedView, lent } of seen) {
          page.enter(limitedView ? limitedViewChannel(areaId) : areaChannel(areaId))
          if (!locked) setAuditSubject('area', areaId, 'queue.read', lent ? 'break-glass' : null)
        }
        const snapshotsOf = await snapshots.areas(seen.map(({ areaId }) => areaId))
        if (locked) return { areas: snapshotsOf.map(({ queue }) => lockedView(queue)), locked }
        return {
          areas: snapshotsOf.map(({ queue, limitedView }, at) => (seen[at]?.limitedView ? limitedView() : queue)),
        }
      },
    }),
    onMessage({
      type: 'call.prepare',
      action: 'call.prepare',
      about: ({ visitId }) => ({ visitId }),
      async handle({ visitId }, page) {
        const row = await store.visitById(db, visitId)
        if (row?.visit.status === 'ended') throw new Problem('visit/already-ended')
        const holder = row?.visit.practitionerId
        if (holder && holder !== (page.caller as Staff).personId)
          throw new Problem('visit/with-somebody-else', { name: row?.practitioner?.name ?? '' })
        // Nothing is made ready for whoever asked to be phoned.
        if (row?.visit.phoneMe) return { ticket: null, patientThere: calls.isThere(visitId) }
        return calls.prepare(visitId, page, (page.caller as Staff).personId)
      },
    }),
    onMessage({
      type: 'call.attach',
      action: 'visit.read-held',
      about: ({ visitId }) => ({ visitId }),
      async handle({ visitId, callId, claim }, page) {
        const staff = page.caller as Staff
        // Locked, a page takes up the call it has; it takes none over.
        if (staff.locked && claim) throw new Problem('session/locked')
        const attached = await calls.attach(visitId, callId, claim, page, staff)
        return staff.locked ? { ...attached, view: null } : attached
      },
    }),
    onMessage({
      type: 'consultation.watch',
      action: 'visit.read-held',
      about: ({ visitId }) => ({ visitId }),
      async handle({ visitId }, page) {
        const { personId, locked } = page.caller as Staff
        if (locked) throw new Problem('session/locked')
        return calls.watch(visitId, page, personId)
      },
    }),
    onMessage({
      type: 'call.leave',
      // Whoever is in a call may leave it; who is in one was asked when they entered.
      action: 'call.relay',
      async handle({ visitId }, page) {
        await calls.leave(visitId, page)
        return null
      },
    }),
    onMessage({
      type: 'call.release',
      action: 'call.relay',
      async handle({ visitId, callId }, page) {
        calls.release(visitId, callId, page)
        return null
      },
    }),
    onMessage({
      type: 'call.signal',
      action: 'call.relay',
      async handle({ visitId, callId, to, payload }, page) {
        relay(page, { type: 'call.signal', visitId, callId, to, payload })
        return null
      },
    }),
    onMessage({
      type: 'call.camera-request',
      action: 'call.camera-request',
      async handle({ visitId, callId, to, ask }, page) {
        ensureInCall(page, visitId, callId)
        // A call that is only being prepared shows nobody to anybody: nothing is asked of its camera.
        if (!(await store.holdsCall(db, callId, (page.caller as Staff).personId)))
          throw new Problem('access/not-allowed')
        relay(page, { type: 'call.camera-request', visitId, callId, to, ask })
        return null
      },
    }),
    onMessage({
      type: 'call.camera-answer',
      action: 'call.answer-ask',
      async handle({ visitId, callId, to, cameraRequestId, answer }, page) {
        relay(page, { type: 'call.camera-answer', visitId, callId, to, cameraRequestId, answer })
        return null
      },
    }),
  ]
}

/** Who somebody is in the calls of a visit. */
const participantOf = (caller: Caller, visitId: string): string =>
  participantId(visitId, caller.kind === 'staff' ? caller.personId : visitId)

/** Throws `access/not-allowed` where the page is not in that call of that visit. */
function ensureInCall(page: Page, visitId: string, callId: string): void {
  if (!page.isIn(callChannel(visitId, callId))) throw new Problem('access/not-allowed')
}

type Relayed = Extract<ServerMessage, { from: string }>
type Unsigned<T> = T extends Relayed ? Omit<T, 'from'> : never

/** From the participant whose page this is to the one named: to nobody else, and only within the call. */
function relay(page: Page, message: Unsigned<Relayed>): void {
  const { visitId, callId, to } = message
  ensureInCall(page, visitId, callId)
  const isMeant = (caller: Caller) => participantOf(caller, visitId) === to
  page.relayTo(callChannel(visitId, callId), isMeant, { ...message, from: participantOf(page.caller, visitId) })
}
