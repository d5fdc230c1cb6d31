// HTTP of calling a patient back: the practitioner asks, the patient comes.
import { PatientView, StepReply, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { CallBack } from './call-back.ts'
import type { Snapshots } from './snapshots.ts'

export function callBackRoutes(callBack: CallBack, snapshots: Snapshots) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/reopen',
      surface: 'staff',
      action: 'visit.reopen',
      params: VisitParams,
      reply: StepReply,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params, caller }) {
        await callBack.reopen(params.visitId, caller.personId)
        return { view: await snapshots.consultation(params.visitId, caller.personId) }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/patient/visit/come-back',
      surface: 'patient',
      action: 'visit.come-back',
      reply: PatientView,
      async handle({ caller }) {
        await callBack.comeBack(caller.visitId)
        return snapshots.patient(caller.visitId)
      },
    }),
  ]
}
