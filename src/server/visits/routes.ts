// HTTP of visits: arriving, one's own visit, and what practitioners do with one.
import { AreaParams } from '#contract/area'
import { Done } from '#contract/shapes'
import {
  ArriveBody,
  JoinBody,
  JoinReply,
  KeptReply,
  PatientView,
  SendBackBody,
  StepReply,
  VisitParams,
} from '#contract/visit'
import type { VisitAction } from '#domain/visit'
import { KEPT_COOKIE, type Patient, VISIT_COOKIE, VISIT_COOKIE_SECONDS } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { CallBack } from './call-back.ts'
import type { Calls } from './calls.ts'
import type { Presence } from './presence.ts'
import type { VisitService } from './service.ts'
import type { Snapshots } from './snapshots.ts'

const done = { done: true } as const

export function visitRoutes(
  service: VisitService,
  snapshots: Snapshots,
  calls: Calls,
  presence: Presence,
  callBack: CallBack,
) {
  const ownVisit = (caller: Patient) => snapshots.patient(caller.visitId)

  /** Done by whoever holds the visit, who sees what came of it. */
  const step = (verb: string, move: (personId: string) => VisitAction) =>
    endpoint({
      method: 'POST',
      url: `/api/staff/visits/:visitId/${verb}`,
      surface: 'staff',
      action: 'visit.hold',
      params: VisitParams,
      reply: StepReply,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params, caller }) {
        await service.act(params.visitId, move(caller.personId))
        return { view: await snapshots.consultation(params.visitId, caller.personId) }
      },
    })

  return [
    // Asked twice at most: the first answer gives the cookie that the second is to bring back.
    endpoint({
      method: 'GET',
      url: '/api/open/kept',
      surface: 'open',
      action: 'browser.try',
      reply: KeptReply,
      async handle({ cookies }) {
        const kept = cookies.get(KEPT_COOKIE) !== undefined
        if (!kept) cookies.set(KEPT_COOKIE, '1', VISIT_COOKIE_SECONDS)
        return { kept }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/areas/:slug/visits',
      surface: 'open',
      action: 'visit.arrive',
      params: AreaParams,
      body: ArriveBody,
      reply: PatientView,
      perMinute: 120,
      keeps: true,
      async handle({ params, body, cookies }) {
        const { view, cookie } = await service.arrive(params.slug, body)
        await callBack.replaced(cookies.get(VISIT_COOKIE), view.visitId)
        cookies.set(VISIT_COOKIE, cookie, VISIT_COOKIE_SECONDS)
        presence.expect(view.visitId)
        return view
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/patient/visit',
      surface: 'patient',
      action: 'visit.read-own',
      reply: PatientView,
      handle: ({ caller }) => ownVisit(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/patient/visit/leave',
      surface: 'patient',
      action: 'visit.leave',
      reply: PatientView,
      handle: ({ caller }) => service.leave(caller.visitId),
    }),
    // Somebody else has the device now: this browser's visit is over, and it forgets the way to it.
    endpoint({
      method: 'POST',
      url: '/api/patient/visit/forget',
      surface: 'patient',
      action: 'visit.leave',
      reply: Done,
      async handle({ caller, cookies }) {
        await callBack.forget(caller.visitId)
        await service.leave(caller.visitId)
        cookies.set(VISIT_COOKIE, '', 0)
        return done
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/join',
      surface: 'staff',
      action: 'visit.join',
      params: VisitParams,
      body: JoinBody,
      reply: JoinReply,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params, body, caller }) {
        const callId = await calls.callToJoin(params.visitId, caller.personId, body.pageId, body.callId)
        const joined = await service.join(params.visitId, caller, body.pageId, callId).catch((error: unknown) => {
          if (callId !== null && callId !== body.callId) calls.withdraw(params.visitId, callId)
          throw error
        })
        // They asked to be phoned since.
        if (callId !== null && joined.callId === null) calls.withdraw(params.visitId, callId)
        // Before anything is read for a screen: from here on both pages let picture and sound through.
        const ticket = calls.live(params.visitId, caller, body.pageId, joined)
        return { view: await snapshots.consultation(params.visitId, caller.personId), ticket }
      },
    }),
    step('hold', (by) => ({ type: 'hold', by })),
    step('resume', (by) => ({ type: 'resume', by })),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/send-back',
      surface: 'staff',
      action: 'visit.hold',
      params: VisitParams,
      body: SendBackBody,
      reply: StepReply,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params, body, caller }) {
        await service.act(params.visitId, { type: 'send-back', by: caller.personId, ...body })
        return { view: await snapshots.consultation(params.visitId, caller.personId) }
      },
    }),
    step('end', (by) => ({ type: 'end', by })),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/remove',
      surface: 'staff',
      action: 'visit.remove',
      params: VisitParams,
      reply: Done,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params }) {
        await service.act(params.visitId, { type: 'remove' })
        return done
      },
    }),
  ]
}
