// The questions after the call, joined to the browser. Fetched only where the clinic asks them, once the call is over.
import type { FeedbackBody } from '#contract/feedback'
import { call } from '../net/api.ts'
import { createFeedback, type FeedbackModel } from './feedback/feedback-model.ts'

export { Feedback } from './feedback/feedback.tsx'

export const openFeedback = (visitId: string): FeedbackModel =>
  createFeedback({
    read: () => call<FeedbackBody>('GET', '/api/patient/feedback', undefined, { visitId }),
    save: (answers) => call<FeedbackBody>('PUT', '/api/patient/feedback', answers, { visitId }),
  })
