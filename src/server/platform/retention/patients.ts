// What is kept about patients and their visits.
import { and, eq, inArray, isNotNull, lt, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { areas, checklistTicks, consultations, messages, notes, services, visitDetails, visits } from '../schema.ts'
import { feedback } from '../schema-feedback.ts'
import { participants } from '../schema-participants.ts'
import { CLOSED_LIST, impersonal, personal, RANDOM_ID } from './entry.ts'
import { NOTE_SIGNED, VISIT_ENDED } from './terms.ts'

const query = new QueryBuilder()

const visitsOf = (organisationId: string, which?: SQL) =>
  query
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .where(and(eq(services.organisationId, organisationId), which))

export const endedVisits = (before: Date, organisationId: string) =>
  visitsOf(organisationId, and(isNotNull(visits.endedAt), lt(visits.endedAt, before)))

const consultationsOf = (theirs: SQL) => query.select({ id: consultations.id }).from(consultations).where(theirs)

const consultationsOfEnded = (before: Date, organisationId: string) =>
  consultationsOf(inArray(consultations.visitId, endedVisits(before, organisationId)))

const ofVisit = (visitId: string) => consultationsOf(eq(consultations.visitId, visitId))

export const CLINIC_STAFF = 'practitioners (also by break-glass) and receptionists of the waiting area'

export const PATIENTS = [
  personal(visitDetails, {
    about: 'patients',
    columns: {
      identity: ['firstName', 'lastName', 'dateOfBirth', 'phone', 'presentAddress', 'companions'],
      words: ['answers'],
      harmless: { companionsAnswer: CLOSED_LIST },
    },
    holds:
      'Who the patient is, their phone number, where they are during the visit, who is with them, and what they answered as they arrived.',
    seenBy: `the patient; ${CLINIC_STAFF}; interpreters and champions see the first name alone`,
    removals: [
      {
        term: VISIT_ENDED,
        due: (before, organisationId) => inArray(visitDetails.visitId, endedVisits(before, organisationId)),
        audited: { action: 'details.forget', subject: 'visit', id: visitDetails.visitId },
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: { as: 'details', ofVisit: (visitId) => eq(visitDetails.visitId, visitId) },
  }),
  personal(messages, {
    about: 'both',
    columns: {
      identity: ['authorName', 'saidAs'],
      words: ['text'],
      harmless: { from: CLOSED_LIST },
    },
    holds: 'Messages between a patient and the clinic during a visit, with the name of who wrote them.',
    seenBy: `the patient; ${CLINIC_STAFF}`,
    removals: [
      {
        term: VISIT_ENDED,
        due: (before, organisationId) => inArray(messages.visitId, endedVisits(before, organisationId)),
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: { as: 'messages', ofVisit: (visitId) => eq(messages.visitId, visitId) },
  }),
  personal(checklistTicks, {
    about: 'patients',
    columns: { words: ['value'], harmless: { item: 'the item of a checklist, by its name in the plan' } },
    holds: 'What the practitioner ticked in the checklist of a consultation, with a few words of their own.',
    seenBy: 'the practitioner who has the visit',
    removals: [
      {
        term: VISIT_ENDED,
        due: (before, organisationId) =>
          inArray(checklistTicks.consultationId, consultationsOfEnded(before, organisationId)),
      },
    ],
    otherwise: 'earlier when the practitioner takes a tick away',
    exported: { as: 'checklist', ofVisit: (visitId) => inArray(checklistTicks.consultationId, ofVisit(visitId)) },
  }),
  personal(notes, {
    about: 'patients',
    columns: {
      identity: ['firstName', 'lastName', 'dateOfBirth'],
      words: ['text'],
      harmless: { status: CLOSED_LIST },
    },
    holds: 'A practitioner’s note of a consultation, with the patient’s name and date of birth.',
    seenBy: 'its author; once it is handed over, its new author',
    removals: [
      {
        term: VISIT_ENDED,
        only: 'drafts in which nothing was written',
        due: (before, organisationId) =>
          and(
            eq(notes.status, 'draft'),
            eq(notes.text, ''),
            inArray(notes.id, consultationsOfEnded(before, organisationId)),
          ),
      },
      {
        term: NOTE_SIGNED,
        only: 'signed notes',
        due: (before, organisationId) =>
          and(
            eq(notes.status, 'signed'),
            lt(notes.signedAt, before),
            inArray(notes.id, consultationsOf(inArray(consultations.visitId, visitsOf(organisationId)))),
          ),
        audited: { action: 'note.forget', subject: 'note', id: notes.id },
      },
    ],
    otherwise:
      'earlier when the author says that a signed note is in the record; a draft with text stays until it is signed',
    exported: { as: 'notes', ofVisit: (visitId) => inArray(notes.id, ofVisit(visitId)) },
  }),
  personal(consultations, {
    about: 'staff',
    columns: {
      identity: ['saidAs'],
      harmless: {
        pageId: RANDOM_ID,
        medium: CLOSED_LIST,
        videoAsk: CLOSED_LIST,
        noAnswers: 'times at which nobody answered the phone',
        practitionerEquipment: 'measures of a device, which name no person and no device',
      },
    },
    holds: 'Who saw which visit from when to when, and under which name the patient knew them.',
    seenBy: 'the patient and the practitioner, during the consultation',
    removals: [],
    otherwise: 'stays as statistics',
    exported: {
      as: 'consultations',
      ofVisit: (visitId) => eq(consultations.visitId, visitId),
      ofPerson: (personId) => eq(consultations.practitionerId, personId),
    },
  }),
  personal(participants, {
    about: 'staff',
    columns: { harmless: { kind: CLOSED_LIST, standing: CLOSED_LIST, state: CLOSED_LIST } },
    holds:
      'Who was in which consultation from when to when. It names nobody: a patient by their visit, staff by their account.',
    seenBy: 'nobody as it stands',
    removals: [],
    otherwise: 'stays as statistics',
    exported: {
      as: 'participants',
      ofVisit: (visitId) => inArray(participants.consultationId, ofVisit(visitId)),
      ofPerson: (personId) => eq(participants.personId, personId),
    },
  }),
  /** Stays as statistics. */
  impersonal(feedback, { harmless: { media: CLOSED_LIST, needs: CLOSED_LIST, again: CLOSED_LIST } }),
  personal(visits, {
    about: 'staff',
    columns: {
      identity: ['talk'],
      sealed: ['tokenHash'],
      harmless: {
        status: CLOSED_LIST,
        outcome: CLOSED_LIST,
        picture: CLOSED_LIST,
        sound: CLOSED_LIST,
        sentBackReason: CLOSED_LIST,
        recallBy: CLOSED_LIST,
        pageId: RANDOM_ID,
        planId: 'the purpose of the visit, by its name in the catalogue',
        equipment: 'measures of a device, which name no person and no device',
      },
    },
    holds:
      'When somebody came, waited, was seen and left, and how well their equipment worked. Of patients it names nobody; of staff, who agreed on a device.',
    seenBy: `the patient; ${CLINIC_STAFF}`,
    removals: [],
    otherwise: 'stays as statistics',
    exported: { as: 'visits', ofVisit: (visitId) => eq(visits.id, visitId) },
  }),
]
