// Every table, once. Row types come from here; the SQL that makes them stands in /migrations.
// A patient's identity lives in `appointment_details`, `visit_details` and `notes` only, and people's own words in `messages` and
// `checklist_ticks`, so that deleting those rows leaves plain statistics.
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Companion, CompanionsAnswer } from '#contract/consultation'
import type { EquipmentFindings } from '#contract/equipment'
import type { PlanView } from '#contract/plan'
import type { MediaState } from '#contract/shapes'
import type { ArrivalAnswer } from '#domain/arrival-questions'
import type { OwnChecklistItem } from '#domain/checklist'
import type { Medium, VideoAsk } from '#domain/medium'
import type { OrganisationRole } from '#domain/permission'
import type { PersonStatus } from '#domain/person'
import type { RecallWay } from '#domain/recall'
import type { SentBackReason } from '#domain/sent-back'
import type { OwnSettings } from '#domain/settings'
import type { VisitOutcome, VisitStatus } from '#domain/visit'
import type { StoredTalk } from './said-names.ts'

// Partial indexes: the queue reads open visits only, and a visit has at most one consultation under way.
const sqlOpen = sql`status <> 'ended'`
const sqlNotEnded = sql`ended_at is null`

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

const own = () => jsonb('own').$type<OwnSettings>().notNull().default({})

export const instance = pgTable('instance', {
  id: integer('id').primaryKey(),
  /** Hex, 32 bytes: the root of the one-time links and of the sample clinic's passwords. */
  secret: text('secret').notNull(),
  /** When a backup was last made by the command beside the server. */
  backedUpAt: instant('backed_up_at'),
})

export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  sample: boolean('sample').notNull(),
  detailsMinutes: integer('details_minutes').notNull(),
  signedNoteDays: integer('signed_note_days').notNull(),
  /** What it says for itself of the settings that are handed down. */
  own: own(),
  /** Its people sign in by the identity provider alone. */
  providerOnly: boolean('oidc_only').notNull().default(false),
  /** Minutes without keys, pointer or touch after which staff pages lock. */
  idleMinutes: integer('idle_minutes').notNull().default(15),
  /** Whether practitioners may open services in which they have no role. */
  breakGlass: boolean('break_glass').notNull().default(true),
  /** Who has none sets one up at their next sign-in, before anything else. */
  requireSecondFactor: boolean('require_second_factor').notNull().default(false),
  createdAt: instant('created_at').notNull(),
})

