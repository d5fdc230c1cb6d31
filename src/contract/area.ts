// What is said about waiting areas: to patients at the door, and to administrators who set them up.
import { Type } from 'typebox'
import { QUESTION_KINDS } from '#domain/arrival-questions'
import { LIMITS } from '#domain/settings'
import { OneOf, PlanView } from './plan.ts'
import { EntryFields, Filled, Id, Instant, Nullable } from './shapes.ts'

export const AreaParams = Type.Object({ slug: Type.String({ minLength: 1, maxLength: 64 }) })

/** A short question of the area's own, in the form in which patients say who they are. */
export const ArrivalQuestion = Type.Object({
  label: Filled(LIMITS.arrivalQuestion),
  kind: OneOf(QUESTION_KINDS),
  required: Type.Boolean(),
})
/** With the question as it was asked. */
export const ArrivalAnswer = Type.Object({ label: Type.String(), kind: OneOf(QUESTION_KINDS), answer: Type.String() })

/** What patients are shown of an area's settings, from the door to the end. */
export const PatientFacing = Type.Object({
  /** Typed instead of the link: letters and digits that cannot be mistaken for each other. */
  shortCode: Type.String(),
  /** Where the picture is; null where there is none. */
  logo: Nullable(Type.String()),
  /** Empty where there is none. */
  support: Type.Object({ phone: Type.String(), email: Type.String() }),
  waiting: Type.Object({
    /** In the order in which they fall due. */
    messages: Type.Array(Type.Object({ afterMinutes: Type.Integer(), text: Type.String() })),
    /** Whether a sound to play while waiting is offered. */
    sound: Type.Boolean(),
    /** Whether their page joins by itself some seconds after they were called. */
    joinsByItself: Type.Boolean(),
    /** Whether they may close the page and be told when it is their turn. */
    recall: Type.Boolean(),
  }),
})
export type PatientFacing = Type.Static<typeof PatientFacing>

/** The door: what a patient sees at `/at/<slug>` before giving any detail. */
export const AreaWelcome = Type.Object({
  areaId: Id,
  slug: Type.String(),
  name: Type.String(),
  serviceName: Type.String(),
  organisationName: Type.String(),
  /** True for the made-up clinic: every page must say so. */
  sample: Type.Boolean(),
  /** Free text of the area: what this is and who will see you. */
  about: Type.String(),
  consent: Type.String(),
  ...PatientFacing.properties,
  fields: EntryFields,
  questions: Type.Array(ArrivalQuestion),
  /** When it is open; none at all: always. */
  openBlocks: Type.Array(Type.Object({ weekday: Type.Integer(), from: Type.Integer(), to: Type.Integer() })),
  /** What people come here for, unless their practitioner chooses otherwise. */
  plan: PlanView,
  openness: Type.Union([
    Type.Object({ state: Type.Literal('open') }),
    Type.Object({
      state: Type.Literal('closed'),
      opensAt: Nullable(Instant),
      /** Some minutes before, as the area has it. */
      doorsOpenAt: Nullable(Instant),
      timeZone: Type.String(),
    }),
    Type.Object({ state: Type.Literal('suspended'), message: Type.String() }),
  ]),
  now: Instant,
})
export type AreaWelcome = Type.Static<typeof AreaWelcome>

/** The practice page, which belongs to no visit: whose it is, and whom to ring when nothing works. */
export const CheckWelcome = Type.Object({
  organisationName: Type.String(),
  sample: Type.Boolean(),
  /** Empty where there is none. */
  support: PatientFacing.properties.support,
  now: Instant,
})
export type CheckWelcome = Type.Static<typeof CheckWelcome>

export const OrganisationSettingsBody = Type.Object({
  name: Filled(80),
  detailsMinutes: Type.Integer({ minimum: 5, maximum: 7 * 24 * 60 }),
  signedNoteDays: Type.Integer({ minimum: 1, maximum: 365 }),
})
export type OrganisationSettingsBody = Type.Static<typeof OrganisationSettingsBody>

export const LateBody = Type.Object({ minutes: Nullable(Type.Integer({ minimum: 1, maximum: 600 })) })

export const SuspendBody = Type.Object({
  suspended: Nullable(
    Type.Object({
      patientText: Filled(400),
      staffText: Type.String({ maxLength: 400 }),
    }),
  ),
})
export type SuspendBody = Type.Static<typeof SuspendBody>
