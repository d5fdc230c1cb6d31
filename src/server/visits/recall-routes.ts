// HTTP of recall: the patient asks for it, staff tell them that it is their turn.
import { Done } from '#contract/shapes'
import { PatientView, RecallBody, RecallNowBody, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { Recalls } from './recall.ts'
import type { Snapshots } from './snapshots.ts'

export function recallRoutes(recalls: Recalls, snapshots: Snapshots) {
  return [
    endpoint({
      method: 'PUT',
      url: '/api/patient/visit/recall',
      surface: 'patient',
      action: 'visit.update-own',
      body: RecallBody,
      reply: PatientView,
      async handle({ caller, body }) {
        await recalls.ask(caller.visitId, body.phone)
        return snapshots.patient(caller.visitId)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/recall',
      surface: 'staff',
      action: 'visit.recall',
      params: VisitParams,
      body: RecallNowBody,
      reply: Done,
      about: ({ params }) => ({ visitId: params.visitId }),
      async handle({ params, body }) {
        await recalls.tell(params.visitId, body.toldAt)
        return { done: true as const }
      },
    }),
  ]
}
