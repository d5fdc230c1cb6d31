// The tables of appointments. Who the patient is and what was written about them stands in `appointment_details` alone.
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AppointmentStatus, CancelledBy } from '#domain/appointment'
import type { EquipmentFindings } from '#domain/equipment'
import type { StoredTalk } from './said-names.ts'
import { areas, instant, people, visits } from './schema.ts'

/** Lists from other programs that were added, so that each can be undone. */
export const clinicLists = pgTable(
  'clinic_lists',
  {
    id: uuid('id').primaryKey(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => areas.id),
    addedById: uuid('added_by_id')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('clinic_lists_area').on(table.areaId, table.addedAt)],
)

export const appointments = pgTable(
  'appointments',
  {
    id: uuid('id').primaryKey(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => areas.id),
    /** Null: anyone of the team. */
    practitionerId: uuid('practitioner_id').references(() => people.id),
    /** By the clock on the wall, `2027-03-28 10:30`, in its time zone: this is what was agreed. */
    localStart: timestamp('local_start', { mode: 'string', precision: 0 }).notNull(),
    timeZone: text('time_zone').notNull(),
    /** The instant of that. */
    startsAt: instant('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    /** Null: the area's. */
    planId: text('plan_id'),
    status: text('status').$type<AppointmentStatus>().notNull(),
    statusAt: instant('status_at').notNull(),
    cancelledBy: text('cancelled_by').$type<CancelledBy>(),
    /** Who of the staff changed it last. */
    changedById: uuid('changed_by_id').references(() => people.id),
    movedFrom: instant('moved_from'),
    /** Grows with each move and with the cancellation: calendars believe the file with the highest. */
    sequence: integer('sequence').notNull().default(0),
    /** Made when the patient came. */
    visitId: uuid('visit_id').references(() => visits.id),
    createdAt: instant('created_at').notNull(),
    /** The clinic list that it came with. */
    clinicListId: uuid('clinic_list_id').references(() => clinicLists.id),
    /** The list was undone before anybody was told of it: it is shown nowhere any more. */
    undoneAt: instant('undone_at'),
    /** Knows the patient's other appointments by: a fingerprint (patient-key.ts). Null: made before there was one. */
    patientKey: text('patient_key'),
    /** When these messages are due; null: they were sent, or are not to be. */
    remindDayAt: instant('remind_day_at'),
    remindHourAt: instant('remind_hour_at'),
    linkAgainAt: instant('link_again_at'),
    /** How late they were told that the clinic is; null: they were told nothing, or that it is on time again. */
    toldLateMinutes: integer('told_late_minutes'),
  },
  (table) => [
    index('appointments_patient').on(table.patientKey, table.startsAt),
    index('appointments_area').on(table.areaId, table.startsAt),
    index('appointments_practitioner').on(table.practitionerId, table.startsAt),
    index('appointments_visit').on(table.visitId),
    index('appointments_clinic_list').on(table.clinicListId),
    index('appointments_remind_day').on(table.remindDayAt).where(sql`remind_day_at is not null`),
    index('appointments_remind_hour').on(table.remindHourAt).where(sql`remind_hour_at is not null`),
    index('appointments_link_again').on(table.linkAgainAt).where(sql`link_again_at is not null`),
  ],
)

export const appointmentDetails = pgTable('appointment_details', {
  appointmentId: uuid('appointment_id')
    .primaryKey()
    .references(() => appointments.id),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  dateOfBirth: text('date_of_birth').notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  /** What it is for. */
  reason: text('reason').notNull(),
  cancelReason: text('cancel_reason').notNull().default(''),
})

/** What a patient did before the day, behind their personal link. */
export const preparations = pgTable('preparations', {
  appointmentId: uuid('appointment_id')
    .primaryKey()
    .references(() => appointments.id),
  /** When they had read what will happen. */
  readAt: instant('read_at'),
  /** Of their devices; nobody of the staff has part in it. */
  talk: jsonb('talk').$type<StoredTalk>(),
  /** What their page found out last. */
  equipment: jsonb('equipment').$type<EquipmentFindings>(),
  /** What they would like to ask. */
  questions: text('questions').notNull().default(''),
  /** When they said that they had told all. */
  toldAt: instant('told_at'),
})

/** Personal links. The newest of an appointment opens; those before it say that there is a newer one. */
export const appointmentLinks = pgTable(
  'appointment_links',
  {
    id: uuid('id').primaryKey(),
    appointmentId: uuid('appointment_id')
      .notNull()
      .references(() => appointments.id),
    /** SHA-256 of the secret, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Sealed, for staff who copy the link; emptied when it is replaced or over. */
    secret: text('secret'),
    createdAt: instant('created_at').notNull(),
    /** When it was put into the outbox. */
    mailedAt: instant('mailed_at'),
    openedAt: instant('opened_at'),
    /** SHA-256 of the first device's cookie, hex: the link opens there and nowhere else. */
    deviceHash: text('device_hash'),
    replacedAt: instant('replaced_at'),
  },
  (table) => [uniqueIndex('appointment_links_newest').on(table.appointmentId).where(sql`replaced_at is null`)],
)
