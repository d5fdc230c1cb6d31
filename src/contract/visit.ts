// What is said about visits: to the patient, to the queue, and to the practitioner who holds one.
import { Type } from 'typebox'
import { MEDIUMS, VIDEO_ASKS } from '#domain/medium'
import { PARTICIPANT_KINDS, PARTICIPANT_STANDINGS, PARTICIPANT_STATES } from '#domain/participant'
import { RECALL_WAYS } from '#domain/recall'
import { SENT_BACK_REASONS } from '#domain/sent-back'
import { LIMITS } from '#domain/settings'
import { ExpectedPatient } from './appointment.ts'
import { ArrivalAnswer, PatientFacing } from './area.ts'
import { CallTicket } from './call.ts'
import { Companion, Tick, VisitContact } from './consultation.ts'
import { EquipmentFindings } from './equipment.ts'
import { DeviceTalk, OneOf, PlanId, PlanView } from './plan.ts'
import { Delay, Id, Instant, MediaState, MessageThread, Nullable, PageId, Quiet, Revision } from './shapes.ts'

export const EarlierParams = Type.Object({ message: Id })
export const VisitEarlierParams = Type.Object({ visitId: Id, message: Id })
export const VisitParams = Type.Object({ visitId: Id })
export const AreaIdParams = Type.Object({ areaId: Id })

/** What a patient sends to arrive. Which fields must be filled is the area's setting. */
export const ArriveBody = Type.Object({
  firstName: Type.String({ maxLength: 200 }),
  lastName: Type.String({ maxLength: 200 }),
  /** As it is written: the day first, or the year. */
  dateOfBirth: Type.String({ maxLength: 40 }),
  phone: Type.String({ maxLength: 60 }),
  consent: Type.Boolean(),
  picture: MediaState,
  sound: MediaState,
  /** The patient asked to be phoned instead of a video call. */
  phoneMe: Type.Boolean(),
  ...Quiet,
  /** To the area's own questions, each by its words. */
  answers: Type.Optional(
    Type.Array(Type.Object({ label: Type.String({ maxLength: 200 }), answer: Type.String({ maxLength: 1200 }) }), {
      maxItems: LIMITS.arrivalQuestions,
    }),
  ),
  /** Random, made by the page: arriving again with the same one (a lost reply) is the same visit. At least 128 bits. */
  attempt: Type.Optional(Type.String({ minLength: 32, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })),
})
export type ArriveBody = Type.Static<typeof ArriveBody>

/** Whether the browser brought back the cookie that it was given the time before. */
export const KeptReply = Type.Object({ kept: Type.Boolean() })

/** With a practitioner: who it is, and since when. */
export const SeenState = Type.Object({
  status: OneOf(['being-seen', 'on-hold'] as const),
  /** Who the practitioner is in the calls of the visit. */
  participantId: Id,
  practitionerName: Type.String(),
  practitionerTitle: Type.String(),
  since: Instant,
  /** They are being called to the call since then: nothing of it passes before they join. */
  calledAt: Type.Optional(Instant),
})
export type SeenState = Type.Static<typeof SeenState>

export const PatientState = Type.Union([
  Type.Object({
    status: Type.Literal('waiting'),
    place: Type.Number(),
    delay: Delay,
    /** Who asked them to wait again, and why where they said so; until they are seen. */
    sentBack: Type.Optional(Type.Object({ byName: Type.String(), reason: Type.Optional(OneOf(SENT_BACK_REASONS)) })),
  }),
  SeenState,
  Type.Object({
    status: Type.Literal('ended'),
    outcome: Type.Union([
      Type.Literal('completed'),
      Type.Literal('left'),
      Type.Literal('removed'),
      Type.Literal('not-returned'),
    ]),
    afterText: Type.String(),
    /** Where to go on to. */
    afterLink: Nullable(Type.Object({ label: Type.String(), url: Type.String() })),
    /** They are asked how it was. */
    feedback: Type.Optional(Type.Boolean()),
  }),
])
export type PatientState = Type.Static<typeof PatientState>

/** Where a patient stands in the queue by now: that alone, because it changes far more often than all else they see. */
export const PositionUpdate = Type.Object({ place: Type.Number(), delay: Delay, revision: Revision })
export type PositionUpdate = Type.Static<typeof PositionUpdate>

export const Medium = OneOf(MEDIUMS)
/** What there is to know of a phone consultation: when they did not answer, and who has asked for video. */
export const Phoning = Type.Object({ noAnswers: Type.Array(Instant), videoAsk: Nullable(OneOf(VIDEO_ASKS)) })
export type Phoning = Type.Static<typeof Phoning>

