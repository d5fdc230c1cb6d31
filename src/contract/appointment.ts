// What staff say and see about appointments, and what a patient's personal link says.
import { Type } from 'typebox'
import { CANCELLED_BY, LINK_STATES, LONGEST_REASON, SHOWN_STATUSES } from '#domain/appointment'
import { LONGEST_SEARCH } from '#domain/appointment-search'
import { CHANNELS, NOTIFICATION_KINDS, NOTIFICATION_STATES } from '#domain/notification'
import { LONGEST_QUESTIONS } from '#domain/preparation'
import { EquipmentFindings } from './equipment.ts'
import { DeviceTalk, DeviceTalkBody, OneOf, PlanId, PlanView } from './plan.ts'
import { Filled, Id, Instant, MediaState, Nullable, Quiet, Verbatim } from './shapes.ts'

export const AppointmentParams = Type.Object({ areaId: Id, appointmentId: Id })
/** ISO; left out: today. */
export const DayQuery = Type.Object({ date: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) })

const When = {
  /** By the clock on the wall of the waiting area. */
  date: Type.String({ maxLength: 10 }),
  time: Type.String({ maxLength: 5 }),
  minutes: Type.Integer({ minimum: 5, maximum: 480 }),
  /** Null: anyone of the team. */
  practitionerId: Nullable(Id),
}

export const MoveBody = Type.Object(When)
export type MoveBody = Type.Static<typeof MoveBody>

export const AppointmentBody = Type.Object({
  ...When,
  firstName: Type.String({ maxLength: 200 }),
  lastName: Type.String({ maxLength: 200 }),
  dateOfBirth: Type.String({ maxLength: 40 }),
  phone: Type.String({ maxLength: 60 }),
  email: Type.String({ maxLength: 254 }),
  /** What it is for, in the clinic's words. No patient reads it. */
  reason: Type.String({ maxLength: LONGEST_REASON }),
  /** Null: the waiting area's. */
  planId: Nullable(PlanId),
})
export type AppointmentBody = Type.Static<typeof AppointmentBody>

export const CancelBody = Type.Object({ by: OneOf(CANCELLED_BY), reason: Filled(LONGEST_REASON) })
/** `anyway`: to an address that wants no messages, because a person chose so. */
export const SendLinkBody = Type.Object({ anyway: Type.Optional(Type.Boolean()) })

export type CancelBody = Type.Static<typeof CancelBody>

const Steps = Type.Object({ read: Type.Boolean(), device: Type.Boolean(), tell: Type.Boolean() })
/** How far the patient is with getting ready, and what their page found out of its equipment. */
export const Preparation = Type.Object({
  steps: Steps,
  planId: PlanId,
  equipment: Nullable(EquipmentFindings),
  /** How many photos they sent before the day. */
  photos: Type.Optional(Type.Integer()),
})
export type Preparation = Type.Static<typeof Preparation>

/** What became of the last message to the patient; `waitsUntil`: while it has not been tried. */
export const LastMessage = Type.Object({
  kind: OneOf(NOTIFICATION_KINDS),
  channel: OneOf(CHANNELS),
  state: OneOf(NOTIFICATION_STATES),
  waitsUntil: Nullable(Instant),
})
export type LastMessage = Type.Static<typeof LastMessage>

export const AppointmentView = Type.Object({
  id: Id,
  areaId: Id,
  areaName: Type.String(),
  date: Type.String(),
  time: Type.String(),
  timeZone: Type.String(),
  startsAt: Instant,
  minutes: Type.Integer(),
  /** Null: anyone of the team. */
  practitioner: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** Where it was before it was moved last. */
  movedFrom: Nullable(Instant),
  status: OneOf(SHOWN_STATUSES),
  cancelledBy: Nullable(OneOf(CANCELLED_BY)),
  link: OneOf(LINK_STATES),
  preparation: Preparation,
  message: Nullable(LastMessage),
  /** No text message gets to their number. */
  landline: Type.Boolean(),
  /** Ways to them that asked for no automatic messages: only a person can still send one. */
  optedOut: Type.Array(OneOf(CHANNELS)),
  /** Null once the details are deleted. */
  patient: Nullable(
    Type.Object({
      firstName: Type.String(),
      lastName: Type.String(),
      dateOfBirth: Type.String(),
      phone: Type.String(),
      email: Type.String(),
      reason: Type.String(),
      cancelReason: Type.String(),
    }),
  ),
})
export type AppointmentView = Type.Static<typeof AppointmentView>

const Desk = {
  today: Type.String(),
  /** Whether messages leave this server; if not, they stand in the outbox. */
  sends: Type.Boolean(),
  areas: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      practitioners: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
}
/** Where somebody makes appointments, and for whom. */
export const AppointmentDesk = Type.Object(Desk)
export type AppointmentDesk = Type.Static<typeof AppointmentDesk>

export const DayView = Type.Object({
  ...Desk,
  date: Type.String(),
  /** In the order of their times. */
  appointments: Type.Array(AppointmentView),
})
export type DayView = Type.Static<typeof DayView>

