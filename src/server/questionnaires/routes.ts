// HTTP of questionnaires and forms. A patient reaches theirs by their visit, or by a personal link.
import { AppointmentParams } from '#contract/appointment'
import {
  AnswersBody,
  FormList,
  FormParams,
  ImportBody,
  InvitedAnswersBody,
  InvitedFormsBody,
  QuestionnaireList,
  QuestionnaireParams,
  QuestionnairePlansBody,
  SendFormBody,
  StaffFormList,
} from '#contract/questionnaire'
import { Done } from '#contract/shapes'
import { VisitParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { DefinitionService } from './definitions.ts'
import type { FormService } from './service.ts'

const DONE = { done: true as const }
const OF_APPOINTMENT = '/api/staff/areas/:areaId/appointments/:appointmentId/forms'

/** The appointment of a personal link that this device has opened; throws otherwise. */
export type OpenedBy = (secret: string, cookies: { get(name: string): string | undefined }) => Promise<string>

export function questionnaireRoutes(definitions: DefinitionService) {
  const write = { surface: 'staff', action: 'questionnaire.write', reply: QuestionnaireList } as const
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/questionnaires',
      surface: 'staff',
      action: 'questionnaire.list',
      reply: QuestionnaireList,
      handle: ({ caller }) => definitions.list(caller.organisationId),
    }),
    endpoint({
      ...write,
      method: 'POST',
      url: '/api/staff/questionnaires',
      body: ImportBody,
      perMinute: 60,
      handle: ({ caller, body }) => definitions.add(caller.organisationId, body.source),
    }),
    endpoint({
      ...write,
      method: 'PUT',
      url: '/api/staff/questionnaires/:questionnaireId/plans',
      params: QuestionnaireParams,
      body: QuestionnairePlansBody,
      handle: ({ caller, params, body }) =>
        definitions.setPlans(caller.organisationId, params.questionnaireId, body.plans),
    }),
    endpoint({
      ...write,
      method: 'POST',
      url: '/api/staff/questionnaires/:questionnaireId/remove',
      params: QuestionnaireParams,
      handle: ({ caller, params }) => definitions.remove(caller.organisationId, params.questionnaireId),
    }),
  ]
}

export function formRoutes(forms: FormService, openedBy: OpenedBy) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/patient/forms',
      surface: 'patient',
      action: 'form.answer-own',
      reply: FormList,
      handle: ({ caller }) => forms.own({ visitId: caller.visitId }),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/patient/forms/:formId',
      surface: 'patient',
      action: 'form.answer-own',
      params: FormParams,
      body: AnswersBody,
      reply: Done,
      perMinute: 240,
      handle: async ({ caller, params, body }) => {
        await forms.save({ visitId: caller.visitId }, params.formId, body)
        return DONE
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation/forms',
      surface: 'open',
      action: 'invitation.answer',
      body: InvitedFormsBody,
      reply: FormList,
      perMinute: 60,
      handle: async ({ body, cookies }) => forms.own({ appointmentId: await openedBy(body.secret, cookies) }),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/open/invitation/forms',
      surface: 'open',
      action: 'invitation.answer',
      body: InvitedAnswersBody,
      reply: Done,
      perMinute: 240,
      handle: async ({ body, cookies }) => {
        const appointmentId = await openedBy(body.secret, cookies)
        await forms.save({ appointmentId }, body.formId, body)
        return DONE
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/visits/:visitId/forms',
      surface: 'staff',
      action: 'form.read',
      params: VisitParams,
      reply: StaffFormList,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params }) => forms.read({ visitId: params.visitId }),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/visits/:visitId/forms',
      surface: 'staff',
      action: 'form.send',
      params: VisitParams,
      body: SendFormBody,
      reply: StaffFormList,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params, body }) => forms.send({ visitId: params.visitId }, body.questionnaireId),
    }),
    endpoint({
      method: 'GET',
      url: OF_APPOINTMENT,
      surface: 'staff',
      action: 'form.read',
      params: AppointmentParams,
      reply: StaffFormList,
      about: ({ params }) => ({ areaId: params.areaId }),
      handle: ({ params }) => forms.read({ appointmentId: params.appointmentId }, params.areaId),
    }),
    endpoint({
      method: 'POST',
      url: OF_APPOINTMENT,
      surface: 'staff',
      action: 'form.send',
      params: AppointmentParams,
      body: SendFormBody,
      reply: StaffFormList,
      about: ({ params }) => ({ areaId: params.areaId }),
      handle: ({ params, body }) =>
        forms.send({ appointmentId: params.appointmentId }, body.questionnaireId, params.areaId),
    }),
  ]
}