/** A patient who may close the page: how they are told that it is their turn, and when they were told last. */
export const Recall = Type.Object({ by: OneOf(RECALL_WAYS), toldAt: Nullable(Instant) })
export type Recall = Type.Static<typeof Recall>

/** Everything a patient's page shows. Nothing here is about any other patient. */
export const PatientView = Type.Object({
  visitId: Id,
  firstName: Type.String(),
  area: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    serviceName: Type.String(),
    organisationName: Type.String(),
    sample: Type.Boolean(),
    ...PatientFacing.properties,
  }),
  phone: Type.String(),
  /** They asked to be phoned: nothing of a call is sent. */
  phoneMe: Type.Boolean(),
  ...Quiet,
  recall: Type.Optional(Recall),
  /** While somebody phones them. */
  phoning: Nullable(Phoning),
  arrivedAt: Instant,
  state: PatientState,
  /** Who is with them, as the practitioner wrote it down, until they say whether it is right. */
  companionsAsked: Type.Optional(Type.Array(Companion)),
  /** It had ended, and the practitioner would like to see them again: nothing is shown or heard before they come. */
  calledBack: Type.Optional(Type.Boolean()),
  plan: PlanView,
  talk: DeviceTalk,
  /** What their own page found out last. */
  equipment: Nullable(EquipmentFindings),
  /** The newest. */
  ...MessageThread.properties,
  now: Instant,
  revision: Revision,
})
export type PatientView = Type.Static<typeof PatientView>

/** One line of the queue. */
export const QueueVisit = Type.Object({
  id: Id,
  firstName: Type.String(),
  lastName: Type.String(),
  dateOfBirth: Type.String(),
  phone: Type.String(),
  arrivedAt: Instant,
  /** The time of the appointment that they came for; left out: they came without one. */
  appointmentAt: Type.Optional(Instant),
  /** Grows with every arrival: the order of the queue. */
  arrivalNumber: Type.Integer(),
  since: Instant,
  status: Type.Union([Type.Literal('waiting'), Type.Literal('being-seen'), Type.Literal('on-hold')]),
  practitioner: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** Who had this visit and may not any more: it waits again. */
  wasWith: Type.Optional(Type.Object({ name: Type.String(), deactivated: Type.Boolean() })),
  /** Who took them as the next one and is reading whom they are about to join; until then nobody else is given them. */
  takenBy: Type.Optional(Type.Object({ id: Id, name: Type.String(), until: Instant })),
  /** When their page was last there; null while it is. */
  awaySince: Nullable(Instant),
  picture: MediaState,
  sound: MediaState,
  phoneMe: Type.Boolean(),
  ...Quiet,
  recall: Type.Optional(Recall),
  planId: PlanId,
  talk: DeviceTalk,
  equipment: Nullable(EquipmentFindings),
  /** To the area's own questions; left out where there are none. */
  answers: Type.Optional(Type.Array(ArrivalAnswer)),
  /** How many photos the patient sent; left out where there are none. */
  photos: Type.Optional(Type.Integer()),
  /** The newest. */
  ...MessageThread.properties,
})
export type QueueVisit = Type.Static<typeof QueueVisit>

/** One waiting area with its queue, whole, for staff who serve it. */
export const AreaQueue = Type.Object({
  areaId: Id,
  slug: Type.String(),
  name: Type.String(),
  serviceName: Type.String(),
  /** By whose dates its patients' ages are counted. */
  timeZone: Type.String(),
  openness: Type.Union([
    Type.Object({ state: Type.Literal('open') }),
    Type.Object({ state: Type.Literal('closed'), opensAt: Nullable(Instant) }),
    Type.Object({ state: Type.Literal('suspended'), message: Type.String() }),
  ]),
  suspended: Nullable(Type.Object({ patientText: Type.String(), staffText: Type.String(), byName: Type.String() })),
  lateMinutes: Nullable(Type.Number()),
  /** Whoever is free takes the next patient. */
  dropIn: Type.Boolean(),
  /** How somebody's arrival is announced to those who serve the area, as far as they let it. */
  alerts: Type.Object({ sound: Type.Boolean(), desktop: Type.Boolean() }),
  /** True for those who see no more than first names. */
  limitedView: Type.Optional(Type.Boolean()),
  /** In order of arrival. */
  visits: Type.Array(QueueVisit),
  /** Who has an appointment in the next hours and has not come, in time order. */
  expected: Type.Optional(Type.Array(ExpectedPatient)),
  now: Instant,
  revision: Revision,
})
export type AreaQueue = Type.Static<typeof AreaQueue>

/** What changed in an area's queue: these visits stand in it so now, and those that are gone stand in it no more. */
export const QueueDelta = Type.Object({
  areaId: Id,
  visits: Type.Array(QueueVisit),
  gone: Type.Array(Id),
  now: Instant,
  revision: Revision,
})
export type QueueDelta = Type.Static<typeof QueueDelta>

