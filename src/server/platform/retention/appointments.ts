// What is kept about appointments.
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import {
  appointmentDetails,
  appointmentLinks,
  appointments,
  clinicLists,
  preparations,
} from '../schema-appointments.ts'
import { CLOSED_LIST, impersonal, personal } from './entry.ts'
import { CLINIC_STAFF, endedVisits } from './patients.ts'
import { APPOINTMENT_OVER, VISIT_ENDED } from './terms.ts'

const query = new QueryBuilder()

/** Those whose time was before. */
export const overAppointments = (before: Date) =>
  query.select({ id: appointments.id }).from(appointments).where(lt(appointments.startsAt, before))

const ofVisit = (visitId: string) =>
  query.select({ id: appointments.id }).from(appointments).where(eq(appointments.visitId, visitId))

const ofEndedVisits = (before: Date, organisationId: string) =>
  query
    .select({ id: appointments.id })
    .from(appointments)
    .where(inArray(appointments.visitId, endedVisits(before, organisationId)))

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
          inArray(appointmentDetails.appointmentId, ofEndedVisits(before, organisationId)),
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
      ofVisit: (visitId) => inArray(appointmentDetails.appointmentId, ofVisit(visitId)),
    },
  }),
  personal(preparations, {
    about: 'patients',
    columns: {
      words: ['questions'],
      harmless: {
        talk: 'which kinds of device somebody has and agreed to use; it names nobody',
        equipment: 'measures of a device, which name no person and no device',
      },
    },
    holds:
      'How far a patient is with getting ready: what they read, what their device can do, what they would like to ask.',
    seenBy: `the patient; ${CLINIC_STAFF}`,
    removals: [
      {
        term: VISIT_ENDED,
        only: 'of patients who came',
        due: (before, organisationId) => inArray(preparations.appointmentId, ofEndedVisits(before, organisationId)),
      },
      {
        term: APPOINTMENT_OVER,
        due: (before) => inArray(preparations.appointmentId, overAppointments(before)),
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: { as: 'preparation', ofVisit: (visitId) => inArray(preparations.appointmentId, ofVisit(visitId)) },
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