export const services = pgTable('services', {
  id: uuid('id').primaryKey(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  name: text('name').notNull(),
  own: own(),
  /** Nobody arrives any more; what was here stays. */
  closedAt: instant('closed_at'),
})

/** An organisation's words for a purpose of the catalogue (then `id` is the purpose's), and plans of its own. */
export const plans = pgTable(
  'plans',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    id: text('id').notNull(),
    basedOn: text('based_on').notNull(),
    view: text('view').$type<PlanView['view']>().notNull(),
    devices: jsonb('devices').$type<PlanView['devices']>().notNull(),
    wording: jsonb('wording').$type<PlanView['wording']>().notNull(),
    checklist: jsonb('checklist').$type<readonly OwnChecklistItem[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
)

export const areas = pgTable('areas', {
  id: uuid('id').primaryKey(),
  serviceId: uuid('service_id')
    .notNull()
    .references(() => services.id),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  about: text('about').notNull(),
  /** Typed instead of the link; as domain/short-code makes it. */
  shortCode: text('short_code').notNull().unique(),
  own: own(),
  /** Whether the next practitioner who is free takes the next patient. */
  dropIn: boolean('drop_in').notNull().default(false),
  closedAt: instant('closed_at'),
  /** When somebody's arrival was last written to those who want to know by e-mail. */
  alertedAt: instant('alerted_at'),
  suspended: jsonb('suspended').$type<{ patientText: string; staffText: string; byName: string }>(),
  lateMinutes: integer('late_minutes'),
  lateSetAt: instant('late_set_at'),
})

export const people = pgTable('people', {
  id: uuid('id').primaryKey(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  name: text('name').notNull(),
  title: text('title').notNull(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  /** Null until somebody who was invited has chosen one. */
  passwordHash: text('password_hash'),
  /** For the whole organisation; what somebody does in a service stands in `memberships`. */
  organisationRole: text('organisation_role').$type<OrganisationRole>(),
  status: text('status').$type<PersonStatus>().notNull().default('active'),
  /** What this person's page found out last about the machine it ran on. */
  equipment: jsonb('equipment').$type<EquipmentFindings>(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the cookie's secret, hex: a copy of the database opens no sign-in. */
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When somebody last touched one of its pages. */
    lastActiveAt: instant('last_active_at').notNull().defaultNow(),
    lockedAt: instant('locked_at'),
    /** The secret before the present one: what was on its way when it was changed still counts for a moment. */
    formerHash: text('former_hash'),
    formerUntil: instant('former_until'),
    /** What this person may do has changed: the next reply brings a new secret. */
    renew: boolean('renew').notNull().default(false),
    /** Of `devices`; null where no browser was there to be known. */
    deviceId: uuid('device_id'),
    /** From where it was begun or unlocked last. */
    address: text('address').notNull().default('unknown'),
    /** Begun without the second factor that the organisation requires: it opens setting one up, and nothing else. */
    mustEnrol: boolean('must_enrol').notNull().default(false),
    /** When whoever sits here last proved that they are this person: by password, a factor, or a fresh sign-in by the provider. */
    provenAt: instant('proven_at'),
  },
  (table) => [index('sessions_person').on(table.personId), index('sessions_former').on(table.formerHash)],
)

export const signInFailures = pgTable(
  'sign_in_failures',
  {
    /** What is guessed at, and from where where that counts (platform/attempts): SHA-256, hex. */
    emailHash: text('email_hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('sign_in_failures_email').on(table.emailHash, table.at)],
)

export const visits = pgTable(
  'visits',
  {
    id: uuid('id').primaryKey(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => areas.id),
    /** SHA-256 of the cookie's secret, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    status: text('status').$type<VisitStatus>().notNull(),
    since: instant('since').notNull(),
    practitionerId: uuid('practitioner_id').references(() => people.id),
    /** Who had this visit and may not any more: it waits again, and its place says with whom it was. */
    wasWithId: uuid('was_with_id').references(() => people.id),
    /** Who took them as the next one, for so long: meanwhile nobody else is given them. */
    takenById: uuid('taken_by_id').references(() => people.id),
    takenUntil: instant('taken_until'),
    outcome: text('outcome').$type<VisitOutcome>(),
    arrivedAt: instant('arrived_at').notNull(),
    /** The time of the appointment it was made from; null: they came by the waiting area's link. */
    appointmentAt: instant('appointment_at'),
    /** Grows with every arrival: the order of the queue, whatever a clock says. */
    arrivalNumber: bigint('arrival_number', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    firstSeenAt: instant('first_seen_at'),
    endedAt: instant('ended_at'),
    /** When the patient's page was last there; null while it is. */
    awaySince: instant('away_since'),
    /** Since when the patient is called back after the end; null once they came, or it ended again. */
    calledBackAt: instant('called_back_at'),
    /** Asked to wait again by whoever saw them last, until they are seen: when, and why where it was said. */
    sentBackAt: instant('sent_back_at'),
    sentBackReason: text('sent_back_reason').$type<SentBackReason>(),
    /** Since when the patient is being called to a call; null once they joined it. */
    calledAt: instant('called_at'),
    /** When their browser lost the way to it: somebody began another visit there, or said that they are somebody else. */
    forgottenAt: instant('forgotten_at'),
    /** The page that holds the visit: the newest that the patient opened. */
    pageId: text('page_id'),
    picture: text('picture').$type<MediaState>().notNull(),
    sound: text('sound').$type<MediaState>().notNull(),
    phoneMe: boolean('phone_me').notNull(),
    /** They said so by a press: nothing of them may be loud. Only staff are told. */
    cannotTalk: boolean('cannot_talk').notNull().default(false),
    /** They neither hear nor speak, or would rather not, and write instead. */
    usesText: boolean('uses_text').notNull().default(false),
    /** They closed the page, or may: how they are told that it is their turn. */
    recallBy: text('recall_by').$type<RecallWay>(),
    /** When they were told last. */
    recalledAt: instant('recalled_at'),
    /** Null: the area's. */
    planId: text('plan_id'),
    /** Which side agreed. The only names in it are those of staff. */
    talk: jsonb('talk').$type<StoredTalk>(),
    /** What the patient's page found out last. */
    equipment: jsonb('equipment').$type<EquipmentFindings>(),
  },
  (table) => [
    index('visits_open').on(table.areaId, table.arrivalNumber).where(sqlOpen),
    index('visits_ended').on(table.endedAt),
    index('visits_seen').on(table.areaId, table.firstSeenAt),
  ],
)

export const visitDetails = pgTable('visit_details', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  dateOfBirth: text('date_of_birth').notNull(),
  phone: text('phone').notNull(),
  phoneConfirmedAt: instant('phone_confirmed_at'),
  /** Where the patient is now, and so where help would be sent. */
  presentAddress: text('present_address').notNull().default(''),
  addressConfirmedAt: instant('address_confirmed_at'),
  companions: jsonb('companions').$type<Companion[]>().notNull().default([]),
  /** What the patient said to that list; null: nothing since it was written. */
  companionsAnswer: text('companions_answer').$type<CompanionsAnswer>(),
  /** To the area's own questions. */
  answers: jsonb('answers').$type<readonly ArrivalAnswer[]>().notNull().default([]),
})

export const consultations = pgTable(
  'consultations',
  {
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    practitionerId: uuid('practitioner_id')
      .notNull()
      .references(() => people.id),
    /** The practitioner's name for this patient, as it was when they joined; null: their own. */
    saidAs: text('said_as'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    /** The practitioner's page that holds the call, and the call it holds. */
    pageId: text('page_id').notNull(),
    /** None where the patient is phoned: nothing could carry picture or sound. */
    callId: uuid('call_id'),
    medium: text('medium').$type<Medium>().notNull().default('video'),
    videoAsk: text('video_ask').$type<VideoAsk>(),
    /** When the patient did not answer their phone, ms since the epoch. */
    noAnswers: jsonb('no_answers').$type<number[]>().notNull().default([]),
    /** The practitioner's own findings as they were when they joined. */
    practitionerEquipment: jsonb('practitioner_equipment').$type<EquipmentFindings>(),
  },
  (table) => [
    index('consultations_visit').on(table.visitId),
    uniqueIndex('consultations_one_open').on(table.visitId).where(sqlNotEnded),
    index('consultations_live_call').on(table.callId).where(sqlNotEnded),
    check('consultations_phone_has_no_call', sql`(${table.medium} = 'phone') = (${table.callId} is null)`),
  ],
)

/** What is ticked in a consultation. `value` is the practitioner's words, which may name somebody: it goes with the details. */
export const checklistTicks = pgTable(
  'checklist_ticks',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    item: text('item').notNull(),
    value: text('value').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.item] })],
)

export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    from: text('sender').$type<'patient' | 'clinic'>().notNull(),
    authorName: text('author_name').notNull(),
    /** The author's name for the patient; null: the same. */
    saidAs: text('said_as'),
    text: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('messages_visit').on(table.visitId, table.at)],
)

/** A note has the id of its consultation. It carries the identity it needs, because the visit's details go first. */
export const notes = pgTable(
  'notes',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => consultations.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** Whose it was before it was handed over. */
    begunById: uuid('begun_by_id').references(() => people.id),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    dateOfBirth: text('date_of_birth').notNull(),
    text: text('body').notNull(),
    revision: integer('revision').notNull(),
    status: text('status').$type<'draft' | 'signed'>().notNull(),
    savedAt: instant('saved_at').notNull(),
    signedAt: instant('signed_at'),
  },
  (table) => [index('notes_author').on(table.authorId)],
)
