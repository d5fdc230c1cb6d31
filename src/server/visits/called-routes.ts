// HTTP of being called: the patient joins the call.
import { JoinOwnBody, PatientView } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { Called } from './called.ts'
import type { Snapshots } from './snapshots.ts'

export function calledRoutes(called: Called, snapshots: Snapshots) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/patient/visit/join',
      surface: 'patient',
      action: 'visit.join-own',
      body: JoinOwnBody,
      reply: PatientView,
      async handle({ caller, body }) {
        await called.join(caller.visitId, body.calledAt)
        return snapshots.patient(caller.visitId)
      },
    }),
  ]
}
