// The tables of questionnaires, and of the forms that patients are asked to fill in.
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Answers } from '#domain/questionnaire'
import { instant, organisations, visits } from './schema.ts'
import { appointments } from './schema-appointments.ts'

/** An organisation's own; and of one that Bedside brings, what the organisation decided about it. */
export const questionnaires = pgTable(
  'questionnaires',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    id: text('id').notNull(),
    /** The file; null: as Bedside brings it. */
    source: text('source'),
    /** Appointments for these plans are asked it. */
    plans: jsonb('plans').$type<string[]>().notNull(),
    /** It is not offered any more; forms that were sent stay. */
    removedAt: instant('removed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
)

export const forms = pgTable(
  'forms',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    questionnaireId: text('questionnaire_id').notNull(),
    appointmentId: uuid('appointment_id').references(() => appointments.id),
    /** Of who came without an appointment. */
    visitId: uuid('visit_id').references(() => visits.id),
    answers: jsonb('answers').$type<Answers>().notNull(),
    askedAt: instant('asked_at').notNull(),
    savedAt: instant('saved_at'),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('forms_appointment').on(table.appointmentId, table.questionnaireId),
    uniqueIndex('forms_visit').on(table.visitId, table.questionnaireId),
    index('forms_organisation').on(table.organisationId),
    check('forms_of_one', sql`(${table.appointmentId} is null) <> (${table.visitId} is null)`),
  ],
)
