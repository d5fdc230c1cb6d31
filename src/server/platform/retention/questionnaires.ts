// What is kept of the forms that patients fill in.
import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { appointments } from '../schema-appointments.ts'
import { forms, questionnaires } from '../schema-questionnaires.ts'
import { CLINIC, impersonal, personal } from './entry.ts'
import { CLINIC_STAFF, endedVisits } from './patients.ts'
import { APPOINTMENT_OVER, VISIT_ENDED } from './terms.ts'

const query = new QueryBuilder()

/** Answers stay for comparing while the same patient has another appointment ahead. */
const nothingAhead = (before: Date) => sql`not exists (
  select 1 from appointments ahead where ahead.patient_key = ${appointments.patientKey} and ahead.status = 'booked'
    and ahead.starts_at > ${before.toISOString()}::timestamptz)`

const ofAppointments = (which: ReturnType<typeof and>, before: Date) =>
  inArray(
    forms.appointmentId,
    query
      .select({ id: appointments.id })
      .from(appointments)
      .where(and(which, nothingAhead(before))),
  )

const audited = { action: 'form.forget', subject: 'form', id: forms.id } as const

export const QUESTIONNAIRES = [
  personal(forms, {
    about: 'patients',
    columns: {
      words: ['answers'],
      harmless: { questionnaireId: 'a questionnaire, by its name in the organisation’s list' },
    },
    holds: 'What a patient was asked to fill in, and what they answered.',
    seenBy: `the patient; ${CLINIC_STAFF}`,
    removals: [
      {
        term: VISIT_ENDED,
        only: 'unless the same patient has another appointment ahead',
        due: (before, organisationId) =>
          or(
            inArray(forms.visitId, endedVisits(before, organisationId)),
            ofAppointments(inArray(appointments.visitId, endedVisits(before, organisationId)), before),
          ),
        audited,
      },
      {
        term: APPOINTMENT_OVER,
        only: 'of patients who did not come, unless the same patient has another appointment ahead',
        due: (before) => ofAppointments(and(lt(appointments.startsAt, before), isNull(appointments.visitId)), before),
        audited,
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: {
      as: 'forms',
      ofVisit: (visitId) =>
        or(
          eq(forms.visitId, visitId),
          inArray(
            forms.appointmentId,
            query
              .select({ id: appointments.id })
              .from(appointments)
              .where(and(isNotNull(appointments.visitId), eq(appointments.visitId, visitId))),
          ),
        ),
    },
  }),
  impersonal(questionnaires, { harmless: { id: CLINIC, source: CLINIC, plans: CLINIC } }),
]
