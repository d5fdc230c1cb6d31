// HTTP of what a patient chooses for themselves, and of the phone consultation that comes of it.
import { NoAnswerBody, PatientView, StepReply, UpdateOwnBody, VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { PhoneConsultations } from './phone.ts'
import type { Snapshots } from './snapshots.ts'

export function phoneRoutes(phone: PhoneConsultations, snapshots: Snapshots) {
  const about = ({ params }: { params: { visitId: string } }) => ({ visitId: params.visitId })
  const step = async (visitId: string, personId: string) => ({ view: await snapshots.consultation(visitId, personId) })
  return [
    endpoint({
      method: 'PUT',
      url: '/api/patient/visit',
      surface: 'patient',
      action: 'visit.update-own',
      body: UpdateOwnBody,
      reply: PatientView,
      handle: ({ caller, body }) => phone.choose(caller.visitId, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/phone/ask-video',
      surface: 'staff',
      action: 'phone.ask-video',
      params: VisitParams,
      reply: StepReply,
      about,
      async handle({ params, caller }) {
        await phone.askVideo(params.visitId, caller.personId)
        return step(params.visitId, caller.personId)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/phone/no-answer',
      surface: 'staff',
      action: 'phone.no-answer',
      params: VisitParams,
      body: NoAnswerBody,
      reply: StepReply,
      about,
      async handle({ params, caller, body }) {
        await phone.noAnswer(params.visitId, caller.personId, body.before)
        return step(params.visitId, caller.personId)
      },
    }),
  ]
}