/** Somebody who is or was in a consultation. */
export const ParticipantView = Type.Object({
  participantId: Id,
  kind: OneOf(PARTICIPANT_KINDS),
  standing: OneOf(PARTICIPANT_STANDINGS),
  state: OneOf(PARTICIPANT_STATES),
})
export type ParticipantView = Type.Static<typeof ParticipantView>

/** What the practitioner who holds a visit sees beside the picture. */
export const ConsultationView = Type.Object({
  visitId: Id,
  consultationId: Id,
  /** In the order in which they came. */
  participants: Type.Array(ParticipantView),
  areaName: Type.String(),
  /** The area's. */
  timeZone: Type.String(),
  patient: Type.Object({
    firstName: Type.String(),
    lastName: Type.String(),
    dateOfBirth: Type.String(),
    phone: Type.String(),
  }),
  status: Type.Union([
    Type.Literal('being-seen'),
    Type.Literal('on-hold'),
    Type.Literal('waiting'),
    Type.Literal('ended'),
  ]),
  startedAt: Instant,
  medium: Medium,
  phoning: Nullable(Phoning),
  /** Until when the patient may be called back, where it has ended and that is the reader's to do. */
  callBackUntil: Type.Optional(Instant),
  /** They were called back and have not come yet. */
  calledBack: Type.Optional(Type.Boolean()),
  /** They are being called and have not joined yet. `until`: when their page joins by itself; null: it waits for a press. */
  called: Type.Optional(Type.Object({ until: Nullable(Instant) })),
  awaySince: Nullable(Instant),
  picture: MediaState,
  sound: MediaState,
  ...Quiet,
  plan: PlanView,
  talk: DeviceTalk,
  /** The patient's. */
  equipment: Nullable(EquipmentFindings),
  /** What they answered as they arrived; left out where nothing was asked. */
  answers: Type.Optional(Type.Array(ArrivalAnswer)),
  photos: Type.Optional(Type.Integer()),
  /** In the order of ticking. */
  checklist: Type.Array(Tick),
  contact: VisitContact,
  noteId: Id,
  /** The newest. */
  ...MessageThread.properties,
  now: Instant,
  revision: Revision,
})
export type ConsultationView = Type.Static<typeof ConsultationView>

/** The answer to hold, resume, send back and end: the consultation as it is after that. */
export const StepReply = Type.Object({ view: ConsultationView })
export const SendBackBody = Type.Object({ reason: Type.Optional(OneOf(SENT_BACK_REASONS)) })
export type StepReply = Type.Static<typeof StepReply>

/** `callId` is the call prepared while the confirmation was read; a new one is made when it is missing. */
export const JoinBody = Type.Object({ pageId: PageId, callId: Nullable(Id) })
/** Whoever is phoned has no call, so there is no ticket. */
export const JoinReply = Type.Object({ view: ConsultationView, ticket: Nullable(CallTicket) })
export type JoinReply = Type.Static<typeof JoinReply>

/** `id` is made by the sender, so that sending twice (a lost reply) stores once. */
export const MessageBody = Type.Object({ id: Id, text: Type.String({ maxLength: 1200 }) })
/** Taking the next patient: in which areas, as far as they are drop-in ones in which the caller joins visits. */
export const NextVisitBody = Type.Object({ areaIds: Type.Array(Id, { maxItems: 500 }) })
/** Null: nobody is there to be taken. */
export const NextVisitReply = Type.Object({ visitId: Nullable(Id) })

export const AreaMessageReply = Type.Object({ sentTo: Type.Number() })

export const UpdateOwnBody = Type.Object({
  picture: Type.Optional(MediaState),
  sound: Type.Optional(MediaState),
  phoneMe: Type.Optional(Type.Boolean()),
  cannotTalk: Type.Optional(Type.Boolean()),
  usesText: Type.Optional(Type.Boolean()),
  phone: Type.Optional(Type.String({ maxLength: 60 })),
})
/** `phone`: the number on which they are reached; null: they keep the page open after all. */
export const RecallBody = Type.Object({ phone: Nullable(Type.String({ maxLength: 60 })) })
/** `toldAt`: when they had been told last when it was pressed, so that a press sent twice writes once. */
export const RecallNowBody = Type.Object({ toldAt: Nullable(Instant) })
/** `before`: how often they had not answered when it was pressed, so that one sent twice counts once. */
export const NoAnswerBody = Type.Object({ before: Type.Integer({ minimum: 0, maximum: 1000 }) })
export type UpdateOwnBody = Type.Static<typeof UpdateOwnBody>

/** Which call they answer: one that was made since is not answered. */
export const JoinOwnBody = Type.Object({ calledAt: Instant })