export const WeekView = Type.Object({
  ...Desk,
  /** Its Monday. */
  from: Type.String(),
  /** In the order of their times. */
  appointments: Type.Array(AppointmentView),
})
export type WeekView = Type.Static<typeof WeekView>

/** Where a page of a list begins: after this one. */
export const ListPlace = Type.Object({ startsAt: Type.Number({ minimum: 0, maximum: 8.64e15 }), id: Id })
export type ListPlace = Type.Static<typeof ListPlace>

export const AppointmentSearchBody = Type.Object({
  /** The beginnings of names, or the last digits of a phone number; '' for everybody. */
  text: Type.String({ maxLength: LONGEST_SEARCH }),
  when: OneOf(['coming', 'past'] as const),
  status: Nullable(OneOf(SHOWN_STATUSES)),
  areaId: Nullable(Id),
  /** 'team': for anyone of the team. */
  practitionerId: Nullable(Type.Union([Id, Type.Literal('team')])),
  after: Nullable(ListPlace),
})
export type AppointmentSearchBody = Type.Static<typeof AppointmentSearchBody>

export const AppointmentList = Type.Object({
  ...Desk,
  /** Coming ones by their time, past ones from the newest. */
  appointments: Type.Array(AppointmentView),
  /** Null: these are the last. */
  next: Nullable(ListPlace),
})
export type AppointmentList = Type.Static<typeof AppointmentList>

/** `clash`: that practitioner has another appointment at the same time. It is kept all the same. */
export const AppointmentSaved = Type.Object({ appointment: AppointmentView, clash: Type.Boolean() })
export type AppointmentSaved = Type.Static<typeof AppointmentSaved>

export const LinkReply = Type.Object({ url: Type.String() })

/** What stands in a queue of somebody who has not come yet. */
export const ExpectedPatient = Type.Object({
  appointmentId: Id,
  startsAt: Instant,
  firstName: Type.String(),
  lastName: Type.String(),
  dateOfBirth: Type.String(),
  practitionerName: Nullable(Type.String()),
  link: OneOf(LINK_STATES),
  /** Left out for those who see first names alone. */
  preparation: Type.Optional(Preparation),
  /** No message got through: somebody phones them. */
  toPhone: Type.Boolean(),
})
export type ExpectedPatient = Type.Static<typeof ExpectedPatient>

/** What the page of a personal link carries before any check. */
export const InvitationPage = Type.Object({
  organisationName: Type.String(),
  sample: Type.Boolean(),
  /** Of the organisation; empty where there is none. */
  phone: Type.String(),
  /** The clinic sent a newer link. */
  replaced: Type.Boolean(),
})
export type InvitationPage = Type.Static<typeof InvitationPage>

const Secret = Verbatim({ minLength: 1, maxLength: 100 })

/** Without a date of birth: does this device know the link already? */
export const OpenInvitationBody = Type.Object({
  secret: Secret,
  dateOfBirth: Type.Optional(Type.String({ maxLength: 40 })),
})

export const ArriveInvitedBody = Type.Object({
  secret: Secret,
  /** For where the clinic has none. */
  phone: Type.String({ maxLength: 60 }),
  consent: Type.Boolean(),
  picture: MediaState,
  sound: MediaState,
  phoneMe: Type.Boolean(),
  ...Quiet,
})
export type ArriveInvitedBody = Type.Static<typeof ArriveInvitedBody>

/** What a patient finds of their preparation when they come back to it. */
export const OwnPreparation = Type.Object({
  steps: Steps,
  talk: DeviceTalk,
  equipment: Nullable(EquipmentFindings),
  questions: Type.String(),
})
export type OwnPreparation = Type.Static<typeof OwnPreparation>

/** What changed; the rest stays. */
export const PrepareBody = Type.Object({
  secret: Secret,
  read: Type.Optional(Type.Literal(true)),
  talk: Type.Optional(DeviceTalkBody),
  equipment: Type.Optional(EquipmentFindings),
  questions: Type.Optional(Type.String({ maxLength: LONGEST_QUESTIONS })),
  /** They have told all. */
  told: Type.Optional(Type.Literal(true)),
})
export type PrepareBody = Type.Static<typeof PrepareBody>

export const OpenedBody = Type.Object({ secret: Secret })
/** A file for the patient's calendar. */
export const CalendarReply = Type.Object({ text: Type.String() })

export const InvitationView = Type.Object({
  state: OneOf(['early', 'open', 'arrived', 'cancelled', 'over'] as const),
  firstName: Type.String(),
  lastName: Type.String(),
  dateOfBirth: Type.String(),
  phone: Type.String(),
  startsAt: Instant,
  minutes: Type.Integer(),
  timeZone: Type.String(),
  /** From when on they may come in. */
  opensAt: Instant,
  /** As patients of the service are told it; null: anyone of the team. */
  practitionerName: Nullable(Type.String()),
  /** Empty where there is none to be told. */
  practitionerTitle: Type.String(),
  plan: PlanView,
  preparation: OwnPreparation,
  organisationName: Type.String(),
  areaName: Type.String(),
  slug: Type.String(),
  consent: Type.String(),
  /** Of the visit that was made from it. */
  visitId: Nullable(Id),
  now: Instant,
})
export type InvitationView = Type.Static<typeof InvitationView>
