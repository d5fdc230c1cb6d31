// HTTP of patients' feedback.
import { FeedbackBody, FeedbackReport } from '#contract/feedback'
import { endpoint } from '../platform/endpoint.ts'
import type { FeedbackService } from './service.ts'

export function feedbackRoutes(feedback: FeedbackService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/patient/feedback',
      surface: 'patient',
      action: 'feedback.give-own',
      reply: FeedbackBody,
      handle: ({ caller }) => feedback.own(caller.visitId),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/patient/feedback',
      surface: 'patient',
      action: 'feedback.give-own',
      body: FeedbackBody,
      reply: FeedbackBody,
      handle: ({ caller, body }) => feedback.give(caller.visitId, body),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/feedback',
      surface: 'staff',
      action: 'feedback.read',
      reply: FeedbackReport,
      handle: ({ caller }) => feedback.report(caller),
    }),
  ]
}
