// What is kept about appointments.
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { appointmentDetails, appointmentLinks, appointments, clinicLists } from '../schema-appointments.ts'
import { CLOSED_LIST, impersonal, personal } from './entry.ts'
import { CLINIC_STAFF, endedVisits } from './patients.ts'
import { APPOINTMENT_OVER, VISIT_ENDED } from './terms.ts'

const query = new QueryBuilder()

/** Those whose time was before. */
export const overAppointments = (before: Date) =>
  query.select({ id: appointments.id }).from(appointments).where(lt(appointments.startsAt, before))

const audited = { action: 'appointment.forget', subject: 'appointment', id: appointmentDetails.appointmentId } as const

export const APPOINTMENTS = [
  personal(appointmentDetails, {
    about: 'patients',
    columns: {
      identity: ['firstName', 'lastName', 'dateOfBirth', 'phone', 'email'],
      words: ['reason', 'cancelReason'],
    },
    holds: 'Who an appointment is for, how they are reached, what it is for, and why it was cancelled.',
    seenBy: `the patient, without what it is for; ${CLINIC_STAFF}; interpreters and champions see the first name alone`,
    removals: [
      {
        term: VISIT_ENDED,
        only: 'of patients who came',
        due: (before, organisationId) =>
          inArray(
            appointmentDetails.appointmentId,
            query
              .select({ id: appointments.id })
              .from(appointments)
              .where(inArray(appointments.visitId, endedVisits(before, organisationId))),
          ),
        audited,
      },
      {
        term: APPOINTMENT_OVER,
        due: (before) => inArray(appointmentDetails.appointmentId, overAppointments(before)),
        audited,
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: {
      as: 'appointment',
      ofVisit: (visitId) =>
        inArray(
          appointmentDetails.appointmentId,
          query.select({ id: appointments.id }).from(appointments).where(eq(appointments.visitId, visitId)),
        ),
    },
  }),
  impersonal(appointmentLinks, { sealed: ['tokenHash', 'secret', 'deviceHash'] }, [
    {
      term: APPOINTMENT_OVER,
      only: 'the sealed secret',
      blanks: ['secret'],
      due: (before) =>
        and(isNotNull(appointmentLinks.secret), inArray(appointmentLinks.appointmentId, overAppointments(before))),
    },
  ]),
  impersonal(clinicLists, {}),
  impersonal(appointments, {
    sealed: ['patientKey'],
    harmless: {
      timeZone: 'of the waiting area',
      planId: 'the purpose of the appointment, by its name in the catalogue',
      status: CLOSED_LIST,
      cancelledBy: CLOSED_LIST,
    },
  }),
]
