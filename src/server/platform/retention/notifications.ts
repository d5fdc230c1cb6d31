// What is kept about messages to people outside.
import { and, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { appointments } from '../schema-appointments.ts'
import { notifications, optOuts } from '../schema-notifications.ts'
import { overAppointments } from './appointments.ts'
import { CLOSED_LIST, impersonal, personal } from './entry.ts'
import { endedVisits } from './patients.ts'
import { APPOINTMENT_OVER, MESSAGE_LINK_OVER, MESSAGE_WRITTEN, VISIT_ENDED } from './terms.ts'

export const NOTIFICATIONS = [
  personal(notifications, {
    about: 'both',
    columns: {
      identity: ['recipient'],
      words: ['subject', 'body'],
      sealed: ['link'],
      harmless: {
        kind: CLOSED_LIST,
        channel: CLOSED_LIST,
        state: CLOSED_LIST,
        calendar: 'the name of the organisation and the time of an appointment',
        fault: 'a code of the carrier',
        reference: 'what the carrier calls the message',
      },
    },
    holds:
      'E-mails and text messages: to people who work here, and to patients about their appointment or their turn. None of those that are shipped names a patient or says what an appointment is for; a clinic’s own text may have the first name.',
    seenBy:
      'administrators of the organisation; of messages to patients, once these leave the server, only what became of them',
    removals: [
      {
        term: MESSAGE_LINK_OVER,
        only: 'the link',
        blanks: ['link'],
        due: (before) => and(isNotNull(notifications.link), lt(notifications.linkEndsAt, before)),
      },
      { term: MESSAGE_WRITTEN, due: (before) => lt(notifications.createdAt, before) },
      {
        term: APPOINTMENT_OVER,
        only: 'messages to the patients of appointments',
        due: (before) => inArray(notifications.appointmentId, overAppointments(before)),
      },
      {
        term: VISIT_ENDED,
        only: 'messages to patients who wait with the page closed',
        due: (before, organisationId) =>
          and(eq(notifications.kind, 'recall'), inArray(notifications.aboutId, endedVisits(before, organisationId))),
      },
    ],
    otherwise: 'a link goes once it is used or taken back',
    exported: {
      as: 'notifications',
      ofPerson: (personId) => eq(notifications.personId, personId),
      ofVisit: (visitId) =>
        or(
          and(eq(notifications.kind, 'recall'), eq(notifications.aboutId, visitId)),
          inArray(
            notifications.appointmentId,
            new QueryBuilder()
              .select({ id: appointments.id })
              .from(appointments)
              .where(eq(appointments.visitId, visitId)),
          ),
        ),
    },
  }),
  /** Kept until it is taken back: forgetting it would write to somebody who wants nothing. */
  impersonal(optOuts, { sealed: ['addressKey'], harmless: { channel: CLOSED_LIST } }),
]
