// Why a practitioner asks a patient to wait again: a short list, so that nothing about a person is written down here.
export const SENT_BACK_REASONS = ['few-minutes', 'colleague', 'technical', 'urgent'] as const
export type SentBackReason = (typeof SENT_BACK_REASONS)[number]
