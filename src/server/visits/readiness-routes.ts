// HTTP of what makes a visit ready, and of what a practitioner keeps while they hold it.
import { CompanionsAnswerBody, ContactBody, TickBody, TickParams } from '#contract/consultation'
import { EquipmentFindings } from '#contract/equipment'
import { ChoosePlanBody, DeviceTalkBody } from '#contract/plan'
import { Done } from '#contract/shapes'
import { PatientView, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { Held } from './held.ts'
import type { Readiness } from './readiness.ts'

const done = { done: true } as const

export function readinessRoutes(readiness: Readiness, held: Held) {
  const about = ({ params }: { params: { visitId: string } }) => ({ visitId: params.visitId })
  return [
    endpoint({
      method: 'PUT',
      url: '/api/patient/visit/talk',
      surface: 'patient',
      action: 'visit.update-own',
      body: DeviceTalkBody,
      reply: PatientView,
      handle: ({ caller, body }) => readiness.talkOwn(caller.visitId, body),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/patient/visit/equipment',
      surface: 'patient',
      action: 'visit.update-own',
      body: EquipmentFindings,
      reply: Done,
      async handle({ caller, body }) {
        await readiness.keepFindings(caller.visitId, body)
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/patient/visit/companions',
      surface: 'patient',
      action: 'visit.update-own',
      body: CompanionsAnswerBody,
      reply: Done,
      async handle({ caller, body }) {
        await held.answerCompanions(caller.visitId, body)
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/visits/:visitId/plan',
      surface: 'staff',
      action: 'visit.advise',
      params: VisitParams,
      body: ChoosePlanBody,
      reply: Done,
      about,
      async handle({ params, body }) {
        await readiness.choosePlan(params.visitId, body.planId)
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/visits/:visitId/talk',
      surface: 'staff',
      action: 'visit.advise',
      params: VisitParams,
      body: DeviceTalkBody,
      reply: Done,
      about,
      async handle({ params, caller, body }) {
        await readiness.talk(params.visitId, body, {
          by: 'practitioner',
          name: caller.name,
          personId: caller.personId,
        })
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/visits/:visitId/checklist/:item',
      surface: 'staff',
      action: 'visit.record',
      params: TickParams,
      body: TickBody,
      reply: Done,
      about,
      async handle({ params, caller, body }) {
        await held.tick(params.visitId, caller.personId, params.item, body)
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/visits/:visitId/contact',
      surface: 'staff',
      action: 'visit.record',
      params: VisitParams,
      body: ContactBody,
      reply: Done,
      about,
      async handle({ params, caller, body }) {
        await held.reach(params.visitId, caller.personId, body)
        return done
      },
    }),
  ]
}
